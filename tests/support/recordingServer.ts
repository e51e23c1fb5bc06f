import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it came over the wire, byte for byte where a parser would lose something. */
export interface ArrivedRequest {
  readonly method: string;
  /** Path and query as they were written. */
  readonly url: string;
  /** Values by lower-case name, every one of a repeated name. */
  readonly headers: Readonly<Record<string, string[]>>;
  readonly body: Buffer;
}

/** A server that keeps everything it gets and answers what a test wants. */
export interface RecordingServer {
  readonly url: string;
  readonly requests: ArrivedRequest[];
  /** Answers the next requests so; without it, an empty JSON object. */
  answer(listener: RequestListener): void;
  stop(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: ArrivedRequest[] = [];
  let listener: RequestListener = (_, response) => response.end("{}");
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headersDistinct } = request;
    const headers = headersDistinct as Record<string, string[]>;
    requests.push({ method, url, headers, body: await buffer(request) });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      listener = next;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      );
    },
  };
}

/** An API Key connection to such a server. */
export function connectionTo(baseUrl: string): object {
  return {
    key: "gongApiKey",
    configVarKey: "Gong Connection",
    fields: { baseUrl, accessKey: "key", accessKeySecret: "secret", requestsPerSecond: "1000" },
  };
}
