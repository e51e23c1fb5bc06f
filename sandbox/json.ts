import { randomUUID } from "node:crypto";

/** Marks numbers in JSON text until they are unwrapped; nothing that is sent in can contain it. */
const mark = randomUUID();
const marked = new RegExp(`"${mark}(-?\\d+)"`, "g");

/** A JSON number that is written digit for digit, however long. JSON.stringify would round it. */
export class NumericLiteral {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^-?\d+$/.test(digits)) throw new TypeError(`Not a whole number: ${digits}`);
    this.digits = digits;
  }

  /** Called by JSON.stringify, which can only write text here; {@link toJson} unwraps it. */
  toJSON(): string {
    return mark + this.digits;
  }
}

/** Writes an id as a JSON number with all its digits: some of Gong's ids exceed 2^53 (G17). */
export function numeric(id: string): NumericLiteral {
  return new NumericLiteral(id);
}

/** JSON.stringify, except that a {@link NumericLiteral} comes out as the number it stands for. */
export function toJson(value: unknown): string {
  return (JSON.stringify(value) ?? "null").replace(marked, "$1");
}

/** The same JSON text for values that differ only in the order of their members. */
export function canonicalJson(value: unknown): string {
  return toJson(sortMembers(value));
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== "object" || value === null || value instanceof NumericLiteral) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}
