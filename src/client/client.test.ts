import { createGzip } from "node:zlib";
import axios from "axios";
import type { Fault } from "../../sandbox";
import { createContext } from "../../tests/support/context";
import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import { type FakeTime, fakeTime } from "../../tests/support/time";
import { addMedia, createCall, getTranscripts } from "../operations/calls";
import type { Operation } from "../operations/operation";
import { getUser, listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { handleError } from "./handleError";
import { multipart } from "./multipart";
import type { ClientOptions, GongClient, GongRequest } from "./types";

let gong: TestGong;
let time: FakeTime;
let client: GongClient;
let uploads = 0;

beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => {
  // Without chance nothing is added to Retry-After.
  time = fakeTime("2026-03-01T09:00:00Z", 0);
  client = createClient(gong.connection, {}, { time });
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});

/** Runs against a server that answers as it is told. */
async function onServer<Result>(
  answer: Parameters<typeof startServer>[0],
  run: (client: GongClient, server: TestServer) => Promise<Result>,
  options: ClientOptions = {},
): Promise<Result> {
  const server = await startServer(answer);
  try {
    return await run(createClient(connectionTo(server.url), {}, { time, ...options }), server);
  } finally {
    await server.stop();
  }
}

const outages: [string, string, Fault][] = [
  ["500", "unavailable", { kind: "status", status: 500 }],
  ["503", "unavailable", { kind: "status", status: 503 }],
  ["504", "unavailable", { kind: "status", status: 504 }],
  ["a proxy's page with 502", "unavailable", { kind: "html", status: 502 }],
  ["a proxy's page with 200", "unreadable_answer", { kind: "html", status: 200 }],
  ["half of the JSON", "unreadable_answer", { kind: "truncatedJson" }],
  ["a connection cut before", "unreachable", { kind: "cut", when: "before" }],
  ["a connection cut within the answer", "unreachable", { kind: "cut", when: "during" }],
  ["a connection cut instead of it", "unreachable", { kind: "cut", when: "afterExecuting" }],
];

/** Nothing but an operation's row may tell the client how to treat it. */
const reads: [string, (client: GongClient) => Promise<object>][] = [
  ["a read by GET", (its) => its.call(listUsers)],
  [
    "a read by POST",
    (its) =>
      its.call(getTranscripts, {
        body: { filter: { callIds: [gong.sandbox.company.calls[0]?.id] } },
      }),
  ],
];

function newCall(): GongRequest {
  const user = gong.sandbox.company.users.find(
    ({ active, settings }) => active && settings.telephonyCallsImported,
  );
  uploads += 1;
  return {
    body: {
      clientUniqueId: `client-test-${uploads}`,
      actualStart: "2026-03-01T08:00:00Z",
      direction: "Inbound",
      primaryUser: user?.id,
      parties: [{ userId: user?.id }],
    },
  };
}

async function newMedia(): Promise<GongRequest> {
  const { callId } = await createClient(gong.connection).call(createCall, newCall());
  gong.sandbox.clearRequests();
  const content = Buffer.from(`recording of ${callId}`);
  const file = { content, fileName: "call.wav", contentType: "audio/wav" };
  return { path: { id: String(callId) }, form: () => multipart([["mediaFile", file]]) };
}

const writes: [string, Operation, () => GongRequest | Promise<GongRequest>][] = [
  ["Create New Call", createCall, newCall],
  ["Add Call Media", addMedia, newMedia],
];

describe.each(reads)("%s", (_, read) => {
  it.each(outages)("is sent again after %s", async (_words, _code, fault) => {
    gong.sandbox.faults.next(fault);
    expect(await read(client)).toHaveProperty("records.totalRecords");
    const sent = gong.sandbox.requests.map(({ method, path, query, body }) => ({
      ...{ method, path, query, body },
    }));
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(time.waits).toEqual([1_000]);
    expect(client.requests).toBe(2);
  });
});

