import { createContext } from "./context";
import { startGong, type TestGong } from "./gong";
import {
  type ArrivedRequest,
  connectionTo,
  type RecordingServer,
  startRecordingServer,
} from "./recordingServer";

type Answer = readonly [status: number, headers: Record<string, string>, body: string | Buffer];

/** Raw Request on a server that keeps bytes, beside the local Gong. */
export interface RawRequests {
  readonly gong: TestGong;
  readonly wire: RecordingServer;
  /** Connection to the server that keeps bytes. */
  readonly connection: object;
  /** Sends there with what is needed at least, and gives the one request that arrived. */
  arrived(inputs: object): Promise<ArrivedRequest>;
  /** Lets the server answer so, and gives the step's result. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, field by field
  answered(answer: Answer, inputs?: object): Promise<any>;
  stop(): Promise<void>;
}

/** What Raw Request needs at least. */
export const minimum = { url: "/v2/workspaces", method: "GET", responseType: "json" };

/** Starts both. */
export async function startRawRequests(): Promise<RawRequests> {
  const gong = await startGong({ callCount: 20 });
  const wire = await startRecordingServer();
  const connection = connectionTo(wire.url);
  const run = (inputs: object) =>
    gong.run("rawRequest", { connection, ...minimum, ...inputs }, createContext());
  return {
    gong,
    wire,
    connection,
    arrived: async (inputs) => {
      wire.requests.length = 0;
      wire.answer((_, response) => void response.end("{}"));
      await run(inputs);
      const [request] = wire.requests;
      if (!request || wire.requests.length !== 1) throw new Error("Not one request arrived.");
      return request;
    },
    answered: ([status, headers, body], inputs = {}) => {
      wire.requests.length = 0;
      wire.answer((_, response) => void response.writeHead(status, headers).end(body));
      return run(inputs);
    },
    stop: async () => {
      await gong.stop();
      await wire.stop();
    },
  };
}

/** The parts of a multipart body: their headers, and what they hold. */
export function partsOf({ headers, body }: ArrivedRequest): [head: string, content: string][] {
  const type = headers["content-type"]?.[0] ?? "";
  const [, boundary] = /^multipart\/form-data; boundary=([\w-]+)$/.exec(type) ?? [];
  if (!boundary) throw new Error("This is no multipart body.");
  const parts = body.toString("utf8").split(`--${boundary}`);
  if (parts[0] !== "" || parts.at(-1) !== "--\r\n") throw new Error("The body is not whole.");
  return parts.slice(1, -1).map((part) => {
    const [, head = "", content = ""] = /^\r\n(.*?)\r\n\r\n(.*)\r\n$/s.exec(part) ?? [];
    return [head, content];
  });
}
