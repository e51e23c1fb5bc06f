import { isSpectralError } from "@prismatic-io/spectral";
import type { AxiosError } from "axios";
import type { Outcome } from "./retry";
import { readRetryAfter } from "./retryAfter";

/** Waiting does not bring a host into existence, nor mend its certificate; nothing was sent to it. */
const neverMetCodes = /^(ENOTFOUND|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** Nor does it mend what TLS stumbles over, at its beginning or in the middle of an answer. */
const brokenTlsCodes = /^(EPROTO|ERR_SSL)/;
const unreadableCode = "ERR_UNREADABLE_ANSWER";

/** The error for a 2xx that could not be read, in the form that axios-retry takes for a failure. */
export function unreadableAnswer(
  config: AxiosError["config"],
  response: AxiosError["response"],
): AxiosError {
  const error = new Error("unreadable");
  return Object.assign(error, {
    isAxiosError: true,
    code: unreadableCode,
    config,
    response,
  }) as AxiosError;
}

/**
 * How an attempt ended.
 *
 * @param now milliseconds since 1970
 * @returns nothing when the body of the request failed, in which Gong has no part
 */
export function outcomeOf(error: AxiosError, now: number): Outcome | undefined {
  if (bodyFault(error)) return undefined;
  if (error.code === unreadableCode) return { kind: "unreadable" };
  if (error.response && isWhole(error)) {
    const { status, headers } = error.response;
    const retryAfterSeconds = readRetryAfter(headers["retry-after"], now);
    return {
      kind: "status",
      status,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  }
  if (isOversized(error)) return { kind: "oversized", isPermanent: true };
  const { code = "" } = error;
  if (neverMetCodes.test(code)) return { kind: "fault", reachedGong: false, isPermanent: true };
  if (brokenTlsCodes.test(code)) return { kind: "fault", reachedGong: true, isPermanent: true };
  return { kind: "fault", reachedGong: !failedToConnect(error.cause) };
}

/** Whether axios stopped reading at its limit. */
function isOversized({ code, message }: AxiosError): boolean {
  return code === "ERR_BAD_RESPONSE" && message.startsWith("maxContentLength");
}

/** What the body of a request failed with; Gong has no part in it. */
export function bodyFault({ cause }: AxiosError): unknown {
  return isSpectralError(cause) ? cause : undefined;
}

/** How logs name the end of an attempt: its status, or a word. */
export function resultOf(error: AxiosError): number | string {
  if (error.code === unreadableCode) return "an unreadable answer";
  if (isOversized(error)) return "too large an answer";
  if (error.response && isWhole(error)) return error.response.status;
  const code = faultCodeOf(error);
  return code === "ETIMEDOUT" ? "timed out" : (code ?? "no answer");
}

/** The system's code for a failure without an answer, such as `ECONNREFUSED`. */
export function faultCodeOf(error: AxiosError): string | undefined {
  // The only thing that cancels a request is its time.
  if (error.code === "ERR_CANCELED") return "ETIMEDOUT";
  return error.response && !isWhole(error) ? "ECONNRESET" : error.code;
}

/** Whether an answer came to its end: one that began with 2xx is an error only when it did not. */
function isWhole({ response }: AxiosError): boolean {
  return response !== undefined && (response.status < 200 || response.status > 299);
}

/**
 * Whether a fault came before there was a connection, so that nothing can have been carried out.
 * The code alone does not tell: a connection that was made can also end as unreachable.
 */
function failedToConnect(cause: unknown): boolean {
  // Node tries the addresses of a name in turn, and gives the faults of all together.
  if (cause instanceof AggregateError) return cause.errors.every(failedToConnect);
  const { syscall } = (cause ?? {}) as { syscall?: string };
  return syscall === "connect" || syscall === "getaddrinfo";
}
