import { isCalendarDate, parseInstant } from "../time";

/** Types of objects that can be uploaded; only the first four have a schema (G38). */
export const schemaTypes = ["ACCOUNT", "CONTACT", "DEAL", "LEAD"] as const;
export const objectTypes = [...schemaTypes, "BUSINESS_USER", "STAGE"] as const;
export type SchemaType = (typeof schemaTypes)[number];
export type ObjectType = (typeof objectTypes)[number];

export const fieldTypes = [
  "DATE",
  "DATETIME",
  "NUMBER",
  "PERCENT",
  "CURRENCY",
  "ID",
  "URL",
  "STRING",
  "BOOLEAN",
  "PHONENUMBER",
  "EMAILADDRESS",
  "PICKLIST",
  "REFERENCE",
  "STRINGARRAY",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A field of an object's schema, as Gong answers it. */
export interface SchemaField {
  uniqueName: string;
  label: string;
  type: FieldType;
  lastModified: string | null;
  isDeleted: boolean;
  referenceTo: string | null;
  orderedValueList: string[] | null;
}

type Fields = Record<string, FieldType | readonly string[]>;

const common: Fields = { modifiedDate: "DATETIME", isDeleted: "BOOLEAN", url: "URL" };
const person: Fields = {
  emailAddress: "STRING",
  firstName: "STRING",
  lastName: "STRING",
  title: "STRING",
  phoneNumber: "STRING",
};

/** The fields that each type has without a schema. */
const standard: Record<ObjectType, Fields> = {
  BUSINESS_USER: { ...common, emailAddress: "EMAILADDRESS" },
  ACCOUNT: { ...common, name: "STRING", domains: "STRINGARRAY" },
  CONTACT: { ...common, ...person, accountId: "STRING" },
  DEAL: {
    ...common,
    accountId: "STRING",
    ownerId: "STRING",
    name: "STRING",
    createdDate: "DATETIME",
    closeDate: "DATE",
    status: ["WON", "LOST", "OPEN"],
    stage: "STRING",
    amount: "NUMBER",
  },
  LEAD: {
    ...common,
    ...person,
    convertedToDealId: "STRING",
    convertedToContactId: "STRING",
    convertedToAccountId: "STRING",
  },
  STAGE: { ...common, name: "STRING", isActive: "BOOLEAN", sortOrder: "NUMBER" },
};

/** All fields that an object of a type can have. */
export function fieldsOf(type: ObjectType, schema: readonly SchemaField[]): Fields {
  const added = schema.map((field) => [
    field.uniqueName,
    field.type === "PICKLIST" ? (field.orderedValueList ?? []) : field.type,
  ]);
  return { ...standard[type], ...Object.fromEntries(added) };
}

type CrmRecord = Record<string, unknown>;

/** What is wrong with a record, in the words of Gong's examples; undefined when nothing is. */
export function complaintAbout(
  record: unknown,
  type: ObjectType,
  fields: Fields,
): string | undefined {
  if (!isRecord(record)) return "The line is not a JSON object";
  const missing = mandatory(type, record).find(
    (name) => record[name] === undefined || record[name] === null || record[name] === "",
  );
  if (missing) return `Mandatory field [${missing}] is missing or empty`;
  if (!isObjectId(record.objectId)) {
    return "Field [objectId] must have up to 64 letters, digits and hyphens, or be an email address";
  }
  const wrong = Object.entries(record).find(([name, value]) => {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return kind !== undefined && value !== null && !fits(kind, value);
  });
  if (!wrong) return undefined;
  const [name] = wrong;
  const kind = fields[name];
  return typeof kind === "string"
    ? `Field [${name}] is not a valid ${kind}`
    : `Field [${name}] must be one of ${kind?.join(", ")}`;
}

function isRecord(value: unknown): value is CrmRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mandatory(type: ObjectType, { isDeleted }: CrmRecord): string[] {
  if (type === "STAGE") return ["objectId", "name"];
  if (type === "BUSINESS_USER" && isDeleted !== true) {
    return ["objectId", "modifiedDate", "emailAddress"];
  }
  return ["objectId", "modifiedDate"];
}

function isObjectId(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= 64 &&
    (/^[A-Za-z\d-]+$/.test(value) || isEmail(value))
  );
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Whether a value has the form of the table in Gong's description. */
function fits(kind: FieldType | readonly string[], value: unknown): boolean {
  if (typeof kind !== "string") return typeof value === "string" && kind.includes(value);
  switch (kind) {
    case "BOOLEAN":
      return typeof value === "boolean";
    case "NUMBER":
    case "CURRENCY":
      return typeof value === "number";
    case "PERCENT":
      return typeof value === "number" && value >= 0 && value <= 100;
    case "STRINGARRAY":
      return Array.isArray(value) && value.every((each) => typeof each === "string");
    case "DATE":
      return typeof value === "string" && isCalendarDate(value);
    case "DATETIME":
      return isDateTime(value);
    case "EMAILADDRESS":
      return typeof value === "string" && isEmail(value);
    case "URL":
      return typeof value === "string" && /^https?:\/\/\S+$/.test(value);
    default:
      return typeof value === "string";
  }
}

/** ISO-8601 with an offset and without milliseconds (G21). */
export function isDateTime(value: unknown): boolean {
  return typeof value === "string" && !value.includes(".") && parseInstant(value) !== undefined;
}
