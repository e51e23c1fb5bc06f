import type { FastifySchemaValidationError } from "fastify";

interface GongErrorExtras {
  headers?: Record<string, string>;
  /** Members beside `errors`, such as the `userFacingError` of meetings (G7). */
  members?: Record<string, string>;
}

/** An answer in Gong's error shape: a status and words, never a code (G7). */
export class GongError extends Error {
  readonly status: number;
  readonly messages: string[];
  readonly headers: Record<string, string>;
  readonly members: Record<string, string>;

  constructor(status: number, messages: string | string[], extras: GongErrorExtras = {}) {
    super([messages].flat().join("; "));
    this.name = "GongError";
    this.status = status;
    this.messages = [messages].flat();
    this.headers = extras.headers ?? {};
    this.members = extras.members ?? {};
  }

  body(requestId: string): Record<string, unknown> {
    return { requestId, errors: this.messages, ...this.members };
  }
}

/** The 404 that means "empty", recognizable only by its wording (G8). */
export function nothingFound(what: "calls" | "users" | "logs" | "answered scorecards"): GongError {
  // The full stop after answered scorecards is Gong's own inconsistency (G8).
  const end = what === "answered scorecards" ? "." : "";
  return new GongError(404, `No ${what} found corresponding to the provided filters${end}`);
}

/** A real 404, which no reader may take for an empty list (G8). */
export function callNotFound(callId: string): GongError {
  return new GongError(404, `Call ID ${callId} was not found`);
}

/** A 400 in the form that Gong's validator gives it, `field: complaint`. */
export function badRequest(field: string, complaint: string): GongError {
  return new GongError(400, `${field}: ${complaint}`);
}

/** What ajv reports with `verbose`: fastify's own type leaves out the value and the schema. */
type SchemaComplaint = FastifySchemaValidationError & {
  data?: unknown;
  parentSchema?: Record<string, unknown>;
};

/** Says what ajv found in the words of Gong's validator, `parties: must not be null` (G9). */
export function describeComplaint(complaint: SchemaComplaint, where: string): string {
  const { params, parentSchema = {} } = complaint;
  const path = complaint.instancePath
    .replace(/\/(\d+)/g, "[$1]")
    .replace(/^\//, "")
    .replaceAll("/", ".");
  const field = path || (where === "body" ? "request body" : where);
  const member = (name: unknown) => (path ? `${path}.${name}` : String(name));

  switch (complaint.keyword) {
    case "required":
      return `${member(params.missingProperty)}: must not be null`;
    case "additionalProperties":
      return `${member(params.additionalProperty)}: unrecognized field`;
    case "type":
      return complaint.data === null
        ? `${field}: must not be null`
        : `${field}: must be of type ${String(params.type).replace(",null", "")}`;
    case "enum":
      return `${field}: must be one of ${(params.allowedValues as unknown[]).join(", ")}`;
    case "minLength":
    case "maxLength":
      return `${field}: size must be between ${parentSchema.minLength ?? 0} and ${parentSchema.maxLength ?? 2147483647}`;
    case "minItems":
      // A filter's list and a required list are refused in different words (G29, G24).
      return Array.isArray(parentSchema.type)
        ? `${field}: must not be empty but can be null or can be omitted`
        : `${field}: size must be between ${parentSchema.minItems} and 2147483647`;
    case "maxItems":
      return `${field}: size must be between 0 and ${params.limit}`;
    case "minimum":
      return `${field}: must be greater than or equal to ${params.limit}`;
    case "maximum":
      return `${field}: must be less than or equal to ${params.limit}`;
    case "uniqueItems":
      return `${field}: must not contain duplicates`;
    case "format":
      return `${field}: ${formatWords[String(params.format)] ?? `must be a ${params.format}`}`;
    default:
      return `${field}: ${complaint.message ?? "is invalid"}`;
  }
}

/**
 * As {@link describeComplaint} does, for the levers of the sandbox, which are not Gong's: what is
 * missing is not called null.
 */
export function describeOwnComplaint(complaint: SchemaComplaint, where: string): string {
  const words = describeComplaint(complaint, where);
  return complaint.keyword === "required"
    ? words.replace(/: must not be null$/, ": is required")
    : words;
}

const formatWords: Record<string, string> = {
  "gong-date-time":
    "must be a date and time in the ISO-8601 format (e.g., '2018-02-18T02:30:00-07:00' or '2018-02-18T08:00:00Z')",
  "gong-date": "must be a date in the format YYYY-MM-DD",
  "gong-id": "must be a number of up to 20 digits",
  "gong-email": "must be a well-formed email address",
  "gong-phone": "must start with a + sign followed by the country code (the + must be URL-encoded)",
  "gong-request-id": "must consist of letters, numbers, dashes and underscores",
  "gong-url": "must be a valid URL",
};
