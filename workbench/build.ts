import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const folder = __dirname;
const target = path.join(folder, "dist");
const sources = ["web", "shared", "icons"];

/** Builds the page into `workbench/dist` where it is out of date. @throws Error when it fails */
export async function buildPage(): Promise<void> {
  if (!isOutOfDate()) return;
  process.stderr.write("Building the workbench …\n");
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: { main: path.join(folder, "web/main.tsx") },
    outdir: target,
    bundle: true,
    format: "esm",
    // What the first screen does not need, such as the code editor, is loaded when it is.
    splitting: true,
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    minify: true,
    sourcemap: process.env.WORKBENCH_SOURCE_MAPS === "true",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "file" },
    logLevel: "warning",
  });
  cpSync(path.join(folder, "web/index.html"), path.join(target, "index.html"));
}

function isOutOfDate(): boolean {
  const builtAt = modifiedAt(path.join(target, "index.html"));
  const files = sources.flatMap((name) =>
    readdirSync(path.join(folder, name), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, name, file),
    ),
  );
  const others = [__filename, path.join(folder, "../package-lock.json")];
  return [...files, ...others].some((file) => modifiedAt(file) > builtAt);
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
