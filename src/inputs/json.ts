import { isDate, isUint8Array } from "node:util/types";
import { isLosslessNumber } from "lossless-json";
import { parseExactJson } from "../text/json";
import { isBlank, isPlainObject, type Reader, type Refuse, wholeText } from "./readers";
import type { Part } from "./structures";

/** Deeper values would break what writes them out again, which goes down level by level. */
const mostLevels = 100;

/**
 * A structured value, as JSON text or from an earlier step. It is sent whole; only what Gong requires
 * is checked (B12, B27). Numbers beyond 2^53 in the text become text (G17), and `null` nothing.
 */
export function readJson<T>(part: Part<T>): Reader<T | undefined> {
  return (given, refuse) => {
    const value = readJsonValue(given, refuse);
    if (isBlank(value)) return undefined;
    part(value, "", refuse);
    return value as T;
  };
}

/** What JSON text says, or a copy of a ready value as JSON has it. */
export const readJsonValue: Reader<unknown> = (given, refuse) => {
  if (typeof given !== "string") return toJsonValue(given, refuse);
  let value: unknown;
  try {
    value = parseExactJson(given);
  } catch (error) {
    return refuse(`must be JSON (${describeSyntax(given, error)})`);
  }
  return toJsonValue(value, refuse);
};

/** A copy of a value as JSON has it: dates become text and big integers their digits. */
export function toJsonValue(value: unknown, refuse: Refuse, place = "", level = 0): unknown {
  if (level > mostLevels) return refuse(`must not be nested deeper than ${mostLevels} levels`);
  if (typeof value === "string") return wholeText(value, refuse, place);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return refuse("must not contain numbers that JSON does not have, such as NaN", place);
  }
  const isSimple = value === null || typeof value === "number" || typeof value === "boolean";
  // Digits that a number would lose are sent as they were written.
  if (isSimple || isLosslessNumber(value)) return value;
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) =>
      toJsonValue(item ?? null, refuse, `${place}[${index}]`, level + 1),
    );
  }
  if (isDate(value) && !Number.isNaN(value.getTime())) return value.toISOString();
  // Maps, errors, and files would lose what they hold.
  if (!isPlainObject(value)) {
    return refuse(`must be JSON, which cannot represent ${nameOf(value)}`, place);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.map(([name, field]) => [
      wholeText(name, refuse, place),
      toJsonValue(field, refuse, place ? `${place}.${name}` : name, level + 1),
    ]),
  );
}

function nameOf(value: unknown): string {
  if (isUint8Array(value)) return "a file";
  return isDate(value) ? "an invalid date" : Object.prototype.toString.call(value).slice(8, -1);
}

/** Where the text stops being JSON, without showing the text. */
function describeSyntax(text: string, error: unknown): string {
  const said = String(error);
  if (/too large a number/.test(said)) return "it contains a number that is too large";
  const [, position] = /position (\d+)/.exec(said) ?? [];
  if (position === undefined) return "it ends too early or contains a wrong character";
  const lines = text.slice(0, Number(position)).split("\n");
  return `the mistake is on line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
}
