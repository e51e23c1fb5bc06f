import { createHash } from "node:crypto";
import type { Position } from "./searchCalls";

/**
 * Writes where a search goes on as a cursor.
 *
 * @param of what is searched for; a cursor fits that and nothing else
 */
export function writeCursor(position: Position, of: object): string {
  return Buffer.from(JSON.stringify({ ...position, of: fingerprint(of) })).toString("base64url");
}

/** Reads a cursor; nothing when it is none, or belongs to another search. */
export function readCursor(cursor: string, of: object): Position | undefined {
  try {
    const read = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const { to, cursor: page, listedAt, given } = read;
    return read.of === fingerprint(of) && Number.isFinite(to)
      ? { to, cursor: page, listedAt, given }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The order of the inputs does not matter, nor whether blank ones are there. */
function fingerprint(values: object): string {
  const text = JSON.stringify(values, Object.keys(values).sort());
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
