import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../scripts/support/component";
import { type Figure, median } from "./support/measure";

const processes = 15;

/** Size of the bundle, and the time to load it against that of axios alone. */
export default async function bundle(): Promise<Figure[]> {
  loadComponent();
  const file = path.join(root, "dist/index.js");
  const ours: number[] = [];
  const alone: number[] = [];
  for (let index = 0; index < processes; index += 1) {
    ours.push(loadTime(file));
    alone.push(loadTime("axios"));
  }
  const [ofOurs, ofAxios] = [median(ours), median(alone)];
  return [
    {
      name: "size of dist/index.js",
      value: statSync(file).size / 1000,
      target: 340,
      unit: " KB",
      detail: "minified, everything in one file; npm run size shows it by origin",
    },
    {
      name: "loading the component, over loading axios alone",
      value: ofOurs / ofAxios,
      target: 0.9,
      unit: "×",
      detail: `${ofOurs.toFixed(1)} ms over ${ofAxios.toFixed(1)} ms, medians of ${processes} processes each`,
    },
  ];
}

/** Milliseconds that `require` takes in a fresh process. */
function loadTime(module: string): number {
  const script = `const at = performance.now(); require(${JSON.stringify(module)}); console.log(performance.now() - at);`;
  return Number(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
}
