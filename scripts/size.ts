import { readFileSync } from "node:fs";
import path from "node:path";
import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";
import webpack, { type Configuration } from "webpack";
import { type Cost, operationCosts } from "./support/operationCosts";
import { createProgram, runProgram } from "./support/program";
import { makeTemporaryFolder } from "./support/temporaryFolder";

const config = require("../webpack.config.js") as Configuration;

/** Where a piece of the bundle comes from: a package, a room of `src`, or webpack itself. */
function originOf(source: string | null): string {
  if (!source) return "webpack: what joins the modules";
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/?]+)/.exec(source) ?? [];
  if (name) return name;
  const [, room] = /\/src\/([^/?]+)/.exec(source) ?? [];
  if (room) return `src/${room}`;
  return source.includes("data:") ? "webpack: stand-ins" : "webpack: what joins the modules";
}

type Place = (source: string | null, line: number | null) => string;

/** Bytes of a minified file by what its pieces are from. @param nameOf names the place in a source */
function sizesOf(code: string, map: TraceMap, nameOf: Place): Map<string, number> {
  const sizes = new Map<string, number>();
  const bytes = Buffer.from(code);
  const lineStarts = [0];
  for (let at = bytes.indexOf("\n"); at >= 0; at = bytes.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  let from = 0;
  let name = nameOf(null, null);
  const upTo = (end: number, next: string) => {
    sizes.set(name, (sizes.get(name) ?? 0) + end - from);
    from = end;
    name = next;
  };
  eachMapping(map, ({ generatedLine, generatedColumn, source, originalLine }) =>
    upTo((lineStarts[generatedLine - 1] ?? 0) + generatedColumn, nameOf(source, originalLine)),
  );
  upTo(bytes.length, "");
  return sizes;
}

/** Builds the bundle aside, with a source map that tells where each piece of it comes from. */
function build(folder: string): Promise<void> {
  const aside: Configuration = {
    ...config,
    devtool: "hidden-source-map",
    output: { ...config.output, path: folder },
  };
  return new Promise((resolve, reject) => {
    webpack(aside, (error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
      else resolve();
    });
  });
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

/** Where the bundle's bytes come from. */
function printOrigins(code: string, map: TraceMap): void {
  const line = (name: string, bytes: number) => console.log(`${kilobytes(bytes)} KB  ${name}`);
  const sizes = [...sizesOf(code, map, originOf)].sort(([, one], [, other]) => other - one);
  for (const [name, bytes] of sizes) line(name, bytes);
  line("in all", Buffer.byteLength(code));
}

/** What each action with one operation costs. @param keys of the actions to show; none shows all */
function printOperations(code: string, map: TraceMap, keys: readonly string[]): void {
  const sizes = sizesOf(code, map, (source, line) => `${source?.replace(/.*\/src\//, "")}:${line}`);
  const costs = operationCosts((file, line) => sizes.get(`${file}:${line}`) ?? 0).filter(
    ({ key }) => keys.length === 0 || keys.includes(key),
  );
  const mean = (of: (cost: Cost) => number) =>
    costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length;
  const row = (lines: number, bytes: number, name: string) =>
    console.log(`${lines.toFixed(0).padStart(5)} lines ${kilobytes(bytes)} KB  ${name}`);
  for (const { lines, bytes, operation } of costs.sort((one, other) => other.lines - one.lines)) {
    row(lines, bytes, operation);
  }
  row(
    mean(({ lines }) => lines),
    mean(({ bytes }) => bytes),
    `on average of ${costs.length}`,
  );
}

/** @param operations keys of actions, or true for all; without it, the whole bundle is shown */
async function show({ operations }: { operations?: true | string[] }): Promise<void> {
  const folder = makeTemporaryFolder();
  try {
    const target = path.join(folder.environment.TMPDIR, "dist");
    await build(target);
    const read = (file: string) => readFileSync(path.join(target, file), "utf8");
    const [code, map] = [read("index.js"), new TraceMap(read("index.js.map"))];
    if (operations) printOperations(code, map, operations === true ? [] : operations);
    else printOrigins(code, map);
  } finally {
    folder.remove();
  }
}

runProgram(
  createProgram("size", "Show where the bundle's kilobytes come from.")
    .option("--operations [keys...]", "show what each action costs in lines and kilobytes")
    .action(show),
);
