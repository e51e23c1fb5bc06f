import { Readable } from "node:stream";
import { SpectralError } from "@prismatic-io/spectral";
import type { AxiosResponse } from "axios";
import { isAllowedHost, isLoopbackHost } from "../connections/addressFilter";
import { parseUrl } from "../text/parseUrl";
import { agents, loadAxios } from "./http";

/** A file on the web that cannot be fetched, or not to its end. Its address is not repeated. */
export class RemoteFileError extends SpectralError {
  constructor(problem: string) {
    super(problem);
    this.name = "RemoteFileError";
  }
}

/** A file on the web, opened and not yet read. */
export interface RemoteFile {
  /** The bytes; it fails rather than ends when fewer arrive than were announced. */
  readonly stream: Readable;
  /** Size in bytes, when the server tells it beforehand. */
  readonly size?: number;
  readonly contentType?: string;
}

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
const connections = agents({ keepAlive: false });

/**
 * Opens a file on the web for reading in constant memory.
 *
 * Only https is spoken (and http to this machine with `GONG_ALLOW_LOCAL=true`), redirects are
 * checked like the first address, and no private address is connected to, whatever names lead there.
 *
 * @throws RemoteFileError when it may not or cannot be fetched, is no file, is empty or too large
 */
export async function openRemoteFile(url: string, rules: RemoteFileRules): Promise<RemoteFile> {
  const response = await follow(url, rules, maxRedirects);
  try {
    return await toFile(response, rules);
  } catch (error) {
    response.data.destroy();
    throw error;
  }
}

async function follow(
  url: string,
  rules: RemoteFileRules,
  redirectsLeft: number,
): Promise<AxiosResponse<Readable>> {
  checkAddress(new URL(url), rules);
  const response = await request(url, rules);
  const { location } = response.headers;
  if (response.status < 300 || response.status > 399 || typeof location !== "string")
    return response;

  response.data.destroy();
  if (redirectsLeft === 0) throw new RemoteFileError(`${rules.label} redirects too often.`);
  const target = parseUrl(location, url);
  if (!target) throw new RemoteFileError(`${rules.label} redirects to nowhere.`);
  return follow(target.href, rules, redirectsLeft - 1);
}

function checkAddress({ protocol, hostname }: URL, { label }: RemoteFileRules) {
  if (!isAllowedHost(hostname)) throw new RemoteFileError(isPrivate(label));
  if (protocol !== "https:" && !(protocol === "http:" && isLoopbackHost(hostname))) {
    throw new RemoteFileError(
      `${label} must begin with https://, and so must every address it redirects to.`,
    );
  }
}

async function request(url: string, { label, signal }: RemoteFileRules) {
  const axios = await loadAxios();
  try {
    return await axios.get<Readable>(url, {
      responseType: "stream",
      // The others are for browsers, and not in the bundle.
      adapter: "http",
      maxRedirects: 0,
      proxy: false,
      // The size announced must be the size that arrives.
      decompress: false,
      headers: { "Accept-Encoding": "identity" },
      signal,
      validateStatus: () => true,
      ...connections,
    });
  } catch (error) {
    const { code = "no connection" } = error as { code?: string };
    if (code === "EPRIVATE") throw new RemoteFileError(isPrivate(label));
    const reason = code === "ERR_CANCELED" ? "time ran out" : code;
    throw new RemoteFileError(`${label} cannot be fetched: ${reason}.`);
  }
}

const isPrivate = (label: string) => `${label} cannot be fetched: it leads to a private address.`;

async function toFile(
  { status, headers, data: source }: AxiosResponse<Readable>,
  rules: RemoteFileRules,
): Promise<RemoteFile> {
  const { label, maxBytes } = rules;
  if (status !== 200) {
    throw new RemoteFileError(`${label} cannot be fetched: it answered ${status}.`);
  }
  const given = headers["content-type"];
  const contentType = typeof given === "string" ? given : undefined;
  if ((rules.allowsText ? isPage : isText).test(contentType ?? ""))
    throw new RemoteFileError(noFile(label));
  if (!/^(identity)?$/i.test(String(headers["content-encoding"] ?? ""))) {
    throw new RemoteFileError(`${label} answered with a compressed file: serve it as it is.`);
  }
  const announced = headers["content-length"];
  const size = /^\d+$/.test(String(announced)) ? Number(announced) : undefined;
  if (size === 0) throw new RemoteFileError(`${label} answered with an empty file.`);
  if (size !== undefined && size > maxBytes) throw new RemoteFileError(tooLarge(label, maxBytes));

  const chunks = checked(source, rules, size);
  const { value: first, done } = await chunks.next();
  // A type that names nothing is no promise, so the first bytes tell.
  if (!done && looksLikePage.test(first.subarray(0, 512).toString("latin1"))) {
    throw new RemoteFileError(noFile(label));
  }
  const stream = Readable.from(
    (async function* () {
      if (!done) yield first;
      yield* chunks;
    })(),
    { objectMode: false },
  );
  return {
    stream,
    ...(size === undefined ? {} : { size }),
    ...(contentType ? { contentType } : {}),
  };
}

/** What logins and expired links answer, which Gong would take and drop without a word (G27). */
const isText = /^\s*(text\/|application\/([\w.-]+\+)?(json|xml|xhtml))/i;
const isPage = /^\s*(text\/html|application\/xhtml)/i;
/** How web pages and errors in XML begin, whatever type they came with. */
const looksLikePage = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|\?xml|error)\b/i;

const noFile = (label: string) =>
  `${label} answered with text, such as a web page, instead of a file.`;

/** The same bytes; it fails, instead of ending, when too many or too few arrive. */
async function* checked(
  source: Readable,
  { label, maxBytes, signal, consequence }: RemoteFileRules,
  size: number | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const end = consequence ? ` ${consequence}` : "";
  let received = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) break;
      yield chunk;
    }
  } catch {
    const whole = size === undefined ? "" : ` of ${size}`;
    const how = signal.aborted ? "ran out of time" : "broke off";
    throw new RemoteFileError(`${label} ${how} after ${received}${whole} bytes.${end}`);
  }
  if (received > maxBytes) throw new RemoteFileError(tooLarge(label, maxBytes));
  if (received === 0 || (size !== undefined && received < size)) {
    throw new RemoteFileError(
      `${label} broke off after ${received}${size === undefined ? "" : ` of ${size}`} bytes.${end}`,
    );
  }
}

function tooLarge(label: string, maxBytes: number): string {
  return `${label} leads to a file of more than ${sizeOf(maxBytes)}, which is the most that Gong takes.`;
}

/** Bytes as people write them, such as 1.5 GB. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 ** 3 ? `${bytes / 1024 ** 2} MB` : `${bytes / 1024 ** 3} GB`;
}
