import type { AgentOptions } from "node:http";
import { isSpectralError } from "@prismatic-io/spectral";
import type { AxiosError } from "axios";
import { publicLookup } from "../connections/addressFilter";
import type { Fault } from "./retry";
import type { PreparedRequest } from "./types";

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Beyond any page of Gong's, after decompression: a runner has 1 GB, and an answer takes more. */
const maxAnswerBytes = 100 * 1024 ** 2;

let loaded: ReturnType<typeof load> | undefined;

/**
 * What requests are sent with, to public addresses only. It is loaded with the first request, since
 * the platform also loads the component only to list it.
 */
export function loadTransport() {
  loaded ??= load();
  return loaded;
}

async function load() {
  const [{ default: axios }, http, https] = await Promise.all([
    import(/* webpackMode: "eager" */ "axios"),
    import("node:http"),
    import("node:https"),
  ]);
  const agents = (options: AgentOptions) => {
    const all = { ...options, lookup: publicLookup };
    return { httpAgent: new http.Agent(all), httpsAgent: new https.Agent(all) };
  };
  // A kept connection may be closed by the other side just when it is used again, which looks like
  // a lost answer: what must not be sent twice takes a fresh one.
  return { axios, kept: agents({ keepAlive: true, timeout: 5_000 }), fresh: agents({}) };
}

/**
 * Makes one attempt at a request: the answer, or why there is none.
 *
 * @throws SpectralError that making the body failed with, such as a file that broke off
 */
export async function sendOnce(
  { method, url, headers, makeBody, idempotent }: PreparedRequest,
  signal: AbortSignal,
): Promise<HttpAnswer | Fault> {
  const [{ axios, kept, fresh }, data] = await Promise.all([loadTransport(), makeBody?.(signal)]);
  try {
    // The adapter alone: what axios does before it, such as merging defaults, is of no use here.
    const answer = await axios.getAdapter("http")({
      ...(idempotent ? kept : fresh),
      method,
      url,
      headers: new axios.AxiosHeaders(headers),
      data,
      signal,
      maxRedirects: 0,
      proxy: false,
      responseType: "arraybuffer",
      maxBodyLength: Number.POSITIVE_INFINITY,
      maxContentLength: maxAnswerBytes,
      validateStatus: () => true,
    });
    // A body that is cut off after the answer would keep its connection open.
    if (answer.request?.writableFinished === false) answer.request.destroy();
    return { status: answer.status, headers: toHeaders(answer.headers), body: answer.data };
  } catch (error) {
    return toFault(error as AxiosError);
  }
}

/** Repeated headers as one text (RFC 9110, 5.3). */
function toHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`]));
}

/** Waiting brings no host into existence, mends no certificate, and makes no address public. */
const permanentCodes =
  /^(ENOTFOUND|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|ERR_SSL|EPRIVATE|EMSGSIZE)/;

function toFault(error: AxiosError): Fault {
  if (isSpectralError(error.cause)) throw error.cause;
  const code = codeOf(error);
  return {
    kind: "fault",
    code,
    reachedGong: !failedToConnect(error.cause),
    isPermanent: permanentCodes.test(code),
  };
}

function codeOf({ code = "unknown fault", message, response }: AxiosError): string {
  // The only thing that cancels a request is its time.
  if (code === "ERR_CANCELED") return "ETIMEDOUT";
  if (message.startsWith("maxContentLength")) return "EMSGSIZE";
  return response ? "ECONNRESET" : code;
}

/**
 * Whether a fault came before there was a connection, so that nothing can have been carried out.
 * The code alone does not say: a connection that was made can also end as unreachable.
 */
function failedToConnect(cause: unknown): boolean {
  // Node.js tries the addresses of a name in turn, and gives the faults of all together.
  if (cause instanceof AggregateError) return cause.errors.every(failedToConnect);
  const { syscall, code } = (cause ?? {}) as { syscall?: string; code?: string };
  return syscall === "connect" || syscall === "getaddrinfo" || code === "EPRIVATE";
}
