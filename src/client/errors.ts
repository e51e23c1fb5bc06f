import { type Connection, SpectralError } from "@prismatic-io/spectral";

/** What kind of failure it is, for branches in flows and code. */
export type GongErrorCode =
  | "bad_request"
  | "not_authorized"
  | "missing_scope"
  | "credits_used_up"
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

/** What an error of the client says beside its message. It holds nothing of the request. */
export interface GongErrorDetails {
  readonly code: GongErrorCode;
  /** The operation's name, for example "List Calls". */
  readonly operation: string;
  /** What to do about it. */
  readonly hint: string;
  /** Gong's own words, without personal data and secrets (G7). */
  readonly gongErrors?: readonly string[];
  /** How often the request was sent; once where nothing is said. */
  readonly attempts?: number;
  /** None when there was no answer. */
  readonly status?: number | undefined;
  /** Headers of the answer, names in lower case, without personal data and secrets (B21). */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The answer's body as it came, without personal data and secrets: JSON, else text (B26). */
  readonly data?: unknown;
  /** Gong's ID of the request, which its support asks for. */
  readonly requestId?: string | undefined;
  /** Whether an attempt before the last one may have been carried out. */
  readonly mayHaveArrived?: boolean | undefined;
  /** Seconds until Gong accepts requests again, when it said so (G10). */
  readonly retryAfterSeconds?: number;
  /** The scope that the connection lacks (G4). */
  readonly scope?: string;
  /** The call that already holds a Client Unique Id (G25). */
  readonly callId?: string;
  /** Where a listing that failed in the middle can resume. */
  readonly cursor?: string | undefined;
  /** How many records of a listing were read before it failed. */
  readonly recordsRead?: number | undefined;
  /** Without secrets, where credentials are at fault: it marks the connection as failing. */
  readonly connection?: Connection | undefined;
}

/** An operation that Gong refused, or that did not reach Gong. */
export interface GongError extends GongErrorDetails {
  readonly gongErrors: readonly string[];
  readonly attempts: number;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the details are set by the constructor.
export class GongError extends SpectralError {
  readonly #problem: string;

  /** @param problem in words that can follow "failed:" */
  constructor(problem: string, details: GongErrorDetails) {
    super(toMessage(problem, details));
    this.#problem = problem;
    const given = Object.entries(details).filter(([, value]) => value !== undefined);
    Object.assign(this, { gongErrors: [], attempts: 1 }, Object.fromEntries(given));
    // By name, since the bundle's minifier may rename classes.
    this.name = "GongError";
  }

  /** The same failure with other details, for example how far a listing came. */
  with(more: Partial<GongErrorDetails>): GongError {
    return new GongError(this.#problem, { ...this, ...more });
  }
}

function toMessage(problem: string, details: GongErrorDetails): string {
  const { operation, hint, attempts = 1, requestId, recordsRead, cursor } = details;
  const sentences = [
    `${operation} failed: ${problem}. ${hint}`,
    attempts > 1 && `Tried ${attempts} times.`,
    requestId && `Gong request ID: ${requestId}.`,
    recordsRead !== undefined && `${recordsRead} records were read before it failed.`,
    cursor && "Use the cursor in this error to read the rest.",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** Whether something thrown is one of the client's errors. */
export function isGongError(error: unknown): error is GongError {
  return error instanceof GongError;
}