describe.each(writes)("%s", (_, operation, makeRequest) => {
  it.each(outages)("is not sent again after %s", async (_words, code, fault) => {
    const request = await makeRequest();
    gong.sandbox.faults.next(fault);
    const error = await failureOf(client.call(operation, request));
    expect(error).toMatchObject({ name: "GongError", code, attempts: 1 });
    expect(error.hint).toContain("It may have been carried out: look in Gong");
    expect(gong.sandbox.requests).toHaveLength(1);
    expect(time.waits).toEqual([]);
  });

  it("is sent again after a 429, whole: Gong refuses it before doing anything", async () => {
    const request = await makeRequest();
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 2 });
    await expect(client.call(operation, request)).resolves.toHaveProperty("callId");
    const [first, second] = gong.sandbox.requests.map((sent) => sent.body);
    expect(second).toEqual(first);
    expect(time.waits).toEqual([2_000]);
  });

  it("is sent again when no connection could be made", async () => {
    const request = await makeRequest();
    const closed = await startServer(() => {});
    await closed.stop();
    // A name can have several addresses, whose faults Node.js gives together.
    for (const url of [closed.url, closed.url.replace("127.0.0.1", "localhost")]) {
      const its = createClient(connectionTo(url), {}, { time });
      const error = await failureOf(its.call(operation, request));
      expect(error).toMatchObject({ code: "unreachable", attempts: 5 });
      expect(error.message).toContain("no connection (ECONNREFUSED)");
      expect(error.message).toContain(url);
      expect(error.message).not.toContain("may have been carried out");
    }
  });

  it("takes a fresh connection, since a kept one may be closed by the other side", async () => {
    const seen = new Set<unknown>();
    const request = await makeRequest();
    await onServer(
      (incoming, response) => {
        // A server that closes a kept connection just as it is used again.
        if (seen.has(incoming.socket)) incoming.socket.destroy();
        else response.end('{"requestId":"r"}');
        seen.add(incoming.socket);
      },
      async (its, server) => {
        await its.call(getUser, { path: { id: "1" } });
        await its.call({ ...operation, route: "POST /v2/calls" }, request);
        expect(server.connections).toBe(2);
        // Reads take what is kept, and come again when it was closed.
        await its.call(getUser, { path: { id: "1" } });
        expect(server.arrivals).toHaveLength(4);
      },
    );
  });
});

describe("An attempt", () => {
  const silent = () => {};
  const trickling: Parameters<typeof startServer>[0] = (_, response) => {
    response.write("{");
    const trickle = setInterval(() => response.write(" "), 1);
    response.on("close", () => clearInterval(trickle));
  };

  it.each([
    ["no answer comes", silent],
    ["an answer trickles in for ever", trickling],
  ])("ends with its time when %s", async (_, answer) => {
    await onServer(answer, async (its, server) => {
      const write = its.call({ ...createCall, timeoutMs: 40 }, newCall());
      expect(await failureOf(write)).toMatchObject({ code: "timed_out", attempts: 1 });
      const read = await failureOf(its.call({ ...listUsers, timeoutMs: 40 }));
      expect(read).toMatchObject({ code: "timed_out", attempts: 5 });
      expect(read.message).toContain("no answer came in time");
      expect(server.arrivals.length).toBeGreaterThan(1);
    });
  });

  it("ends with the client's signal, which is not asked again", async () => {
    const stop = new AbortController();
    const read = onServer(
      () => stop.abort(),
      (its, server) =>
        failureOf(its.call(listUsers)).then((error) => [error, server.arrivals.length]),
      { signal: stop.signal },
    );
    expect(await read).toEqual([expect.objectContaining({ code: "timed_out", attempts: 1 }), 1]);
    const its = createClient(gong.connection, {}, { time, signal: stop.signal });
    expect(await failureOf(its.call(listUsers))).toMatchObject({ code: "timed_out", attempts: 0 });
    expect(gong.sandbox.requests).toEqual([]);
  });
});

describe("Gong's limit", () => {
  const refuse = (...seconds: (number | string | undefined)[]) => {
    for (const retryAfter of seconds) {
      gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter } as Fault);
    }
  };

  it("is waited for exactly as long as it says, and leaves the tries after an outage", async () => {
    refuse(1, 1, 7, 1, "Sun, 01 Mar 2026 09:00:12 GMT");
    gong.sandbox.faults.next({ kind: "status", status: 502 });
    await client.call(listUsers);
    expect(time.waits).toEqual([1_000, 1_000, 7_000, 1_000, 2_000, 1_000]);
  });

  it("gets a random part on top, never below it", async () => {
    refuse(2);
    time = fakeTime(undefined, 0.9);
    await createClient(gong.connection, {}, { time }).call(listUsers);
    expect(time.waits).toEqual([2_270]);
  });

  it("is refused at once when it lasts longer than the time left, with the time of day", async () => {
    refuse(301);
    const error = await failureOf(client.call(listUsers));
    expect(error).toMatchObject({ code: "daily_limit", retryAfterSeconds: 301, attempts: 1 });
    expect(error.message).toContain("Run it again in 301 s, at 2026-03-01T09:05:01Z.");
    expect(error.headers).toMatchObject({ "retry-after": "301" });
    expect(time.waits).toEqual([]);
  });

  it("is waited for five minutes in all, over all requests of a client", async () => {
    refuse(200, 60, 40);
    await client.call(listUsers);
    refuse(1);
    const error = await failureOf(client.call(listUsers));
    expect(error).toMatchObject({ code: "rate_limited", retryAfterSeconds: 1 });
    // Another action has its own time, and a picker less.
    refuse(1);
    await createClient(gong.connection, {}, { time }).call(listUsers);
    refuse(16);
    expect(await failureOf(gong.pick("users"))).toMatchObject({ retryAfterSeconds: 16 });
  });
});

