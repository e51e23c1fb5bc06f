import { createHash } from "node:crypto";

/** Characters of a mark, 6 bits each. */
export const markLength = 9;

/** A short text of fixed length that stands for an id or a cursor. */
export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, markLength);
}

/** Whether a value is marks that were joined to one text. A part of one would shift all others. */
export function isMarks(value: unknown): value is string {
  return typeof value === "string" && value.length % markLength === 0;
}

/** The marks that were joined to one text. */
export function splitMarks(joined: string): Set<string> {
  const marks = new Set<string>();
  for (let at = 0; at < joined.length; at += markLength) {
    marks.add(joined.slice(at, at + markLength));
  }
  return marks;
}
