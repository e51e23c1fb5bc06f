import type { JSONSchema } from "json-schema-to-ts";

/** Gong's id of a request; its support asks for it. */
export const requestId = {
  type: "string",
  description: "Gong's id of this request, for troubleshooting",
} as const satisfies JSONSchema;

/** A Gong id as text: up to 20 digits, more than a JSON number holds (G17). */
export const id = {
  type: "string",
  description: "Id of up to 20 digits",
} as const satisfies JSONSchema;

/**
 * One e-mail address as RFC 5321 limits it, in ASCII: a letter that only looks like another would
 * name somebody else. Left out of what it allows before the `@` is what elsewhere stands for many
 * addresses or for a value still to be filled in: `* % ? $ { | }`.
 */
export const emailAddressPattern = (() => {
  const atom = "[A-Za-z\\d!#&'+/=^_`~-]+";
  const label = "[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?";
  const lastLabel = "[A-Za-z][A-Za-z\\d-]{0,61}[A-Za-z\\d]";
  const lengths = "(?=.{1,254}$)(?=[^@]{1,64}@)";
  return `^${lengths}${atom}(?:\\.${atom})*@(?:${label}\\.)+${lastLabel}$`;
})();

/** An instant in ISO 8601 with an offset and 0 to 6 fraction digits (G20). */
export const instant = (description: string) =>
  ({ type: "string", format: "date-time", description }) as const satisfies JSONSchema;

/** Text that Gong may not have. */
export const nullableText = (description: string) =>
  ({ type: ["string", "null"], description }) as const satisfies JSONSchema;

/** The part of a list's answer that tells where in the list it is (G12). */
export const records = {
  type: "object",
  description: "Where in the list this answer is",
  properties: {
    totalRecords: { type: "integer", description: "Records in the whole list" },
    currentPageSize: { type: "integer", description: "Records in this answer" },
    currentPageNumber: { type: "integer", description: "Number of the page, from 0" },
    cursor: { type: "string", description: "Cursor of the next page; absent on the last one" },
  },
} as const satisfies JSONSchema;
