/** A JSON number that is written digit for digit, however long. JSON.stringify would round it. */
export class NumericLiteral {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^-?\d+$/.test(digits)) throw new TypeError(`Not a whole number: ${digits}`);
    this.digits = digits;
  }
}

/** Writes an id as a JSON number with all its digits: some of Gong's ids exceed 2^53 (G17). */
export function numeric(id: string): NumericLiteral {
  return new NumericLiteral(id);
}

/** JSON.stringify, except that a {@link NumericLiteral} comes out as the number it stands for. */
export function toJson(value: unknown): string {
  if (value instanceof NumericLiteral) return value.digits;
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${JSON.stringify(name)}:${toJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
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
