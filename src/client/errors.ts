import { type Connection, ConnectionError, SpectralError } from "@prismatic-io/spectral";

/** What kind of failure it is, for branches in flows and code. */
export type GongErrorCode =
  | "bad_request"
  | "not_authorized"
  | "missing_scope"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "already_uploaded"
  | "cursor_expired"
  | "cursor_repeated"
  | "rate_limited"
  | "daily_limit"
  | "unavailable"
  | "unreachable"
  | "timed_out"
  | "unreadable_answer";

/** What every error of the client tells beside its message. It holds no request and no header. */
export interface GongErrorDetails {
  readonly code: GongErrorCode;
  /** The operation's name, for example "List Calls". */
  readonly operation: string;
  /** HTTP status of the answer; none when there was no answer. */
  readonly status?: number;
  /** Gong's id of the request, which its support asks for. */
  readonly requestId?: string;
  /** Gong's own words, without personal data (G7). */
  readonly gongErrors: readonly string[];
  /** What to do about it. */
  readonly hint: string;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Gong's answer without personal data, as error branches know it from spectral's handler. */
  readonly data?: unknown;
  /** Seconds until Gong takes requests again, when it said so (G10). */
  readonly retryAfterSeconds?: number;
  /** The scope that the connection lacks (G4). */
  readonly scope?: string;
  /** The call that already holds a Client Unique Id (G25). */
  readonly callId?: string;
  /** Where a listing that failed in the middle can go on. */
  readonly cursor?: string;
  /** How many records of a listing were read before it failed. */
  readonly recordsRead?: number;
}

// Spectral's classes, told that the details below are set on them.
const DetailedError = SpectralError as unknown as new (
  message: string,
) => SpectralError & GongErrorDetails;
const DetailedConnectionError = ConnectionError as unknown as new (
  connection: Connection,
  message: string,
) => ConnectionError & GongErrorDetails;

/** An operation that Gong refused, or that did not reach Gong. */
export class GongError extends DetailedError {
  constructor(message: string, details: GongErrorDetails) {
    super(message);
    describe(this, "GongError", details);
  }
}

/**
 * The same for 401 and 403: marks the connection as failing on the platform, which is how a
 * customer learns that credentials expired.
 */
export class GongConnectionError extends DetailedConnectionError {
  /** @param shareable the connection without its secrets: it ends up in logs */
  constructor(shareable: Connection, message: string, details: GongErrorDetails) {
    super(shareable, message);
    describe(this, "GongConnectionError", details);
  }
}

/** Whether something thrown is one of the client's errors. */
export function isGongError(error: unknown): error is GongError | GongConnectionError {
  return error instanceof GongError || error instanceof GongConnectionError;
}

/** The same failure with more details, for example how far a listing came. */
export function withDetails(
  error: GongError | GongConnectionError,
  message: string,
  more: Partial<GongErrorDetails>,
): GongError | GongConnectionError {
  const details: GongErrorDetails = { ...(error as GongErrorDetails), ...more };
  return error instanceof GongConnectionError
    ? new GongConnectionError(error.connection as Connection, message, details)
    : new GongError(message, details);
}

const detailNames: readonly (keyof GongErrorDetails)[] = [
  "code",
  "operation",
  "status",
  "requestId",
  "gongErrors",
  "hint",
  "attempts",
  "data",
  "retryAfterSeconds",
  "scope",
  "callId",
  "cursor",
  "recordsRead",
];

/** By name, since the bundle's minifier renames classes and errors carry fields of their own. */
function describe(error: Error, name: string, details: GongErrorDetails): void {
  error.name = name;
  for (const key of detailNames) {
    if (details[key] !== undefined) Object.assign(error, { [key]: details[key] });
  }
}
