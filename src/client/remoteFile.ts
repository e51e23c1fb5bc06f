import { Readable } from "node:stream";
import { SpectralError } from "@prismatic-io/spectral";
import type { AxiosResponse } from "axios";
import { isAllowedHost, isLoopbackHost } from "../connections/addressFilter";
import { parseUrl } from "../text/parseUrl";
import { loadTransport } from "./http";

/** A file on the web that cannot be fetched, or not to its end. Its address is not repeated. */
export class RemoteFileError extends SpectralError {
  constructor(problem: string) {
    super(problem);
    this.name = "RemoteFileError";
  }
}

const refusal = ({ label }: RemoteFileRules, problem: string) =>
  new RemoteFileError(`${label} ${problem}`);

/** What may be fetched. */
export interface RemoteFileRules {
  /** How errors name the address, such as "File URL". */
  readonly label: string;
  /** Bytes at most; more is refused before the first byte where the size is known. */
  readonly maxBytes: number;
  /** Whether the file may be text; web pages never are what is wanted. */
  readonly allowsText?: boolean;
  /** What a file that breaks off means, such as "Nothing was added to the call." */
  readonly consequence?: string;
  /** Ends opening and reading; the signal of the attempt that sends the file. */
  readonly signal: AbortSignal;
}

const maxRedirects = 5;
const isPrivate = "cannot be fetched: it leads to a private address.";

/**
 * Opens a file on the web for reading in constant memory.
 *
 * Only https is spoken (and http to this machine with `GONG_ALLOW_LOCAL=true`), redirects are
 * checked like the first address, and no private address is connected to, whatever names lead there.
 *
 * @returns a stream, which fails rather than ends when fewer bytes arrive than were announced, and
 *   the type and size in bytes, where the server says them
 * @throws RemoteFileError when it may not or cannot be fetched, is no file, is empty or too large
 */
export async function openRemoteFile(url: string, rules: RemoteFileRules) {
  const response = await follow(new URL(url), rules, maxRedirects);
  try {
    return await toFile(response, rules);
  } catch (error) {
    response.data.destroy();
    throw error;
  }
}

async function follow(
  url: URL,
  rules: RemoteFileRules,
  redirectsLeft: number,
): Promise<AxiosResponse<Readable>> {
  const { protocol, hostname } = url;
  if (!isAllowedHost(hostname)) throw refusal(rules, isPrivate);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopbackHost(hostname))) {
    throw refusal(rules, "must begin with https://, and so must each address it redirects to.");
  }
  const response = await request(url, rules);
  const { location } = response.headers;
  if (response.status < 300 || response.status > 399 || !location) return response;
  response.data.destroy();
  const target = parseUrl(String(location), url.href);
  if (!target || redirectsLeft === 0) throw refusal(rules, "redirects too often or nowhere.");
  return follow(target, rules, redirectsLeft - 1);
}

async function request({ href }: URL, rules: RemoteFileRules) {
  const { axios, fresh } = await loadTransport();
  try {
    return await axios.get<Readable>(href, {
      responseType: "stream",
      // The others are for browsers, and not in the bundle.
      adapter: "http",
      maxRedirects: 0,
      proxy: false,
      // The size announced must be the size that arrives.
      decompress: false,
      headers: { "Accept-Encoding": "identity" },
      signal: rules.signal,
      validateStatus: () => true,
      ...fresh,
    });
  } catch (error) {
    const { code = "no connection" } = error as { code?: string };
    if (code === "EPRIVATE") throw refusal(rules, isPrivate);
    const reason = code === "ERR_CANCELED" ? "time ran out" : code;
    throw refusal(rules, `cannot be fetched: ${reason}.`);
  }
}

/** What logins and expired links answer, which Gong would accept and drop without a word (G27). */
const isText = /^\s*(text\/|application\/([\w.-]+\+)?(json|xml|xhtml))/i;
const isPage = /^\s*(text\/html|application\/xhtml)/i;
/** How web pages and errors in XML begin, whatever type they came with. */
const looksLikePage = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|\?xml|error)\b/i;
const noFile = "returned text, such as a web page, instead of a file.";

async function toFile({ status, headers, data }: AxiosResponse<Readable>, rules: RemoteFileRules) {
  if (status !== 200) throw refusal(rules, `cannot be fetched: it returned ${status}.`);
  const type = String(headers["content-type"] ?? "");
  if ((rules.allowsText ? isPage : isText).test(type)) throw refusal(rules, noFile);
  if (!/^(identity)?$/i.test(String(headers["content-encoding"] ?? ""))) {
    throw refusal(rules, "returned a compressed file. Serve it uncompressed.");
  }
  const announced = headers["content-length"];
  const size = announced === undefined ? undefined : Number(announced);
  if (size && size > rules.maxBytes) throw refusal(rules, tooLarge(rules));

  const chunks = checked(data, rules, size);
  // The type can be wrong or missing, so the first bytes decide.
  const { value: first = Buffer.alloc(0) } = await chunks.next();
  if (looksLikePage.test(first.toString("latin1", 0, 512))) throw refusal(rules, noFile);
  const stream = Readable.from(joined(first, chunks), { objectMode: false });
  return { stream, size, contentType: type || undefined };
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>) {
  yield first;
  yield* rest;
}

/** The same bytes; it fails, instead of ending, when too many or too few arrive. */
async function* checked(source: Readable, rules: RemoteFileRules, size = 0) {
  const { maxBytes, signal, consequence = "" } = rules;
  let received = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) break;
      yield chunk;
    }
  } catch {
    const how = signal.aborted ? "ran out of time" : "broke off";
    const whole = size ? ` of ${size}` : "";
    throw refusal(rules, `${how} after ${received}${whole} bytes. ${consequence}`.trim());
  }
  if (received > maxBytes) throw refusal(rules, tooLarge(rules));
  if (received === 0) throw refusal(rules, "returned an empty file.");
}

const tooLarge = ({ maxBytes }: RemoteFileRules) =>
  `leads to a file of more than ${sizeOf(maxBytes)}, which is the most that Gong accepts.`;

/** Bytes as people write them, such as 1.5 GB. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 ** 3 ? `${bytes / 1024 ** 2} MB` : `${bytes / 1024 ** 3} GB`;
}