describe("An answer", () => {
  const answering = (body: string, run: (client: GongClient) => Promise<unknown>, status = 200) =>
    onServer((_, response) => void response.writeHead(status).end(body), run);
  const user = (its: GongClient) => its.call(getUser, { path: { id: "1" } });

  it("keeps what is not known, and long ids whole", async () => {
    const body = '{"requestId":"r1","user":{"id":"1","brandNew":{"n":7782342274025937895}}}';
    expect(await answering(body, user)).toEqual({
      requestId: "r1",
      user: { id: "1", brandNew: { n: "7782342274025937895" } },
    });
  });

  it.each([200, 201, 202, 204])("%d without a body is success, also of a write", async (status) => {
    const write = (its: GongClient) => its.call(createCall, newCall());
    expect(await answering("", user, status)).toBe("");
    expect(await answering("", write, status)).toBe("");
  });

  it.each(["null", "[]", "7", '"text"', "OK", "{}{}"])(
    "that is no JSON object is none of Gong's: %s",
    async (body) => {
      const error = await failureOf(answering(body, user));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 5 });
    },
  );

  it.each([
    ...["", "{}", '{"requestId":"r","errors":["temporary failure"]}', '{"users":null}'],
    ...['{"users":null,"records":{"totalRecords":5,"cursor":null}}'],
    ...['{"users":{"a":1},"records":{"totalRecords":0}}'],
    ...['{"records":{"totalRecords":0,"cursor":"c"}}'],
  ])("to a list without records is no empty list: %j", async (body) => {
    for (const fetchAll of [false, true]) {
      const list = (its: GongClient) => its.list(listUsers, {}, { fetchAll });
      const error = await failureOf(answering(body, list));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 5 });
    }
  });

  it.each([
    '{"requestId":"r","records":{"totalRecords":0,"currentPageSize":0}}',
    '{"requestId":"r","users":null,"records":{"totalRecords":0,"cursor":null}}',
  ])("that counts no records is an empty list: %j", async (body) => {
    for (const fetchAll of [false, true]) {
      const list = (its: GongClient) => its.list(listUsers, {}, { fetchAll });
      expect(await answering(body, list)).toMatchObject({ users: [] });
    }
  });

  it("of more than 100 MB is not read to its end, also when it comes compressed", async () => {
    await onServer(
      (_, response) => {
        response.setHeader("content-encoding", "gzip");
        const zip = createGzip({ level: 1 });
        zip.pipe(response);
        for (let megabyte = 0; megabyte < 110; megabyte += 1) zip.write(Buffer.alloc(2 ** 20));
        zip.end();
      },
      async (its) => {
        const error = await failureOf(user(its));
        expect(error).toMatchObject({ code: "unreadable_answer", attempts: 1 });
        expect(error.message).toContain("the answer is larger than 100 MB. Ask for less, for");
      },
    );
  });
});

describe("What is sent", () => {
  it("has the credentials, names JSON where there is some, and nothing more", async () => {
    await onServer(
      (_, response) => response.end('{"requestId":"r","users":[]}'),
      async (its, server) => {
        const query = { includeAvatars: false, cursor: undefined, ids: ["1", "a b"] };
        await its.call(listUsers, { query });
        await its.call(createCall, { body: { title: "x", purpose: undefined } });
        await its.call({ ...getUser, route: "GET /v2/crm/entities" }, { body: ["1", "2"] });
        await its.call({ ...createCall, route: "DELETE /v2/calls" }, { body: { id: "1" } });
        const authorization = `Basic ${Buffer.from("ACCESSKEY:access-key-secret").toString("base64")}`;
        const json = { "content-type": "application/json" };
        expect(server.arrivals).toMatchObject([
          {
            method: "GET",
            url: "/v2/users?includeAvatars=false&ids=1&ids=a%20b",
            headers: { accept: "application/json", authorization },
          },
          { method: "POST", headers: { ...json, "content-length": "13" } },
          { method: "GET", headers: { ...json, "content-length": "9" } },
          { method: "DELETE", headers: { ...json, "content-length": "10" } },
        ]);
        expect(server.arrivals[0]?.headers).not.toHaveProperty("content-type");
        for (const { headers } of server.arrivals) {
          const usual = ["accept", "accept-encoding", "authorization", "connection", "host"];
          const ofBody = ["content-length", "content-type", "user-agent"];
          expect([...usual, ...ofBody]).toEqual(expect.arrayContaining(Object.keys(headers)));
        }
      },
    );
  });

  it("goes through no proxy that the environment names", async () => {
    const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"];
    const all = names.flatMap((name) => [name, name.toLowerCase()]);
    const before = all.map((name) => [name, process.env[name]] as const);
    const proxy = await startServer((_, response) => response.end("{}"));
    for (const name of all) delete process.env[name];
    for (const name of all.slice(0, 6)) process.env[name] = proxy.url;
    try {
      await onServer(
        (_, response) => response.end('{"users":[]}'),
        async (its, server) => {
          // What an ordinary client does here, so that the silence below means something.
          await axios.get(server.url);
          expect([server.arrivals.length, proxy.arrivals.length]).toEqual([0, 1]);
          await its.call(listUsers);
          expect([server.arrivals.length, proxy.arrivals.length]).toEqual([1, 1]);
        },
      );
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await proxy.stop();
    }
  });
});

