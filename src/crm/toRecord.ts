import { isLosslessNumber, isSafeNumber, LosslessNumber } from "lossless-json";
import { isBlank } from "../inputs/readers";
import { parseInstant } from "../text/instant";
import { toJson } from "../text/json";
import type { FieldType, ObjectFields, ObjectType } from "./fields";

/** A record that is ready to be sent, or what is wrong with it. */
export type Checked = { readonly line: string; readonly id: string } | { readonly problem: string };

/** Gong's description allows letters, digits, and hyphens, and has underscores in its examples. */
const objectIdPattern = /^(?:[\w-]{1,64}|(?=.{3,64}$)[^\s@]+@[^\s@]+)$/;

/**
 * Makes the line of a record for Gong's file: text from a spreadsheet becomes what the field's type
 * asks for, date-times lose their milliseconds (G21), blank texts go. Fields that Gong does not know
 * are sent, since an upload may come before its schema.
 */
export function toRecord(
  given: Readonly<Record<string, unknown>>,
  objectType: ObjectType,
  { types, required }: ObjectFields,
): Checked {
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(given)) {
    // Null empties a field.
    if (value !== null && isBlank(value)) continue;
    const type = types.get(name);
    const converted = value === null ? null : convert(value, type);
    if (converted === undefined) return { problem: `${name} must be ${described(type)}.` };
    entries.push([name, converted]);
  }
  const record: Record<string, unknown> = Object.fromEntries(entries);
  const missing = required.find((name) => (record[name] ?? null) === null);
  if (missing) return { problem: `${missing} is missing.` };
  if (objectType === "BUSINESS_USER" && !record.isDeleted && !record.emailAddress) {
    return { problem: "emailAddress is missing. Only a deleted business user can be without one." };
  }
  const id = String(record.objectId);
  if (!objectIdPattern.test(id)) {
    return {
      problem:
        "objectId must have at most 64 letters, digits, and hyphens, or be an email address.",
    };
  }
  try {
    return { line: toJson(record) ?? "", id };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

const exampleNumber = "a number such as 1500.5";

function described(type: FieldType | undefined): string {
  switch (type) {
    case "BOOLEAN":
      return "true or false";
    case "CURRENCY":
    case "NUMBER":
      return exampleNumber;
    case "DATE":
      return "a date such as 2026-03-01";
    case "DATETIME":
      return "a date and time such as 2026-03-01T09:00:00Z";
    case "PERCENT":
      return "a number from 0 to 100";
    default:
      return "text";
  }
}

/** The value as the type asks for it; nothing when it cannot be that. */
function convert(value: unknown, type: FieldType | undefined): unknown {
  const text = toText(value);
  switch (type) {
    case "BOOLEAN":
      return toBoolean(text);
    case "NUMBER":
    case "CURRENCY":
      return toNumber(text);
    case "PERCENT":
      return Number(text) >= 0 && Number(text) <= 100 ? toNumber(text) : undefined;
    case "DATE":
      return toInstant(text)?.slice(0, 10);
    case "DATETIME":
      return toInstant(text);
    case "STRINGARRAY":
      return Array.isArray(value) ? value.map(String) : text?.split(/\s*[;,]\s*/).filter(Boolean);
    case undefined:
      return value instanceof Date ? toInstant(text) : value;
    default:
      return text;
  }
}

function toText(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return typeof value !== "object" || isLosslessNumber(value) ? String(value).trim() : undefined;
}

function toBoolean(text = ""): boolean | undefined {
  if (/^(true|yes|y|1)$/i.test(text)) return true;
  return /^(false|no|n|0)$/i.test(text) ? false : undefined;
}

/** With all its digits, which a number may not be able to hold. */
function toNumber(text = ""): number | LosslessNumber | undefined {
  const number = Number(text);
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) || !Number.isFinite(number)) return undefined;
  return isSafeNumber(text) ? number : new LosslessNumber(text);
}

/** Without a zone in UTC, and without the milliseconds that Gong does not take (G21). */
function toInstant(text = ""): string | undefined {
  return parseInstant(text)?.replace(/\.\d+/, "");
}
