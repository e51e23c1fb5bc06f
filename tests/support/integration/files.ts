import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../scripts/support/component";

/** Where the examples are. */
export const examplesFolder = path.join(root, "examples");

/** Names of all examples. */
export const exampleFiles = readdirSync(examplesFolder).filter((file) => file.endsWith(".yml"));

/** An example as it stands in its file. */
export function exampleText(file: string): string {
  return readFileSync(path.join(examplesFolder, file), "utf8");
}

/**
 * An example with something else in one place.
 *
 * @throws Error when the place is not there, or is not the only one
 */
export function changedExample(file: string, place: string, other: string): string {
  const parts = exampleText(file).split(place);
  if (parts.length !== 2) throw new Error(`${file} has "${place}" ${parts.length - 1} times.`);
  return parts.join(other);
}
