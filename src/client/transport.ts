import { isSpectralError } from "@prismatic-io/spectral";
import axios, { AxiosError, type AxiosInstance, isAxiosError } from "axios";
import axiosRetry from "axios-retry";
import type FormData from "form-data";
import type { Pace } from "./pacing";
import type { Outcome, RetryDecision, RetrySituation } from "./retry";
import type { Time } from "./time";

/** A request made ready: an address, a body, and the rules for sending it. */
export interface Dispatch {
  /** How errors and logs name it. */
  readonly name: string;
  readonly method: string;
  readonly url: string;
  /** The path without what was filled in, for logs. */
  readonly pathTemplate: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the body, anew for each attempt: a stream can be sent once. */
  readonly makeBody?: () => string | Buffer | FormData | Promise<FormData>;
  readonly timeoutMs: number;
  readonly responseType: "text" | "arraybuffer";
  /** Reads a 2xx body. @throws SyntaxError when it is not what was asked for */
  readonly read: (body: unknown, contentType: string | undefined) => unknown;
  readonly resend: RetrySituation["resend"];
  readonly decide: (situation: RetrySituation, outcome: Outcome) => RetryDecision;
}

/** What came back for a 2xx. */
export interface Delivery {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** How a request failed for good. Holds nothing of the request, whose headers carry credentials. */
export interface Failure {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** Body of an error answer, as text. */
  readonly body?: string;
  readonly contentType?: string;
  /** System error code such as `ECONNREFUSED`. */
  readonly faultCode?: string;
}

/** Thrown by `Transport.send`; the client turns it into an error that people read. */
export class TransportFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super("The request failed.");
    this.failure = failure;
  }
}

/** One line of what happened, for logs; by allow-list, so that no input can slip in. */
export interface AttemptRecord {
  readonly name: string;
  readonly method: string;
  readonly pathTemplate: string;
  /** Status, or a word for how it failed. */
  readonly result: number | string;
  readonly milliseconds: number;
  readonly attempt: number;
  readonly requestId?: string;
  /** Milliseconds until the next attempt, when there is one. */
  readonly nextInMs?: number;
}

/** What the transport needs of its surroundings. */
export interface TransportOptions {
  readonly pace: Pace;
  readonly time: Time;
  /** Milliseconds of waiting for limits that may be spent in all. */
  readonly limitWaitMs: number;
  readonly onAttempt: (record: AttemptRecord) => void;
}

/** No connection was made, so nothing can have been carried out. */
const notReachedCodes = ["ECONNREFUSED", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];
/** Waiting does not bring a host into existence, nor mend its certificate. */
const permanentCodes = /^(ENOTFOUND|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|ERR_SSL)/;
const unreadableCode = "ERR_UNREADABLE_ANSWER";

/**
 * Sends requests: at the account's pace, again when the decision says so, and without following
 * redirects or using a proxy, so that credentials go to the connection's host and nowhere else.
 */
