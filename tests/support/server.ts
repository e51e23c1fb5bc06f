import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Arrival {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** A server on this machine that does as it is told, and records what it gets. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly arrivals: Arrival[];
  /** How many connections were made. */
  readonly connections: number;
  stop(): Promise<void>;
}

/** Starts one. */
export async function startServer(answer: RequestListener): Promise<TestServer> {
  const arrivals: Arrival[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    arrivals.push({ method, url, headers });
    answer(request, response);
  }).on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    arrivals,
    get connections() {
      return connections;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** An API Key connection to an address. */
export const connectionTo = (baseUrl: string, fields: object = {}) => ({
  key: "gongApiKey",
  configVarKey: "Gong Connection",
  fields: {
    baseUrl,
    accessKey: "ACCESSKEY",
    accessKeySecret: "access-key-secret",
    requestsPerSecond: "1000",
    ...fields,
  },
});
