import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";
import type { AxiosError, AxiosInstance } from "axios";
import type FormData from "form-data";
import { isHttpError, loadHttp } from "./http";
import { bodyFault, faultCodeOf, outcomeOf, resultOf, unreadableAnswer } from "./outcome";
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
  /** What the request says, as a value, so that no error repeats the people in it. */
  readonly about?: unknown;
  /** Keys beside the account's own, which no error repeats either. */
  readonly secrets?: readonly string[];
  /** Milliseconds for one attempt, from its first byte to the last one of the answer. */
  readonly timeoutMs: number;
  /** Reads the bytes of a 2xx body. @throws when they are not what was asked for */
  readonly read: (body: Buffer, contentType: string | undefined, status: number) => unknown;
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
  readonly outcome: Outcome | Queued;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Body of an error answer, as text. */
  readonly body?: string;
  readonly contentType?: string;
  /** System error code such as `ECONNREFUSED`. */
  readonly faultCode?: string;
}

/** So many requests of this process wait for the account's pace that the turn would come too late. */
export interface Queued {
  readonly kind: "queued";
  readonly waitSeconds: number;
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
  /** Whether outages, answers and the pace have that time too, and no other. */
  readonly isHurried: boolean;
  readonly onAttempt: (record: AttemptRecord, dispatch: Dispatch) => void;
}

/** The agents of an account, which tell its pace of every connection that they make. */
interface Agents {
  /** Keeps connections open for further requests. */
  readonly kept: { readonly httpAgent: HttpAgent; readonly httpsAgent: HttpsAgent };
  /**
   * Makes a connection for one request. One that was kept open may be closed by the other side just
   * when it is used again, which cannot be told from a lost answer, so what must not be sent twice
   * does not take the risk.
   */
  readonly unkept: Agents["kept"];
}

const agents = new WeakMap<Pace, Agents>();

function agentsOf(pace: Pace): Agents {
  const made = agents.get(pace) ?? {
    kept: makeAgents(pace, true),
    unkept: makeAgents(pace, false),
  };
  agents.set(pace, made);
  return made;
}

function makeAgents(pace: Pace, keepAlive: boolean): Agents["kept"] {
  // The time is the one after which Node.js closes a connection that nobody uses.
  const options = { keepAlive, timeout: 5_000 };
  const httpAgent = new HttpAgent(options);
  const httpsAgent = new HttpsAgent(options);
  tellOfConnections(httpAgent, "connect", pace);
  tellOfConnections(httpsAgent, "secureConnect", pace);
  return { httpAgent, httpsAgent };
}

/** @param ready the event of a socket that can be written to */
function tellOfConnections(agent: HttpAgent, ready: string, pace: Pace): void {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = create(options, callback);
    if (socket) {
      const made = new Promise((resolve) => socket.once(ready, resolve).once("close", resolve));
      holdWrites(socket, pace.connecting(made));
    }
    return socket;
  };
}

/** Keeps back what is written until then, so that requests whose connections are made at the same
 * time do not leave together. */
function holdWrites(socket: Duplex, until: Promise<void>): void {
  const write = socket._write.bind(socket);
  const writeAll = socket._writev?.bind(socket);
  socket._write = (...given) => void until.then(() => write(...given));
  if (writeAll) socket._writev = (...given) => void until.then(() => writeAll(...given));
  void until.then(() => {
    socket._write = write;
    if (writeAll) socket._writev = writeAll;
  });
}

/**
 * Larger than any page of Gong's; in memory an answer takes several times its size, and a runner
 * has 1 GB.
 */
export const mostAnswerBytes = 100 * 1024 ** 2;

/** What answers may take in all of somebody who is in a hurry, beside the time to wait. */
const freeMs = 1_000;

let instance: Promise<AxiosInstance> | undefined;

