import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder for what a program leaves behind, as prism does with every package. */
export interface TemporaryFolder {
  /** By which programs find it; Windows has names of its own. */
  readonly environment: Readonly<Record<"TMPDIR" | "TEMP" | "TMP", string>>;
  /** Removes it with all that is in it. */
  remove(): void;
}

/** Makes one. */
export function makeTemporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "gong-component-"));
  return {
    environment: { TMPDIR: folder, TEMP: folder, TMP: folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
