/** The kinds of CRM objects that Gong takes (G38). */
export const objectTypes = [
  "ACCOUNT",
  "CONTACT",
  "DEAL",
  "LEAD",
  "BUSINESS_USER",
  "STAGE",
] as const;
export type ObjectType = (typeof objectTypes)[number];

/** How a field's values look; the names of Gong's entity schema. */
export const fieldTypes = [
  "BOOLEAN",
  "CURRENCY",
  "DATE",
  "DATETIME",
  "EMAILADDRESS",
  "ID",
  "NUMBER",
  "PERCENT",
  "PHONENUMBER",
  "PICKLIST",
  "REFERENCE",
  "STRING",
  "STRINGARRAY",
  "URL",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What is known of an object type's fields. */
export interface ObjectFields {
  readonly types: ReadonlyMap<string, FieldType>;
  readonly required: readonly string[];
}

const common = {
  objectId: "ID",
  modifiedDate: "DATETIME",
  isDeleted: "BOOLEAN",
  url: "URL",
} as const;

const person = {
  emailAddress: "EMAILADDRESS",
  firstName: "STRING",
  lastName: "STRING",
  title: "STRING",
  phoneNumber: "PHONENUMBER",
} as const;

/** The fields that every integration has, from the description of `POST /v2/crm/entities`. */
const standard: Readonly<Record<ObjectType, Readonly<Record<string, FieldType>>>> = {
  ACCOUNT: { ...common, name: "STRING", domains: "STRINGARRAY" },
  BUSINESS_USER: { ...common, emailAddress: "EMAILADDRESS" },
  CONTACT: { ...common, accountId: "REFERENCE", ...person },
  DEAL: {
    ...common,
    accountId: "REFERENCE",
    ownerId: "REFERENCE",
    name: "STRING",
    createdDate: "DATETIME",
    closeDate: "DATE",
    status: "STRING",
    stage: "STRING",
    amount: "CURRENCY",
  },
  LEAD: {
    ...common,
    ...person,
    convertedToDealId: "REFERENCE",
    convertedToContactId: "REFERENCE",
    convertedToAccountId: "REFERENCE",
  },
  STAGE: { ...common, name: "STRING", isActive: "BOOLEAN", sortOrder: "NUMBER" },
};

/** A field that an integration's own schema adds. */
export interface SchemaField {
  readonly uniqueName?: string | null;
  /** The name that answers use, where requests say `uniqueName`. */
  readonly name?: string | null;
  readonly type?: string | null;
  readonly isDeleted?: boolean | null;
}

/**
 * The fields of an object type: Gong's own and those of the integration's schema. Fields of types
 * that Gong has added since are not known, and pass as they are.
 *
 * @param custom the schema as `GET /v2/crm/entity-schema` gives it
 */
export function fieldsOf(
  objectType: ObjectType,
  custom: readonly SchemaField[] = [],
): ObjectFields {
  const types = new Map<string, FieldType>(Object.entries(standard[objectType]));
  for (const { uniqueName, name, type, isDeleted } of custom) {
    const key = uniqueName ?? name;
    const known = fieldTypes.find((one) => one === type);
    if (key && known && !isDeleted) types.set(key, known);
  }
  const required = ["objectId", ...(objectType === "STAGE" ? ["name"] : ["modifiedDate"])];
  return { types, required };
}