export class Transport {
  readonly #http: AxiosInstance;
  readonly #options: TransportOptions;
  #limitWaitLeftMs: number;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#limitWaitLeftMs = options.limitWaitMs;
    this.#http = axios.create({
      maxRedirects: 0,
      proxy: false,
      maxBodyLength: Number.POSITIVE_INFINITY,
      maxContentLength: Number.POSITIVE_INFINITY,
      transitional: { clarifyTimeoutError: true },
      transformRequest: [(data) => data],
    });
    axiosRetry(this.#http);
  }

  /**
   * @throws TransportFailure when the request failed for good
   * @throws SpectralError that the body failed with, such as a file that broke off
   */
  async send(dispatch: Dispatch): Promise<Delivery> {
    const { time } = this.#options;
    let attempt = 1;
    let startedAt = 0;
    let decision: RetryDecision | undefined;

    const judge = (error: AxiosError): boolean => {
      const outcome = outcomeOf(error);
      decision = outcome
        ? dispatch.decide(
            {
              attempt,
              resend: dispatch.resend,
              limitWaitLeftMs: this.#limitWaitLeftMs,
              random: time.random(),
            },
            outcome,
          )
        : undefined;
      this.#record(dispatch, attempt, startedAt, error, decision);
      return decision?.retry ?? false;
    };

    await this.#turn();
    startedAt = time.now();
    try {
      const response = await this.#http.request({
        method: dispatch.method,
        url: dispatch.url,
        headers: {
          Accept: "application/json",
          // Else axios names a form as the kind of a body that is not there.
          ...(dispatch.makeBody ? {} : { "Content-Type": false }),
          ...dispatch.headers,
        },
        data: await dispatch.makeBody?.(),
        timeout: dispatch.timeoutMs,
        responseType: dispatch.responseType,
        transformResponse: [readSuccess(dispatch)],
        "axios-retry": {
          retries: Number.POSITIVE_INFINITY,
          shouldResetTimeout: true,
          retryCondition: judge,
          retryDelay: () => 0,
          // The waiting happens here and not in axios-retry, so that it runs on `time`.
          onRetry: async (_count, _error, config) => {
            const afterMs = decision?.afterMs ?? 0;
            if (isRateLimit(decision)) this.#limitWaitLeftMs -= afterMs;
            await time.sleep(afterMs);
            await this.#turn();
            if (dispatch.makeBody) config.data = await dispatch.makeBody();
            attempt += 1;
            startedAt = time.now();
          },
        },
      });
      this.#record(dispatch, attempt, startedAt, response);
      return { status: response.status, headers: { ...response.headers }, data: response.data };
    } catch (error) {
      if (!isAxiosError(error)) throw error;
      throw bodyFault(error) ?? new TransportFailure(failureOf(error, attempt));
    }
  }

  /** Waits for a turn; waiting behind others counts as waiting for the limit. */
  async #turn(): Promise<void> {
    const { pace } = this.#options;
    const queuedMs = pace.queuedMs();
    if (queuedMs > this.#limitWaitLeftMs) {
      throw new TransportFailure({
        outcome: { kind: "status", status: 429, retryAfterSeconds: Math.ceil(queuedMs / 1000) },
        attempts: 0,
      });
    }
    this.#limitWaitLeftMs -= queuedMs;
    await pace.turn();
  }

  #record(
    { name, method, pathTemplate }: Dispatch,
    attempt: number,
    startedAt: number,
    ended: AxiosError | { status: number; data: unknown },
    decision?: RetryDecision,
  ): void {
    const answer = isAxiosError(ended) ? ended.response : ended;
    this.#options.onAttempt({
      name,
      method,
      pathTemplate,
      result:
        isAxiosError(ended) && !isErrorAnswer(ended) ? faultWord(ended) : (answer?.status ?? 0),
      milliseconds: Math.round(this.#options.time.now() - startedAt),
      attempt,
      requestId: requestIdOf(answer?.data),
      nextInMs: decision?.retry ? decision.afterMs : undefined,
    });
  }
}

/** Gong's id of a request, from an answer's body (G7). */
export function requestIdOf(data: unknown): string | undefined {
  const body = typeof data === "string" ? tryJson(data) : data;
  const id = typeof body === "object" && body !== null && "requestId" in body ? body.requestId : "";
  return typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads 2xx bodies only: an error's body is kept as it came, to be shown in Gong's words. */
function readSuccess({ read }: Dispatch) {
  return function (this: unknown, body: unknown, headers: unknown, status?: number): unknown {
    if (status === undefined || status < 200 || status > 299) return body;
    const { "content-type": contentType } = headers as Record<string, string | undefined>;
    try {
      return read(body, contentType);
    } catch {
      const config = this as AxiosError["config"];
      const { response } = this as { response?: AxiosError["response"] };
      // An AxiosError with its config is what axios-retry takes for a failed attempt.
      throw new AxiosError("unreadable", unreadableCode, config, undefined, response);
    }
  };
}

/** What the body of a request failed with; Gong has no part in it. */
function bodyFault({ cause }: AxiosError): unknown {
  return isSpectralError(cause) ? cause : undefined;
}

function isErrorAnswer({ code, response }: AxiosError): boolean {
  return response !== undefined && code !== unreadableCode;
}

/** None for a failure that no repetition mends and no table row speaks of. */
function outcomeOf(error: AxiosError): Outcome | undefined {
  if (bodyFault(error)) return undefined;
  if (error.code === unreadableCode) return { kind: "unreadable" };
  if (error.response) {
    return {
      kind: "status",
      status: error.response.status,
      retryAfterSeconds: retryAfterSeconds(error.response.headers["retry-after"]),
    };
  }
  if (permanentCodes.test(error.code ?? "")) return undefined;
  return { kind: "fault", reachedGong: !notReachedCodes.includes(error.code ?? "") };
}

/** Gong gives whole seconds (G10); a proxy in between may give a date (RFC 9110, 10.2.3). */
function retryAfterSeconds(header: unknown): number | undefined {
  const text = String(header ?? "").trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

function isRateLimit(decision: RetryDecision | undefined): boolean {
  return decision?.because === "rate limited";
}

function faultWord({ code }: AxiosError): string {
  if (code === unreadableCode) return "unreadable answer";
  return code === "ETIMEDOUT" ? "timed out" : (code ?? "no answer");
}

function failureOf(error: AxiosError, attempts: number): Failure {
  const body = error.response?.data;
  return {
    outcome: outcomeOf(error) ?? { kind: "fault", reachedGong: false },
    attempts,
    body: Buffer.isBuffer(body)
      ? body.toString("utf8")
      : typeof body === "string"
        ? body
        : undefined,
    contentType: error.response?.headers["content-type"] as string | undefined,
    faultCode: error.code,
  };
}
