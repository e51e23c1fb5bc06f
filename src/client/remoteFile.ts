import { Readable } from "node:stream";
import { SpectralError } from "@prismatic-io/spectral";
import type { AxiosResponse } from "axios";
import { isLoopbackHost } from "../connections/baseUrl";
import { parseUrl } from "../text/parseUrl";
import { isHttpError, loadHttp } from "./http";

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
  /** Allows http and this machine's own addresses, for a local Gong. */
  readonly allowThisMachine: boolean;
  /** Milliseconds for the whole transfer. */
  readonly timeoutMs: number;
}

const mostRedirects = 5;
const thisMachine = ["127.0.0.1", "::1"];
/** Public by its number, and inside of Azure the machine's own platform. */
const platformAddress = "168.63.129.16";

/**
 * Opens a file on the web for reading in constant memory.
 *
 * Only https is spoken, redirects are checked like the first address, and no address is connected
 * to that is private or this machine's own: the check is made on the address that the connection
 * goes to, so that a name that changes its mind between check and use gains nothing.
 *
 * @throws RemoteFileError when it may not or cannot be fetched, is no file, is empty or too large
 */
export async function openRemoteFile(url: string, rules: RemoteFileRules): Promise<RemoteFile> {
  const response = await follow(url, rules, mostRedirects);
  try {
    return toFile(response, rules);
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

function checkAddress({ protocol, hostname }: URL, { label, allowThisMachine }: RemoteFileRules) {
  const isLocal = allowThisMachine && isLoopbackHost(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLocal)) {
    throw new RemoteFileError(
      `${label} must begin with https://, and so must every address it redirects to.`,
    );
  }
}

async function request(url: string, rules: RemoteFileRules) {
  const [{ axios }, { RequestFilteringHttpAgent, RequestFilteringHttpsAgent }] = await Promise.all([
    loadHttp(),
    import(/* webpackMode: "eager" */ "request-filtering-agent"),
  ]);
  const filter = {
    allowIPAddressList: rules.allowThisMachine ? thisMachine : [],
    denyIPAddressList: [platformAddress],
  };
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
      timeout: rules.timeoutMs,
      validateStatus: () => true,
      httpAgent: new RequestFilteringHttpAgent(filter),
      httpsAgent: new RequestFilteringHttpsAgent(filter),
    });
  } catch (error) {
    throw new RemoteFileError(`${rules.label} cannot be fetched: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const { message, code } = error as Error & { code?: string };
  if (/is not allowed\. Because/.test(message)) return "it leads to a private address";
  return isHttpError(error) && code ? code : "no connection";
}

function toFile(
  { status, headers, data: source }: AxiosResponse<Readable>,
  rules: RemoteFileRules,
): RemoteFile {
  const { label, maxBytes } = rules;
  if (status !== 200)
    throw new RemoteFileError(`${label} cannot be fetched: it answered ${status}.`);
  const contentType =
    typeof headers["content-type"] === "string" ? headers["content-type"] : undefined;
  // What logins and expired links answer, which Gong would take and drop without a word (G27).
  if (/^\s*(text\/|application\/([\w.-]+\+)?(json|xml|xhtml))/i.test(contentType ?? "")) {
    throw new RemoteFileError(
      `${label} answered with text, such as a web page, instead of a file.`,
    );
  }
  if (!/^(identity)?$/i.test(String(headers["content-encoding"] ?? ""))) {
    throw new RemoteFileError(`${label} answered with a compressed file: serve it as it is.`);
  }
  const announced = headers["content-length"];
  const size = /^\d+$/.test(String(announced)) ? Number(announced) : undefined;
  if (size === 0) throw new RemoteFileError(`${label} answered with an empty file.`);
  if (size !== undefined && size > maxBytes) throw new RemoteFileError(tooLarge(label, maxBytes));
  return {
    stream: Readable.from(checked(source, rules, size), { objectMode: false }),
    ...(size === undefined ? {} : { size }),
    ...(contentType ? { contentType } : {}),
  };
}

/** The same bytes; it fails, instead of ending, when too many or too few arrive. */
async function* checked(
  source: Readable,
  { label, maxBytes }: RemoteFileRules,
  size: number | undefined,
): AsyncGenerator<Buffer> {
  let received = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) break;
      yield chunk;
    }
  } catch {
    throw brokenOff(label, received, size);
  }
  if (received > maxBytes) throw new RemoteFileError(tooLarge(label, maxBytes));
  if (received === 0 || (size !== undefined && received < size)) {
    throw brokenOff(label, received, size);
  }
}

function brokenOff(label: string, received: number, size: number | undefined): RemoteFileError {
  const whole = size === undefined ? "" : ` of ${size}`;
  return new RemoteFileError(
    `${label} broke off after ${received}${whole} bytes; nothing was added to the call.`,
  );
}

function tooLarge(label: string, maxBytes: number): string {
  return `${label} leads to a file of more than ${maxBytes / 1024 ** 3} GB, which is what Gong takes at most.`;
}