/** One for all: everything that differs between accounts and requests is given with the request. */
function sharedInstance(): Promise<AxiosInstance> {
  instance ??= loadHttp().then(({ axios, axiosRetry }) => {
    const http = axios.create({
      // The others are for browsers, and not in the bundle.
      adapter: "http",
      maxRedirects: 0,
      proxy: false,
      maxBodyLength: Number.POSITIVE_INFINITY,
      // Counted after decompression.
      maxContentLength: mostAnswerBytes,
      transformRequest: [(data) => data],
    });
    axiosRetry(http);
    return http;
  });
  return instance;
}

/**
 * Sends requests: at the account's pace, again when the decision says so, and without following
 * redirects or using a proxy, so that credentials go to the connection's host and nowhere else.
 */
export class Transport {
  readonly #options: TransportOptions;
  readonly #beganAt: number;
  /** For limits, while nobody is in a hurry. */
  #waitedMs = 0;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#beganAt = options.time.now();
  }

  /** Milliseconds that may still be waited for limits. In a hurry, all time that passes counts. */
  get #leftMs(): number {
    const { isHurried, limitWaitMs, time } = this.#options;
    return isHurried
      ? Math.min(limitWaitMs, limitWaitMs + freeMs - (time.now() - this.#beganAt))
      : limitWaitMs - this.#waitedMs;
  }

  /**
   * @throws TransportFailure when the request failed for good
   * @throws SpectralError that the body failed with, such as a file that broke off
   */
  async send(dispatch: Dispatch): Promise<Delivery> {
    const { time, isHurried } = this.#options;
    let attempt = 1;
    let outages = 0;
    let startedAt = 0;
    let decision: RetryDecision | undefined;

    const judge = (error: AxiosError): boolean => {
      const outcome = outcomeOf(error, time.now());
      const { resend } = dispatch;
      const limitWaitLeftMs = this.#leftMs;
      const outageWaitLeftMs = isHurried ? limitWaitLeftMs : Number.POSITIVE_INFINITY;
      const waits = { limitWaitLeftMs, outageWaitLeftMs };
      const situation = { attempt, outages, resend, ...waits, random: time.random() };
      decision = outcome && dispatch.decide(situation, outcome);
      this.#record(dispatch, attempt, startedAt, error, decision);
      return decision?.retry ?? false;
    };

    const http = await sharedInstance();
    const deadline = new Deadline(time);
    const attemptMs = () =>
      isHurried ? Math.min(dispatch.timeoutMs, this.#leftMs) : dispatch.timeoutMs;
    // Before the turn, which is used at once: bodies that take their time would leave together.
    const data = await dispatch.makeBody?.();
    await this.#turn(0);
    startedAt = time.now();
    try {
      const response = await http.request({
        method: dispatch.method,
        url: dispatch.url,
        headers: {
          Accept: "application/json",
          // Else axios names a form as the kind of a body that is not there.
          ...(dispatch.makeBody ? {} : { "Content-Type": false }),
          ...dispatch.headers,
        },
        data,
        signal: deadline.begin(attemptMs()),
        ...agentsOf(this.#options.pace)[dispatch.resend === "never" ? "unkept" : "kept"],
        responseType: "arraybuffer",
        transformResponse: [readSuccess(dispatch)],
        "axios-retry": {
          retries: Number.POSITIVE_INFINITY,
          retryCondition: judge,
          retryDelay: () => 0,
          // The waiting happens here and not in axios-retry, so that it runs on `time`.
          onRetry: async (_count, _error, config) => {
            deadline.end();
            const { afterMs = 0, forLimit = false, counts = false } = decision ?? {};
            if (forLimit) this.#waitedMs += afterMs;
            if (counts) outages += 1;
            await time.sleep(afterMs);
            if (dispatch.makeBody) config.data = await dispatch.makeBody();
            await this.#turn(attempt);
            config.signal = deadline.begin(attemptMs());
            attempt += 1;
            startedAt = time.now();
          },
        },
      });
      this.#record(dispatch, attempt, startedAt, response);
      return { status: response.status, headers: { ...response.headers }, data: response.data };
    } catch (error) {
      if (!isHttpError(error)) throw error;
      throw bodyFault(error) ?? new TransportFailure(failureOf(error, attempt, time.now()));
    } finally {
      deadline.end();
    }
  }

  /**
   * Waits for a turn. Waiting behind others counts as waiting for the limit. The distance to the
   * request before does not, since a long listing would use up the time by its mere length, unless
   * that alone is longer than anybody would wait, or somebody is in a hurry.
   */
  async #turn(attempts: number): Promise<void> {
    const { pace, limitWaitMs, isHurried } = this.#options;
    const leftMs = this.#leftMs;
    if (isHurried && leftMs <= 0) {
      const outcome = { kind: "fault", reachedGong: false } as const;
      throw new TransportFailure({ outcome, attempts, faultCode: "ETIMEDOUT" });
    }
    const { distanceMs, queueMs } = pace.ahead();
    if (queueMs > leftMs || distanceMs > (isHurried ? leftMs - queueMs : limitWaitMs)) {
      const waitSeconds = Math.ceil((distanceMs + queueMs) / 1000);
      throw new TransportFailure({ outcome: { kind: "queued", waitSeconds }, attempts });
    }
    this.#waitedMs += queueMs;
    await pace.turn();
  }

  #record(
    dispatch: Dispatch,
    attempt: number,
    startedAt: number,
    ended: AxiosError | { status: number; data: unknown },
    decision?: RetryDecision,
  ): void {
    const answer = isHttpError(ended) ? ended.response : ended;
    const { name, method, pathTemplate } = dispatch;
    const record = {
      name,
      method,
      pathTemplate,
      result: isHttpError(ended) ? resultOf(ended) : ended.status,
      milliseconds: Math.round(this.#options.time.now() - startedAt),
      attempt,
      requestId: requestIdOf(answer?.data),
      nextInMs: decision?.retry ? decision.afterMs : undefined,
    };
    this.#options.onAttempt(record, dispatch);
  }
}

/**
 * Ends an attempt after its time. The timeout of axios would begin anew with every byte that
 * trickles in, and that of `AbortSignal.timeout` would stay behind after the attempt.
 */
class Deadline {
  readonly #time: Time;
  /** Does away with the alarm of the attempt. */
  end = () => {};

  constructor(time: Time) {
    this.#time = time;
  }

  begin(timeoutMs: number): AbortSignal {
    const controller = new AbortController();
    this.end = this.#time.alarm(Math.ceil(timeoutMs), () => controller.abort());
    return controller.signal;
  }
}

/** Gong's id of a request, from an answer's body (G7). */
export function requestIdOf(data: unknown): string | undefined {
  const body = Buffer.isBuffer(data) ? tryJson(data) : data;
  const id = typeof body === "object" && body !== null && "requestId" in body ? body.requestId : "";
  // Of digits alone it would look like somebody's phone number.
  const isId = typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !/^\d{7,15}$/.test(id);
  return isId ? id : undefined;
}

/** Answers larger than this are files, and hold no id of a request. */
const mostErrorBytes = 1_000_000;

function tryJson(bytes: Buffer): unknown {
  try {
    return bytes.length > mostErrorBytes ? undefined : JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** Reads 2xx bodies only: an error's body is kept as it came, to be shown in Gong's words. */
function readSuccess({ read }: Dispatch) {
  return function (this: unknown, body: unknown, headers: unknown, status?: number): unknown {
    // There is none where the answer broke off, which is a fault of its own.
    if (!Buffer.isBuffer(body) || status === undefined || status < 200 || status > 299) return body;
    const { "content-type": contentType } = headers as Record<string, string | undefined>;
    try {
      return read(body, contentType, status);
    } catch {
      const { response } = this as { response?: AxiosError["response"] };
      throw unreadableAnswer(this as AxiosError["config"], response);
    }
  };
}

function failureOf(error: AxiosError, attempts: number, now: number): Failure {
  const body = error.response?.data;
  return {
    outcome: outcomeOf(error, now) ?? { kind: "fault", reachedGong: true },
    attempts,
    ...(Buffer.isBuffer(body) ? { body: body.toString("utf8") } : {}),
    contentType: error.response?.headers["content-type"] as string | undefined,
    faultCode: faultCodeOf(error),
  };
}
