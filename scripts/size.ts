import { readFileSync } from "node:fs";
import path from "node:path";
import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";
import webpack, { type Configuration } from "webpack";
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

/** Bytes of a minified file by origin. */
function sizesOf(code: string, map: TraceMap): Map<string, number> {
  const sizes = new Map<string, number>();
  const bytes = Buffer.from(code);
  const lineStarts = [0];
  for (let at = bytes.indexOf("\n"); at >= 0; at = bytes.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  let from = 0;
  let origin = originOf(null);
  const upTo = (end: number, next: string) => {
    sizes.set(origin, (sizes.get(origin) ?? 0) + end - from);
    from = end;
    origin = next;
  };
  eachMapping(map, ({ generatedLine, generatedColumn, source }) =>
    upTo((lineStarts[generatedLine - 1] ?? 0) + generatedColumn, originOf(source)),
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

async function main(): Promise<void> {
  const folder = makeTemporaryFolder();
  try {
    const target = path.join(folder.environment.TMPDIR, "dist");
    await build(target);
    const read = (file: string) => readFileSync(path.join(target, file), "utf8");
    const code = read("index.js");
    const sizes = [...sizesOf(code, new TraceMap(read("index.js.map")))];
    const line = (name: string, bytes: number) =>
      console.log(`${(bytes / 1000).toFixed(1).padStart(7)} KB  ${name}`);
    for (const [name, bytes] of sizes.sort(([, one], [, other]) => other - one)) line(name, bytes);
    line("in all", Buffer.byteLength(code));
  } finally {
    folder.remove();
  }
}

void main();
