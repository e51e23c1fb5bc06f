import type { FieldType, ObjectFields, ObjectType } from "./fields";

/** A record that is ready to be sent, or what is wrong with it. */
export type Checked = { readonly line: string; readonly id: string } | { readonly problem: string };

/** Letters, digits and hyphens, or an e-mail address, at most 64 characters (Gong's description). */
const objectIdPattern = /^(?:[A-Za-z\d-]{1,64}|(?=.{3,64}$)[^\s@]+@[^\s@]+)$/;

/**
 * Makes the line of a record for Gong's file: text from a spreadsheet becomes what the field's type
 * asks for, date-times lose their milliseconds (G21), blanks go. Fields that Gong does not know are
 * sent, since an upload may come before its schema.
 */
export function toRecord(
  given: Readonly<Record<string, unknown>>,
  objectType: ObjectType,
  { types, required }: ObjectFields,
): Checked {
  // Without a prototype, so that any name is a field.
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    if (isBlank(value)) continue;
    const converted = convert(value, types.get(name));
    if (converted === undefined) {
      return { problem: `${name} must be ${described[types.get(name) ?? "STRING"]}.` };
    }
    record[name] = converted;
  }
  const missing = required.find((name) => record[name] === undefined);
  if (missing) return { problem: `${missing} is missing.` };
  if (objectType === "BUSINESS_USER" && !record.isDeleted && record.emailAddress === undefined) {
    return { problem: "emailAddress is missing; only a deleted business user needs none." };
  }
  const id = String(record.objectId);
  return objectIdPattern.test(id)
    ? { line: JSON.stringify(record), id }
    : {
        problem:
          "objectId must have at most 64 letters, digits and hyphens, or be an email address.",
      };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && !value.trim());
}

const described: Readonly<Record<FieldType, string>> = {
  BOOLEAN: "true or false",
  CURRENCY: "a number such as 1500.5",
  DATE: "a date such as 2026-03-01",
  DATETIME: "a date and time such as 2026-03-01T09:00:00Z",
  EMAILADDRESS: "an email address",
  ID: "text",
  NUMBER: "a number such as 12.5",
  PERCENT: "a number from 0 to 100",
  PHONENUMBER: "a phone number",
  PICKLIST: "text",
  REFERENCE: "text",
  STRING: "text",
  STRINGARRAY: "a list of texts",
  URL: "a web address",
};

/** The value as the type asks for it; nothing when it cannot be that. */
function convert(value: unknown, type: FieldType | undefined): unknown {
  switch (type) {
    case undefined:
      return value instanceof Date ? withoutMilliseconds(value.toISOString()) : value;
    case "BOOLEAN":
      return toBoolean(value);
    case "NUMBER":
    case "CURRENCY":
      return toNumber(value);
    case "PERCENT": {
      const percent = toNumber(value) ?? -1;
      return percent >= 0 && percent <= 100 ? percent : undefined;
    }
    case "DATE":
      return /^\d{4}-\d\d-\d\d/.exec(toText(value) ?? "")?.[0];
    case "DATETIME":
      return toDateTime(value);
    case "STRINGARRAY":
      return Array.isArray(value)
        ? value.map(String)
        : toText(value)
            ?.split(/\s*[;,]\s*/)
            .filter(Boolean);
    default:
      return toText(value);
  }
}

function toText(value: unknown): string | undefined {
  if (value instanceof Date) return withoutMilliseconds(value.toISOString());
  return typeof value === "object" ? undefined : String(value).trim();
}

function toBoolean(value: unknown): boolean | undefined {
  const text = String(value).trim().toLowerCase();
  if (["true", "yes", "y", "1"].includes(text)) return true;
  return ["false", "no", "n", "0"].includes(text) ? false : undefined;
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === "number" ? value : Number(toText(value));
  return Number.isFinite(number) ? number : undefined;
}

/** A date alone is taken as its first moment in UTC. */
function toDateTime(value: unknown): string | undefined {
  const text = toText(value);
  if (!text || Number.isNaN(Date.parse(text)) || !/^\d{4}-/.test(text)) return undefined;
  return /T|\s/.test(text) ? withoutMilliseconds(text) : `${text}T00:00:00Z`;
}

function withoutMilliseconds(instant: string): string {
  return instant.replace(/(:\d{2})\.\d+/, "$1");
}
