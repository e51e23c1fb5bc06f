import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Argument } from "commander";
import { loadComponent } from "../scripts/support/component";
import { createProgram, runProgram } from "../scripts/support/program";
import type { Figure } from "./support/measure";

/** A file each, which gives its figures. */
const all = readdirSync(__dirname)
  .filter((file) => file.endsWith(".ts") && !["run.ts", "one.ts"].includes(file))
  .map((file) => path.basename(file, ".ts"));

/** What swings from process to process is measured in several, and the middle of them counts. */
const processes: Readonly<Record<string, number>> = { parse: 5, cpu: 5 };

/** Runs the benchmarks one after another; names choose some of them. */
async function runAll(chosen: readonly string[]): Promise<void> {
  loadComponent();
  const figures: Figure[] = [];
  for (const name of chosen.length > 0 ? chosen : all) {
    for (const figure of await measureAll(name)) {
      figures.push(figure);
      console.log(line(figure));
    }
  }
  if (chosen.length > 0) return;
  const file = path.join(__dirname, "RESULTS.md");
  writeFileSync(file, page(figures));
  console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
}

async function measureAll(name: string): Promise<Figure[]> {
  const runs: Figure[][] = [];
  for (let run = 0; run < (processes[name] ?? 1); run += 1) runs.push(await measure(name));
  return (runs[0] ?? []).map((_, index) => middleOf(runs.flatMap((run) => run[index] ?? [])));
}

/** The middle one, which tells what the others were. */
function middleOf(figures: readonly Figure[]): Figure {
  const sorted = figures.toSorted((one, other) => one.value - other.value);
  const [middle, least, most] = [Math.floor(sorted.length / 2), 0, -1].map((at) => sorted.at(at));
  if (!middle || !least || !most) throw new Error("Nothing was measured.");
  if (sorted.length === 1) return middle;
  const range = `the middle of ${sorted.length} processes, which gave ${shown(least)} to ${shown(most)}`;
  return { ...middle, detail: `${middle.detail}; ${range}` };
}

function measure(name: string): Promise<Figure[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", path.join(__dirname, "one.ts"), `${name}.ts`],
      { stdio: ["ignore", "inherit", "inherit", "ipc"] },
    );
    child.once("message", (figures) => resolve(figures as Figure[]));
    child.once("exit", (status) =>
      reject(new Error(`The benchmark ${name} ended with ${status}.`)),
    );
  });
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const shown = ({ value, unit }: Figure) => `${round(value)}${unit}`;
const wanted = ({ target, unit }: Figure) => `≤ ${target}${unit}`;
const isMet = ({ value, target }: Figure) => value <= target;

function line(figure: Figure): string {
  const mark = isMet(figure) ? "✔" : "✖";
  return `${mark} ${figure.name}: ${shown(figure)} (${wanted(figure)}; ${figure.detail})`;
}

function page(figures: readonly Figure[]): string {
  const [cpu] = os.cpus();
  const machine = `${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 1024 ** 3)} GB, ${os.type()} ${os.arch()}, Node.js ${process.version}`;
  const rows = figures.map(
    (figure) =>
      `| ${figure.name} | ${shown(figure)} | ${wanted(figure)} | ${isMet(figure) ? "yes" : "**no**"} | ${figure.detail} |`,
  );
  return `# Benchmark results

Made by \`npm run bench\`. Most figures are set against something else in the same run, so that they
mean the same on another machine; this one has ${machine}.

| What | Figure | Target | Met | How it came about |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

runProgram(
  createProgram(
    "bench",
    "Measure speed and memory. Running all takes minutes and writes benchmarks/RESULTS.md.",
  )
    .usage("[name...]")
    .addArgument(new Argument("[name...]", "only these, without writing the page").choices(all))
    .action(runAll),
);
