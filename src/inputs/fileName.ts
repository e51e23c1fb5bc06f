import { type Reader, readLine } from "./readers";

/** The longest name that file systems commonly hold. */
const maxLength = 255;

/**
 * Name of a file for a multipart body. Of a path, such as the key of a stored object, the last
 * part is the name: folders of another machine mean nothing to Gong.
 */
export const readFileName: Reader<string> = (given, refuse) => {
  const name = lastPart(readLine(10_000)(given, refuse));
  if (/^\.*$/.test(name)) return refuse("must be the name of a file");
  return name.length <= maxLength
    ? name
    : refuse(`must have at most ${maxLength} characters; it has ${name.length}`);
};

/** What follows the last slash, in the notation of any system. */
function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).trim();
}
