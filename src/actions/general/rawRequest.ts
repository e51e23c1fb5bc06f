import { action } from "@prismatic-io/spectral";
import { createClient, defaultTimeoutMs } from "../../client/createClient";
import { parseJson } from "../../client/json";
import { onHostOf } from "../../client/url";
import { connectionInput } from "../../inputs/connection";
import { InputError } from "../../inputs/InputError";
import { toBody } from "./rawRequestBody";
import { toHeaders } from "./rawRequestHeaders";
import { rawRequestInputs } from "./rawRequestInputs";
import { decideRawRetry } from "./rawRequestRetry";

/** Time for one attempt that sends files. */
const fileTimeoutMs = 14 * 60_000;
/** Methods that read only, or leave things the same when they are sent twice. */
const repeatable = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

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
    for (const { key, value } of queryParams ?? []) {
      address.searchParams.append(key, toQueryText(value));
    }
    const body = toBody(input);
    const { headers, data } = await client.send({
      name: "Raw Request",
      method,
      url: address.href,
      // An address typed by hand can hold ids and addresses of people; logs show none of it.
      pathTemplate: "(raw path)",
      headers: {
        ...toHeaders(input.headers, { responseType, contentType: body?.contentType }),
        Authorization: account.authorization,
      },
      makeBody: body?.make,
      timeoutMs: input.timeout || (input.fileData ? fileTimeoutMs : defaultTimeoutMs),
      responseType: responseType === "arraybuffer" ? "arraybuffer" : "text",
      read: (answer) =>
        responseType === "json" && answer !== "" ? parseJson(String(answer)) : answer,
      resend: repeatable.includes(method) ? "safe" : "never",
      decide: decideRawRetry({
        maxRetries: input.maxRetries ?? 0,
        retryDelayMs: input.retryDelayMS ?? 0,
        retryAllErrors: input.retryAllErrors ?? false,
        useExponentialBackoff: input.useExponentialBackoff ?? false,
      }),
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

/** Lists and objects go as JSON, as Gong takes nothing else for them. */
function toQueryText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
