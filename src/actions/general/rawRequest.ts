import { unescape as decode } from "node:querystring";
import { action } from "@prismatic-io/spectral";
import { createClient, defaultTimeoutMs } from "../../client/createClient";
import { isGongError } from "../../client/errors";
import { connectionInput } from "../../inputs/connection";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { decodeText, parseJson } from "../../text/json";
import { onHostOf } from "../../text/url";
import { withAdvice } from "../advice";
import { toBody } from "./rawRequestBody";
import { toHeaders } from "./rawRequestHeaders";
import { maxAddressLength, rawRequestInputs } from "./rawRequestInputs";
import { decideRawRetry } from "./rawRequestRetry";
import { toText } from "./rawRequestText";

type Pairs = readonly Pair[] | undefined;

/** Time for one attempt that sends files. */
const fileTimeoutMs = 14 * 60_000;
/** Methods that only read. PUT and DELETE change something that nobody here knows (G42). */
const repeatable = ["GET", "HEAD", "OPTIONS"];
/** Reads that spend credits on each call (G41). */
const spendsCredits = /\/v2\/entities\//;

/** Sends any request to Gong's API, for operations that have no action of their own. */
export const rawRequest = action({
  display: {
    label: "Raw Request",
    description:
      "Send a request to any operation of Gong's API, authorised by the connection and at the account's pace.",
  },
  inputs: { connection: connectionInput, ...rawRequestInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, url, method, queryParams, responseType, ...input }) => {
    const client = createClient(connection, {
      logger: context.logger,
      debug: { enabled: context.debug?.enabled || input.debugRequest === true },
    });
    const { account } = client;
    const address = onHostOf(account.baseUrl, url);
    if (!address) {
      throw new InputError(
        rawRequestInputs.url.label,
        "must be a path, or an address on the connection's own host",
        rawRequestInputs.url.example,
      );
    }
    addQuery(address, queryParams);
    const body = toBody(input);
    const answer = client.send({
      name: "Raw Request",
      method,
      url: address.href,
      // An address typed by hand can hold ids and addresses of people; logs show none of it.
      route: "(raw path)",
      headers: {
        ...toHeaders(input.headers, { responseType, contentType: body?.contentType }),
        Authorization: account.authorization,
      },
      makeBody: body?.make,
      about: aboutOf(address, input),
      secrets: secretsOf([...address.searchParams, ...entriesOf(input.headers)]),
      timeoutMs: input.timeout || (input.fileData ? fileTimeoutMs : defaultTimeoutMs),
      read: readAs(responseType),
      idempotent: repeatable.includes(method) && !spendsCredits.test(address.pathname),
      decide: decideRawRetry({
        maxRetries: input.maxRetries ?? 0,
        retryDelayMs: input.retryDelayMS ?? 0,
        retryAllErrors: input.retryAllErrors ?? false,
        useExponentialBackoff: input.useExponentialBackoff ?? false,
      }),
    });
    const { headers, data } = await answer.catch((error: unknown) => {
      throw adviseOnResponseType(error);
    });
    const contentType = headers["content-type"];
    return responseType === "arraybuffer" && typeof contentType === "string"
      ? { data, contentType }
      : { data };
  },
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      workspaces: [
        { id: "623457276584334", name: "Sales", description: "Calls of the sales team" },
      ],
    },
  },
});

/** What path, headers and body say, by the names of their fields. */
function aboutOf(
  { pathname }: URL,
  { data, ...lists }: { data?: unknown; formData?: Pairs; headers?: Pairs },
) {
  const segments = decode(pathname).split("/");
  // The part before often names it, as in `/phones/4255550142`.
  const path = segments.map((segment, index) => ({ [segments[index - 1] ?? ""]: segment }));
  const pairs = [...(lists.formData ?? []), ...(lists.headers ?? [])];
  return [path, pairs.map(({ key, value }) => ({ [key]: value })), data];
}

/** Shorter ones are no keys, and words such as `true` stand everywhere. */
const shortestKey = 8;
/** Words in the names of headers and query parameters that let their sender in. */
const secretWord =
  /^(?:[a-z]*(?:token|secret|password|auth(?:orization)?|cookie|session(?:id)?|credentials?|signature)|[a-z]*(?:api|access)key|key|sig)$/i;
/** Values that are made at random, whatever they are called. */
const random = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])\S{20,}$|^[\da-f]{32,}$/;

/** Values of headers and query parameters that may be keys, and what they are made of. */
function secretsOf(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  return pairs
    .filter(([name, value]) => namesSecret(name) || random.test(value))
    .flatMap(([, value]) => [value, ...value.split(/[\s;,]+/).map(afterName)])
    .filter((value) => value.length >= shortestKey);
}

/** By whole words: a keyword is no key. An idempotency key opens nothing, and may be an id. */
function namesSecret(name: string): boolean {
  const words = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/);
  return words.some((word) => secretWord.test(word)) && !/idempotency/i.test(name);
}

/** What stands behind `session=` in a cookie. */
const afterName = (part: string) => part.slice(part.search(/=(?!=*$)/) + 1);

const entriesOf = (pairs: Pairs = []) =>
  pairs.map(({ key, value }) => [key, String(value).trim()] as const);

/** Adds to the query that the address has, which stays as it was written. */
function addQuery(address: URL, pairs: readonly Pair[] = []): void {
  const { label } = rawRequestInputs.queryParams;
  const added = new URLSearchParams(
    pairs.map((pair): [string, string] => [pair.key, toText(pair, label)]),
  );
  const query = [address.search.slice(1), added.toString()].filter(Boolean);
  address.search = query.join("&");
  if (address.href.length > maxAddressLength) {
    const limit = maxAddressLength.toLocaleString("en");
    throw new InputError(label, `must keep the whole address at ${limit} characters or less`);
  }
}

/** How the bytes of an answer become what the step gives on. An empty answer is empty text. */
function readAs(responseType: "json" | "text" | "arraybuffer" | "document") {
  return (body: Buffer): unknown => {
    if (responseType === "arraybuffer") return body;
    return responseType === "json" && body.length > 0 ? parseJson(body) : decodeText(body);
  };
}

/** Tells what else may be wrong when an answer that was to be JSON is none. */
function adviseOnResponseType(error: unknown): unknown {
  if (!isGongError(error) || error.code !== "unreadable_answer") return error;
  return withAdvice(
    error,
    "If this operation answers something else than JSON, choose text under Response Type.",
  );
}