describe.each([301, 302, 303, 307, 308])("A redirect with %d", (status) => {
  it("is not followed by an operation: credentials stay here", async () => {
    const elsewhere = await startServer((_, response) => response.end('{"users":[]}'));
    const moved = [`${elsewhere.url}/v2/users`, "/moved"];
    for (const location of moved) {
      await onServer(
        (_, response) => response.writeHead(status, { location }).end(),
        async (its, server) => {
          const error = await failureOf(its.call(listUsers));
          expect(error).toMatchObject({ status, code: "unreadable_answer", attempts: 1 });
          expect(error.message).toMatch(/nothing was sent elsewhere.*Check that the Base URL/);
          expect(server.arrivals).toHaveLength(1);
        },
      );
    }
    expect(elsewhere.arrivals).toEqual([]);
    await elsewhere.stop();
  });

  it.each(["GET", "POST", "PUT", "HEAD"])(
    "is followed on the same host by a %s",
    async (method) => {
      await onServer(
        (request, response) => {
          if (request.url === "/here?a=1") response.end("found");
          else response.writeHead(status, { location: "/here?a=1#part" }).end();
        },
        async (its, server) => {
          const answer = await its.send({ ...raw(server, method), makeBody: () => "text" });
          expect(answer.status).toBe(200);
          const keeps = status >= 307 || method === "HEAD" || (status !== 303 && method !== "POST");
          const [, second] = server.arrivals;
          expect(second?.method).toBe(keeps ? method : "GET");
          expect(second?.headers["content-type"]).toBe(keeps ? "text/plain" : undefined);
          expect(second?.headers["content-length"]).toBe(keeps ? "4" : undefined);
          expect(its.requests).toBe(2);
        },
      );
    },
  );

  it("is followed nowhere else, and not for ever", async () => {
    const elsewhere = await startServer((_, response) => response.end("stolen"));
    for (const [location, arrivals] of [
      [`${elsewhere.url}/x`, 1],
      ["/again", 6],
    ] as const) {
      await onServer(
        (_, response) => response.writeHead(status, { location }).end(),
        async (its, server) => {
          expect(await failureOf(its.send(raw(server, "GET")))).toMatchObject({ status });
          expect(server.arrivals).toHaveLength(arrivals);
        },
      );
    }
    expect(elsewhere.arrivals).toEqual([]);
    await elsewhere.stop();
  });

  const raw = ({ url }: TestServer, method: string) => ({
    name: "Raw Request",
    method,
    url: `${url}/moved`,
    route: "(raw path)",
    headers: { Authorization: "Basic x", "Content-Type": "text/plain" },
    timeoutMs: 60_000,
    read: String,
    idempotent: false,
    decide: () => undefined,
    followRedirects: true,
  });
});

describe("The log", () => {
  it("has a line for each attempt in debug mode, and a warning before a wait", async () => {
    const context = createContext({ debug: true });
    gong.sandbox.faults.next({ kind: "html", status: 200 });
    gong.sandbox.faults.next({ kind: "cut", when: "before" });
    const its = createClient(gong.connection, { ...context, debug: { enabled: true } } as never, {
      time,
    });
    await its.call(getUser, { path: { id: gong.sandbox.company.users[0]?.id ?? "" } });
    expect(context.lines).toEqual([
      "debug: Gong: GET /v2/users/{id} failed in 0 ms, attempt 1: the answer did not come from Gong",
      "warn: Gong: Get User failed: the answer did not come from Gong. Trying again in 1 s.",
      "debug: Gong: GET /v2/users/{id} failed in 0 ms, attempt 2: the connection broke off (ECONNRESET)",
      "warn: Gong: Get User failed: the connection broke off (ECONNRESET). Trying again in 2 s.",
      expect.stringMatching(
        /^debug: Gong: GET \/v2\/users\/\{id\} 200 in 0 ms, attempt 3, request ID \w+$/,
      ),
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
