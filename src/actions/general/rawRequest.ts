import { unescape as decode } from "node:querystring";
import { type ActionLogger, action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { decodeText, parseJson } from "../../text/json";
import { onHostOf } from "../../text/url";
import { toBody } from "./rawRequestBody";
import { secretsOf, toHeaders } from "./rawRequestHeaders";
import { maxExecutionMs, rawRequestInputs } from "./rawRequestInputs";
import { decideRawRetry } from "./rawRequestRetry";
import { demandWhole, toText } from "./rawRequestValues";

/** Milliseconds for one attempt, without and with files. */
const defaultTimeoutMs = 60_000;
const fileTimeoutMs = 14 * 60_000;
const reads = ["GET", "HEAD", "OPTIONS"];
/** Methods that are repeated after an outage when a retry count asks for it (B20). */
const repeatable = [...reads, "PUT", "DELETE"];
/** Reads that spend credits on each call (G41). */
const spendsCredits = /\/v2\/entities\//;

/** Sends any request to Gong's API, for operations that have no action of their own. */
export const rawRequest = action({
  display: {
    label: "Raw Request",
    description:
      "Send a request to any operation of Gong's API. The connection authorizes it, and the account's limit is kept.",
  },
  inputs: { connection: connectionInput, ...rawRequestInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, method, responseType, ...input }) => {
    const debug = { enabled: context.debug?.enabled || input.debugRequest === true };
    const client = createClient(connection, { logger: context.logger, debug });
    const { account } = client;
    const url = toUrl(account.baseUrl, input.url, input.queryParams);
    const body = toBody(input);
    const headers = toHeaders(input.headers, body?.contentType);
    const isFree = !spendsCredits.test(url.pathname);
    const { timeoutMs, ...times } = cutTimes(input, context.logger);
    const response = await client.send({
      name: "Raw Request",
      method,
      url: url.href,
      // An address typed by hand can hold ids and addresses of people; logs show none of it.
      pathTemplate: "(raw path)",
      headers: { ...headers, Authorization: account.authorization },
      makeBody: body?.make,
      about: [decode(url.pathname).split("/"), headers, named(input.formData), input.data],
      secrets: secretsOf([...url.searchParams, ...Object.entries(headers)]),
      timeoutMs: timeoutMs || (input.fileData ? fileTimeoutMs : defaultTimeoutMs),
      read: readAs(responseType),
      resend: isFree && reads.includes(method) ? "safe" : "never",
      decide: decideRawRetry({
        ...times,
        retryAllErrors: input.retryAllErrors ?? false,
        useExponentialBackoff: input.useExponentialBackoff ?? false,
        isRepeatable: isFree && repeatable.includes(method),
      }),
    });
    const contentType = response.headers["content-type"];
    const isFile = responseType === "arraybuffer" && typeof contentType === "string";
    return { data: response.data, ...(isFile ? { contentType } : {}) };
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

/** The address with its query, which is added to what the address already has. */
function toUrl(baseUrl: string, pathOrUrl: string, pairs: readonly Pair[] = []): URL {
  const url = onHostOf(baseUrl, pathOrUrl);
  if (!url) {
    const { label, example } = rawRequestInputs.url;
    const problem = "must be a path, or an address on the connection's own host";
    throw new InputError(label, problem, example);
  }
  const { label } = rawRequestInputs.queryParams;
  const added = new URLSearchParams();
  for (const { key, value } of pairs) {
    // A list becomes a parameter that repeats, as in Gong's description.
    for (const one of [value].flat()) {
      added.append(demandWhole(key, label), toText({ key, value: one }, label));
    }
  }
  url.search = [url.search.slice(1), `${added}`].filter(Boolean).join("&");
  return url;
}

const named = (pairs: readonly Pair[] = []) => pairs.map(({ key, value }) => ({ [key]: value }));

interface Times {
  readonly timeout?: number | undefined;
  readonly retryDelayMS?: number | undefined;
  readonly maxRetries?: number | undefined;
}

/** Times of any size are taken; what the platform's 15 minutes cut off is worth a warning (B20). */
function cutTimes(
  { timeout = 0, retryDelayMS = 0, maxRetries = 0 }: Times,
  logger: Pick<ActionLogger, "warn">,
) {
  if (Math.max(timeout, retryDelayMS, maxRetries * retryDelayMS) > maxExecutionMs) {
    logger.warn(
      "Gong: the platform runs a step for 15 minutes at most. Timeout is cut to that, and no retry begins later.",
    );
  }
  return { timeoutMs: Math.min(timeout, maxExecutionMs), retryDelayMs: retryDelayMS, maxRetries };
}

/** How the bytes of an answer become the step's result: JSON where it is JSON, else its text (B20). */
function readAs(responseType: string) {
  return (body: Buffer): unknown => {
    if (responseType === "arraybuffer") return body;
    const text = decodeText(body);
    if (responseType !== "json") return text;
    try {
      return parseJson(body);
    } catch {
      return text;
    }
  };
}
