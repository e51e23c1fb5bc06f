import { unescape as decode } from "node:querystring";
import { type ActionLogger, action } from "@prismatic-io/spectral";
import { createClient, defaultTimeoutMs } from "../../client/createClient";
import { type FilePart, multipart } from "../../client/multipart";
import { connectionInput } from "../../inputs/connection";
import type { FileValue } from "../../inputs/file";
import { mediaTypeOf } from "../../inputs/fileName";
import { InputError } from "../../inputs/InputError";
import { listWorkspaces } from "../../operations/workspaces";
import { exampleOf } from "../../schemas/examples";
import { decodeText, jsonOrNothing } from "../../text/json";
import { onHostOf } from "../../text/url";
import { secretsOf, toHeaders } from "./rawRequestHeaders";
import { type RawBody, type RawRequestValues, rawRequestInputs } from "./rawRequestInputs";
import { decideRawRetry, maxExecutionMs } from "./rawRequestRetry";

/** Milliseconds for one attempt that sends files. */
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
      "Send a request to any operation of Gong's API, with the connection's authorization and within the account's limit.",
  },
  inputs: { connection: connectionInput, ...rawRequestInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, responseType = "json", ...input }) => {
    const debug = { enabled: context.debug?.enabled || input.debugRequest === true };
    const client = createClient(connection, { logger: context.logger, debug });
    const { account } = client;
    const { method, timeout = 0, retryDelayMS = 0, maxRetries = 0 } = input;
    const url = toUrl(account.baseUrl, input);
    const body = toBody(input);
    const headers = toHeaders(input.headers, body?.contentType);
    const isFree = !spendsCredits.test(url.pathname);
    const ownTimeoutMs = input.fileData ? fileTimeoutMs : defaultTimeoutMs;
    warnOfLimit([timeout, retryDelayMS, maxRetries * retryDelayMS], context.logger);
    const response = await client.send({
      name: "Raw Request",
      method,
      url: url.href,
      // An address typed by hand can hold IDs and addresses of people; logs show none of it.
      route: "(raw path)",
      headers: { ...headers, Authorization: account.authorization },
      makeBody: body?.make,
      about: [decode(url.pathname).split("/"), headers, body?.about],
      secrets: secretsOf([...url.searchParams, ...Object.entries(headers)]),
      bytesOnError: responseType === "arraybuffer",
      timeoutMs: timeout > 0 ? Math.min(timeout, maxExecutionMs) : ownTimeoutMs,
      read: (bytes) => readAs(responseType, bytes),
      idempotent: isFree && reads.includes(method),
      decide: decideRawRetry(input, isFree && repeatable.includes(method)),
      followRedirects: true,
    });
    const { "content-type": contentType } = response.headers;
    const isFile = responseType === "arraybuffer" && contentType !== undefined;
    return { data: response.data, ...(isFile ? { contentType } : {}) };
  },
  examplePayload: { data: exampleOf(listWorkspaces) },
});

/** The address with its query, which is added to what the address already has. */
function toUrl(baseUrl: string, { url: pathOrUrl = "", queryParams = [] }: RawRequestValues): URL {
  const url = onHostOf(baseUrl, pathOrUrl);
  if (!url) {
    const problem = "must be a path, or an address on the connection's own host";
    throw new InputError("URL", problem, rawRequestInputs.url.example);
  }
  const added = new URLSearchParams(
    queryParams.flatMap(({ key, value }) => value.map((text): [string, string] => [key, text])),
  );
  url.search = [url.search.slice(1), `${added}`].filter(Boolean).join("&");
  return url;
}

/**
 * The body that the inputs ask for, or none.
 *
 * @throws InputError when both Data and form or file data are given
 */
function toBody(inputs: RawRequestValues): RawBody | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames = [] } = inputs;
  const parts = [
    ...formData.map(
      ({ key, value }) => [key, typeof value === "string" ? value : partOf(value, "")] as const,
    ),
    ...fileData.map(({ key, value }) => {
      const name = fileDataFileNames.find((pair) => pair.key === key)?.value ?? key;
      return [key, partOf(value, name)] as const;
    }),
  ];
  if (parts.length === 0) return data;
  if (!data) return { make: () => multipart(parts), about: formData };
  const problem = "must be blank when Form Data or File Data is given: a request has one body";
  throw new InputError("Data", problem);
}

/** @param fileName its ending sets the type (B30); blank for a field whose value is bytes */
function partOf({ data, contentType }: FileValue, fileName: string): FilePart {
  return { content: data, fileName, contentType: mediaTypeOf(fileName, contentType) };
}

/** Times of any size are accepted, with a warning about those that the platform cuts off (B20). */
function warnOfLimit(times: readonly number[], logger: Pick<ActionLogger, "warn">): void {
  if (Math.max(...times) <= maxExecutionMs) return;
  logger.warn(
    "Gong: the platform runs a step for at most 15 minutes. Timeout is cut to that, and no retry starts later.",
  );
}

/** How the bytes of an answer become the step's result: JSON where it is JSON, else its text (B20). */
function readAs(responseType: string, body: Buffer): unknown {
  if (responseType === "arraybuffer") return body;
  const value = responseType === "json" ? jsonOrNothing(body) : undefined;
  return value === undefined ? decodeText(body) : value;
}
