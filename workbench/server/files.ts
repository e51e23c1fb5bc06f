import { randomUUID } from "node:crypto";
import { createWriteStream, statSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { makeTemporaryFolder } from "../../scripts/support/temporaryFolder";
import { type FileValue, isFile } from "../shared/catalog";

/** Keeps files that a person chose until the workbench ends. */
export interface Files {
  take(stream: Readable, name: string, contentType: string): Promise<FileValue>;
  /** Puts the path of each file into values, for the process that reads them. */
  resolve(value: unknown): unknown;
  remove(): void;
}

/** A place for them in the machine's folder for temporary files. */
export function createFiles(): Files {
  const folder = makeTemporaryFolder();
  const paths = new Map<string, string>();
  const files: Files = {
    async take(stream, name, contentType) {
      const fileId = randomUUID();
      const target = path.join(folder.environment.TMPDIR, fileId);
      await pipeline(stream, createWriteStream(target));
      paths.set(fileId, target);
      return { fileId, name, size: statSync(target).size, contentType };
    },
    resolve(value) {
      if (isFile(value)) {
        const found = paths.get(value.fileId);
        if (!found)
          throw new Error(`The file ${value.name} is no longer available: choose it again.`);
        return { ...value, path: found };
      }
      if (Array.isArray(value)) return value.map(files.resolve);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, files.resolve(each)]),
      );
    },
    remove: () => folder.remove(),
  };
  return files;
}
