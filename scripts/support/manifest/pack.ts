import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../component";

const modules = path.join(root, "node_modules");

/**
 * Compiles the manifest and packs it into one file, so that it can be installed as it is. The
 * generator's own build would need an older TypeScript; settings that the newer one refuses are
 * replaced.
 *
 * @returns the file
 * @throws Error when it does not compile
 */
export function packManifest(folder: string): string {
  const project = mkdtempSync(path.join(tmpdir(), "manifest-"));
  const config = path.join(project, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({
      extends: path.join(folder, "tsconfig.json"),
      compilerOptions: {
        module: "commonjs",
        moduleResolution: "bundler",
        rootDir: path.join(folder, "src"),
        outDir: path.join(folder, "dist"),
        // The folder may be anywhere, and spectral is here.
        paths: {
          "@prismatic-io/spectral": [path.join(modules, "@prismatic-io/spectral")],
          "@prismatic-io/spectral/*": [path.join(modules, "@prismatic-io/spectral/*")],
        },
      },
      include: [path.join(folder, "src")],
    }),
  );
  try {
    run(process.execPath, [path.join(modules, ".bin/tsc"), "-p", config], folder);
  } finally {
    rmSync(project, { recursive: true });
  }
  dropScripts(path.join(folder, "package.json"));
  const packed = run("npm", ["pack", "--silent"], folder);
  return path.join(folder, packed.trim());
}

/** What is compiled needs no preparation, and npm would warn of it wherever the package is installed. */
function dropScripts(file: string): void {
  const { scripts, devDependencies, ...about } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify(about, null, 2)}\n`);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && program === "npm",
  });
  if (status === 0) return stdout;
  process.stderr.write(`${stdout}${stderr}`);
  throw new Error("The manifest cannot be packed: see above, and try again after npm ci.");
}
