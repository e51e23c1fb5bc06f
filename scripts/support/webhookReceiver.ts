import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { TriggerPayload } from "@prismatic-io/spectral";

/** What a trigger gets of the request that started it. */
export type InvokedPayload = Pick<
  TriggerPayload,
  "headers" | "queryParameters" | "rawBody" | "body" | "invokeUrl" | "pathFragment"
>;

/** Stands in for the platform's webhook endpoint: keeps what comes in as triggers get it. */
export interface WebhookReceiver {
  /** Where a flow would be called. */
  readonly url: string;
  /** Every request since the start, with the bytes of its body. */
  readonly received: InvokedPayload[];
  stop(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. It answers 200 before any trigger runs. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: InvokedPayload[] = [];
  const server = createServer(async (request, response) => {
    received.push(toPayload(request, await buffer(request)));
    response.setHeader("content-type", "application/json").end('{"executionId":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/trigger/flow`,
    received,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      );
    },
  };
}

function toPayload(request: IncomingMessage, data: Buffer): InvokedPayload {
  const { headers, url = "", rawHeaders } = request;
  const invokeUrl = `http://${headers.host}${url}`;
  const contentType = headers["content-type"] ?? "";
  return {
    // In the letter case in which they were sent, which the platform may keep or not.
    headers: Object.fromEntries(
      rawHeaders.flatMap((name, index) =>
        index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""]] : [],
      ),
    ),
    queryParameters: Object.fromEntries(new URL(invokeUrl).searchParams),
    rawBody: { data, contentType },
    body: {
      data: contentType.includes("json") ? parse(data.toString()) : data.toString(),
      contentType,
    },
    pathFragment: "",
    invokeUrl,
  };
}

/** The platform parses bodies of JSON, and leaves as text what is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
