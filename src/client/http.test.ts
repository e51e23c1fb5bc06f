import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import axios from "axios";
import { createContext } from "../../tests/support/context";
import { failureOf } from "../../tests/support/failure";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import { fakeTime } from "../../tests/support/time";
import { createCall } from "../operations/calls";
import { getUser, listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { handleError } from "./handleError";
import { multipart } from "./multipart";

type Answer = Parameters<typeof startServer>[0];

let servers: TestServer[] = [];
/** A server that answers as it is told, and a client for it. */
async function serve(answer: Answer, context: object = {}) {
  const server = await startServer(answer);
  servers.push(server);
  const client = createClient(connectionTo(server.url), context, { time: fakeTime() });
  return { server, client, arrivals: server.arrivals, url: server.url };
}
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

describe("What is sent", () => {
  it("has the credentials, names JSON where there is some, and nothing more", async () => {
    const { client, arrivals } = await serve((_, response) => response.end('{"users":[]}'));
    const query = { includeAvatars: false, cursor: undefined, ids: ["1", "a b"] };
    await client.call(listUsers, { query });
    await client.call(createCall, { body: { title: "x", purpose: undefined } });
    await client.call({ ...getUser, route: "GET /v2/crm/entities" }, { body: ["1", "2"] });
    await client.call({ ...createCall, route: "DELETE /v2/calls" }, { body: { id: "1" } });
    const authorization = `Basic ${Buffer.from("ACCESSKEY:access-key-secret").toString("base64")}`;
    const json = { "content-type": "application/json" };
    const url = "/v2/users?includeAvatars=false&ids=1&ids=a%20b";
    expect(arrivals).toMatchObject([
      { method: "GET", url, headers: { accept: "application/json", authorization } },
      { method: "POST", headers: { ...json, "content-length": "13" } },
      { method: "GET", headers: { ...json, "content-length": "9" } },
      { method: "DELETE", headers: { ...json, "content-length": "10" } },
    ]);
    const usual = ["accept", "accept-encoding", "authorization", "connection", "host"];
    expect(Object.keys(arrivals[0]?.headers ?? {}).sort()).toEqual([...usual, "user-agent"]);
  });

  it("goes through no proxy that the environment names", async () => {
    const proxy = await serve((_, response) => response.end("{}"));
    const { client, arrivals, url } = await serve((_, response) => response.end('{"users":[]}'));
    const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [
      ...[name, name.toLowerCase()],
    ]);
    const environment = { ...process.env };
    for (const name of ["NO_PROXY", "no_proxy"]) delete process.env[name];
    for (const name of names) process.env[name] = proxy.url;
    try {
      // What an ordinary client does here, so that the silence below means something.
      await axios.get(url);
      expect([arrivals.length, proxy.arrivals.length]).toEqual([0, 1]);
      await client.call(listUsers);
      expect([arrivals.length, proxy.arrivals.length]).toEqual([1, 1]);
    } finally {
      process.env = environment;
    }
  });

  it("is cut off when it is answered before its end, and leaves no connection open", async () => {
    const content = Buffer.alloc(64 * 1024 ** 2);
    let socket: Socket | undefined;
    const server = createServer((its) => {
      socket = its.on("error", () => {});
      its.once("data", () => {
        its.pause();
        its.write("HTTP/1.1 413 Large\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const client = createClient(connectionTo(`http://127.0.0.1:${port}`));
    const file = { content, fileName: "a.csv", contentType: "text/csv" };
    const form = () => multipart([["dataFile", file]]);
    expect(await failureOf(client.call(createCall, { form }))).toMatchObject({ status: 413 });
    // What the client still held back would arrive now.
    if (socket) await once(socket.resume(), "close");
    server.close();
    expect(socket?.bytesRead).toBeLessThan(content.length);
  });
});

describe.each([301, 302, 303, 307, 308])("A redirect with %d", (status) => {
  const redirect = (location: string) =>
    serve((request, response) => {
      if (request.url === "/here?a=1") response.end("found");
      else response.writeHead(status, { location }).end();
    });
  const raw = ({ url }: { url: string }, method: string) => ({
    name: "Raw Request",
    method,
    url: `${url}/moved`,
    route: "(raw path)",
    headers: { Authorization: "Basic x", "Content-Type": "text/plain" },
    makeBody: () => "text",
    timeoutMs: 60_000,
    read: String,
    idempotent: false,
    decide: () => undefined,
    followRedirects: true,
  });

  it("is not followed by an operation: credentials stay here", async () => {
    const elsewhere = await serve((_, response) => response.end('{"users":[]}'));
    for (const location of [`${elsewhere.url}/v2/users`, "/here?a=1"]) {
      const { client, arrivals } = await redirect(location);
      const error = await failureOf(client.call(listUsers));
      expect(error).toMatchObject({ status, code: "unreadable_answer", attempts: 1 });
      expect(error.message).toMatch(/nothing was sent elsewhere.*Check that the Base URL/);
      expect(arrivals).toHaveLength(1);
    }
    expect(elsewhere.arrivals).toEqual([]);
  });

  it.each(["GET", "POST", "PUT", "HEAD"])(
    "is followed on the same host by a %s",
    async (method) => {
      const { client, arrivals, server } = await redirect("/here?a=1#part");
      expect((await client.send(raw(server, method))).status).toBe(200);
      const keeps = status >= 307 || method === "HEAD" || (status !== 303 && method !== "POST");
      const [, second] = arrivals;
      expect(second?.method).toBe(keeps ? method : "GET");
      expect(second?.headers["content-type"]).toBe(keeps ? "text/plain" : undefined);
      expect(second?.headers["content-length"]).toBe(keeps ? "4" : undefined);
      expect(client.requests).toBe(2);
    },
  );

  it("is followed nowhere else, and not for ever", async () => {
    const elsewhere = await serve((_, response) => response.end("stolen"));
    const ends: [string, number][] = [
      [`${elsewhere.url}/x`, 1],
      ["/again", 6],
    ];
    for (const [location, count] of ends) {
      const { client, arrivals, server } = await redirect(location);
      expect(await failureOf(client.send(raw(server, "GET")))).toMatchObject({ status });
      expect(arrivals).toHaveLength(count);
    }
    expect(elsewhere.arrivals).toEqual([]);
  });
});

describe("The log", () => {
  it("has a line for each attempt in debug mode, and a warning before a wait", async () => {
    const context = createContext({ debug: true });
    const answers: Answer[] = [
      (_, response) => void response.end("<html>"),
      ({ socket }) => void socket.destroy(),
      (_, response) => void response.end('{"requestId":"r1"}'),
    ];
    const { client } = await serve((request, response) => answers.shift()?.(request, response), {
      ...context,
      debug: { enabled: true },
    });
    await client.call(getUser, { path: { id: "1" } });
    expect(context.lines).toEqual([
      "debug: Gong: GET /v2/users/{id} failed in 0 ms, attempt 1: the response did not come from Gong",
      "warn: Gong: Get User failed: the response did not come from Gong. Trying again in 2 s.",
      "debug: Gong: GET /v2/users/{id} failed in 0 ms, attempt 2: the connection broke off (ECONNRESET)",
      "warn: Gong: Get User failed: the connection broke off (ECONNRESET). Trying again in 3 s.",
      "debug: Gong: GET /v2/users/{id} 200 in 0 ms, attempt 3, request ID r1",
    ]);
  });

  it("warns once of a host that is not Gong's", () => {
    const context = createContext();
    for (const host of ["us-1.api.gong.io", "us-1234.app.gong.io", "gateway.example"]) {
      for (let times = 0; times < 2; times += 1) {
        createClient(connectionTo(`https://${host}`), context as never);
      }
    }
    expect(context.lines).toEqual([
      expect.stringMatching(/^warn: .*us-1234\.app\.gong\.io looks like one of Gong's web pages/),
      expect.stringMatching(/^warn: .*gateway\.example is not under gong\.io/),
    ]);
  });
});

describe("A fault of the component", () => {
  it("shows its words only, without people and secrets", () => {
    const fault = Object.assign(new Error("broke at mia@northmoor.example"), {
      config: { headers: { Authorization: "Basic canary" } },
    });
    const shown = handleError(fault) as Error;
    expect(shown.message).toBe("broke at [email address]");
    expect(shownBy(shown)).not.toContain("canary");
    expect((handleError("odd") as Error).message).toBe("Unknown fault");
  });
});
