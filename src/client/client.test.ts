import { createGzip } from "node:zlib";
import type { Fault } from "../../sandbox";
import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import { type FakeTime, fakeTime } from "../../tests/support/time";
import { addMedia, createCall, getTranscripts } from "../operations/calls";
import type { Operation } from "../operations/operation";
import { getUser, listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { multipart } from "./multipart";
import type { ClientOptions, GongClient, GongRequest } from "./types";

let gong: TestGong;
let time: FakeTime;
let client: GongClient;

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
  const its = createClient(connectionTo(server.url), {}, { time, ...options });
  return run(its, server).finally(() => server.stop());
}

const outages: [string, string, Fault][] = [
  ["500", "unavailable", { kind: "status", status: 500 }],
  ["a proxy's page with 502", "unavailable", { kind: "html", status: 502 }],
  ["a proxy's page with 200", "unreadable_answer", { kind: "html", status: 200 }],
  ["half of the JSON", "unreadable_answer", { kind: "truncatedJson" }],
  ["a connection cut before", "unreachable", { kind: "cut", when: "before" }],
  ["a connection cut within the answer", "unreachable", { kind: "cut", when: "during" }],
  ["a connection cut instead of it", "unreachable", { kind: "cut", when: "afterExecuting" }],
];

describe("A read by POST", () => {
  it.each(outages)("is sent again after %s", async (_words, _code, fault) => {
    const [call] = gong.sandbox.company.calls;
    gong.sandbox.faults.next(fault);
    const read = client.call(getTranscripts, { body: { filter: { callIds: [call?.id] } } });
    expect(await read).toHaveProperty("records.totalRecords");
    const [first, second] = gong.sandbox.requests.map(({ path, body }) => [path, body]);
    expect(second).toEqual(first);
    expect(time.waits).toEqual([1_000]);
    expect(client.requests).toBe(2);
  });
});

const file = { content: Buffer.from("bytes"), fileName: "call.wav", contentType: "audio/wav" };
const media = { path: { id: "1" }, form: () => multipart([["mediaFile", file]]) };
const writes: [string, Operation, GongRequest][] = [
  ["Create New Call", createCall, { body: { title: "Renewal" } }],
  ["Add Call Media", addMedia, media],
];

describe.each(writes)("%s", (_, operation, request) => {
  it.each(outages)("is not sent again after %s", async (_words, code, fault) => {
    gong.sandbox.faults.next(fault);
    const error = await failureOf(client.call(operation, request));
    expect(error).toMatchObject({ name: "GongError", code, attempts: 1 });
    expect(error.hint).toContain("It may have been carried out: look in Gong");
    expect(gong.sandbox.requests).toHaveLength(1);
    expect(time.waits).toEqual([]);
  });

  it("is sent again after a 429, whole: Gong refuses it before doing anything", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 2 });
    gong.sandbox.faults.next({ kind: "status", status: 201, body: { callId: "1" } });
    expect(await client.call(operation, request)).toEqual({ callId: "1" });
    const [first, second] = gong.sandbox.requests.map((sent) => sent.body);
    expect(second).toEqual(first);
    expect(time.waits).toEqual([2_000]);
  });

  it("is sent again when no connection could be made", async () => {
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
    await onServer(
      (incoming, response) => {
        // A server that closes a kept connection just as it is used again.
        if (seen.has(incoming.socket)) incoming.socket.destroy();
        else response.end('{"requestId":"r"}');
        seen.add(incoming.socket);
      },
      async (its, server) => {
        await its.call(getUser, { path: { id: "1" } });
        await its.call(operation, request);
        expect(server.connections).toBe(2);
        // Reads take what is kept, and come again when it was closed.
        await its.call(getUser, { path: { id: "1" } });
        expect(server.arrivals).toHaveLength(4);
      },
    );
  });
});

describe("An attempt", () => {
  it.each<[string, Parameters<typeof startServer>[0]]>([
    ["no answer comes", () => {}],
    [
      "an answer trickles in for ever",
      (_, response) => {
        response.write("{");
        const trickle = setInterval(() => response.write(" "), 1);
        response.on("close", () => clearInterval(trickle));
      },
    ],
  ])("ends with its time when %s", async (_, answer) => {
    await onServer(answer, async (its) => {
      const write = its.call({ ...createCall, timeoutMs: 40 }, { body: {} });
      expect(await failureOf(write)).toMatchObject({ code: "timed_out", attempts: 1 });
      const read = await failureOf(its.call({ ...listUsers, timeoutMs: 40 }));
      expect(read).toMatchObject({ code: "timed_out", attempts: 5 });
      expect(read.message).toContain("Gong did not respond in time");
    });
  });

  it("ends with the client's signal, which is not asked again", async () => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const stopped = { code: "timed_out", attempts: 1 };
    await onServer(
      () => stop.abort(),
      async (its) => expect(await failureOf(its.call(listUsers))).toMatchObject(stopped),
      options,
    );
    const its = createClient(gong.connection, {}, { time, ...options });
    expect(await failureOf(its.call(listUsers))).toMatchObject({ ...stopped, attempts: 0 });
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
  const answering = (body: string, run: (client: GongClient) => Promise<unknown>) =>
    onServer((_, response) => void response.end(body), run);
  const user = (its: GongClient) => its.call(getUser, { path: { id: "1" } });
  const lists = [false, true].map(
    (fetchAll) => (its: GongClient) => its.list(listUsers, {}, { fetchAll }),
  );

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
    for (const list of lists) {
      const error = await failureOf(answering(body, list));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 5 });
    }
  });

  it.each([
    '{"requestId":"r","records":{"totalRecords":0,"currentPageSize":0}}',
    '{"requestId":"r","users":null,"records":{"totalRecords":0,"cursor":null}}',
  ])("that counts no records is an empty list: %j", async (body) => {
    for (const list of lists) expect(await answering(body, list)).toMatchObject({ users: [] });
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
        expect(error.message).toContain("the response is larger than 100 MB. Request less");
      },
    );
  });
});
