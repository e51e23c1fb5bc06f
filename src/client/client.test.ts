import { setImmediate } from "node:timers/promises";
import { createGzip } from "node:zlib";
import type { Fault } from "../../sandbox";
import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import { type FakeTime, fakeTime } from "../../tests/support/time";
import { addMedia, createCall, getTranscripts } from "../operations/calls";
import type { Operation } from "../operations/operation";
import { getUser, listUsers } from "../operations/users";
import { createClient, type GongClient, type GongRequest } from "./createClient";
import { multipart } from "./multipart";

let gong: TestGong;
let time: FakeTime;
let client: GongClient;
let uploads = 0;

beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => {
  time = fakeTime();
  client = createClient(gong.connection, {}, { time });
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});

const delayed: Fault = { kind: "delay", milliseconds: 60_000 };

const outages: [string, string, Fault][] = [
  ["500", "unavailable", { kind: "status", status: 500 }],
  ["502", "unavailable", { kind: "status", status: 502 }],
  ["503", "unavailable", { kind: "status", status: 503 }],
  ["504", "unavailable", { kind: "status", status: 504 }],
  ["a proxy's page with 502", "unavailable", { kind: "html", status: 502 }],
  ["a proxy's page with 200", "unreadable_answer", { kind: "html", status: 200 }],
  ["half of the JSON", "unreadable_answer", { kind: "truncatedJson" }],
  ["a connection cut before", "unreachable", { kind: "cut", when: "before" }],
  ["a connection cut within the answer", "unreachable", { kind: "cut", when: "during" }],
  ["a connection cut instead of it", "unreachable", { kind: "cut", when: "afterExecuting" }],
  ["an answer that takes too long", "timed_out", delayed],
];

/** Lets the time of an attempt run out once Gong holds the request back. */
async function outlast(fault: Fault): Promise<void> {
  if (fault.kind !== "delay") return;
  while (gong.sandbox.faults.pending > 0) await setImmediate();
  time.ringAlarms();
}

/** What carries out each operation; nothing but its row may tell the client how to treat it. */
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
  const file = { content: recordingOf(callId), fileName: "call.wav", contentType: "audio/wav" };
  return { path: { id: callId }, form: () => multipart([["mediaFile", file]]) };
}

const recordingOf = (callId: unknown) => Buffer.from(`recording of ${callId}`);

/** The body as the local Gong records it: a form without its bytes. */
const mediaBody = ({ path }: GongRequest) => ({
  fields: {},
  files: [
    {
      field: "mediaFile",
      fileName: "call.wav",
      contentType: "audio/wav",
      size: recordingOf(path?.id).length,
    },
  ],
});

const writes: [
  string,
  Operation,
  () => GongRequest | Promise<GongRequest>,
  (request: GongRequest) => unknown,
][] = [
  ["Create New Call", createCall, newCall, ({ body }) => body],
  ["Add Call Media", addMedia, newMedia, mediaBody],
];

describe.each(reads)("%s", (_, read) => {
  it.each(outages)("is sent again after %s", async (_words, _code, fault) => {
    gong.sandbox.faults.next(fault);
    const [answer] = await Promise.all([read(client), outlast(fault)]);
    expect(answer).toHaveProperty("records.totalRecords");
    expect(gong.sandbox.requests).toHaveLength(2);
    const [first, second] = gong.sandbox.requests.map(({ method, path, query, body }) => ({
      ...{ method, path, query, body },
    }));
    expect(second).toEqual(first);
    expect(time.waits).toEqual([1_500]);
  });

  it.each(outages.filter(([, , { kind }]) => kind !== "delay"))(
    "fails after five attempts and 22.5 s of waiting when %s stays",
    async (_words, code, fault) => {
      gong.sandbox.faults.next({ ...fault, times: 99 });
      const error = await failureOf(read(client));
      expect(error).toMatchObject({ name: "GongError", code, attempts: 5 });
      expect(error.message).toContain("Tried 5 times.");
      expect(error.message).not.toContain("may have been carried out");
      expect(gong.sandbox.requests).toHaveLength(5);
      expect(time.waits).toEqual([1_500, 3_000, 6_000, 12_000]);
    },
  );

  it("is sent again after several outages of different kinds", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 502 });
    gong.sandbox.faults.next({ kind: "cut", when: "during" });
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 3 });
    gong.sandbox.faults.next({ kind: "truncatedJson" });
    await read(client);
    expect(time.waits).toEqual([1_500, 3_000, 3_000, 6_000]);
  });
});

describe.each(writes)("%s", (_, operation, makeRequest, bodyOf) => {
  it.each(outages)(
    "is not sent again after %s: its answer may be lost",
    async (_w, code, fault) => {
      const request = await makeRequest();
      gong.sandbox.faults.next(fault);
      const [error] = await Promise.all([
        failureOf(client.call(operation, request)),
        outlast(fault),
      ]);
      expect(error).toMatchObject({ name: "GongError", code, attempts: 1 });
      expect(error.message).toContain(
        "It may have been carried out all the same: look in Gong before running it again.",
      );
      expect(error.hint).toContain("may have been carried out");
      expect(gong.sandbox.requests).toHaveLength(1);
      expect(time.waits).toEqual([]);
    },
  );

  it("is sent again after a 429, whole: Gong refuses it before doing anything", async () => {
    const request = await makeRequest();
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 2 });
    await expect(client.call(operation, request)).resolves.toHaveProperty("callId");
    const body = bodyOf(request);
    expect(gong.sandbox.requests.map((sent) => sent.body)).toEqual([body, body]);
    expect(time.waits).toEqual([2_000]);
  });

  it("is sent again when no connection could be made: it cannot have been carried out", async () => {
    const request = await makeRequest();
    const closed = await startServer(() => {});
    await closed.stop();
    // A name can have several addresses, whose faults Node gives together.
    for (const url of [closed.url, closed.url.replace("127.0.0.1", "localhost")]) {
      const its = fakeTime();
      const nowhere = createClient(connectionTo(url), {}, { time: its });
      const error = await failureOf(nowhere.call(operation, request));
      expect(error).toMatchObject({ code: "unreachable", attempts: 5 });
      expect(error.message).toContain("no connection (ECONNREFUSED)");
      expect(error.message).toContain(url);
      expect(error.message).not.toContain("may have been carried out");
      expect(its.waits).toEqual([1_500, 3_000, 6_000, 12_000]);
    }
  });

  it("goes on a connection of its own, since a kept one may be closed by the other side", async () => {
    const seen = new Set<unknown>();
    const server = await startServer((request, response) => {
      // A server that closes a kept connection just as it is used again.
      if (seen.has(request.socket)) request.socket.destroy();
      else response.end('{"requestId":"r"}');
      seen.add(request.socket);
    });
    try {
      const its = createClient(connectionTo(server.url), {}, { time });
      await its.call(getUser, { path: { id: "1" } });
      await its.call({ ...operation, route: "POST /v2/calls" as const }, await makeRequest());
      expect(server.connections).toBe(2);
      // Reads take what is kept, and come again when it was closed.
      await its.call(getUser, { path: { id: "1" } });
      expect(server.arrivals).toHaveLength(4);
      expect(time.waits).toEqual([1_500]);
    } finally {
      await server.stop();
    }
  });
});

describe("An answer", () => {
  const answering = async (
    body: string,
    send: (client: GongClient) => Promise<unknown>,
    status = 200,
  ) => {
    const server = await startServer((_, response) => void response.writeHead(status).end(body));
    try {
      return await send(createClient(connectionTo(server.url), {}, { time }));
    } finally {
      await server.stop();
    }
  };
  const user = (its: GongClient) => its.call(getUser, { path: { id: "1" } });

  it("keeps what is not known, and long ids whole", async () => {
    const body = '{"requestId":"r1","user":{"id":"1","brandNew":{"n":7782342274025937895}}}';
    await expect(answering(body, user)).resolves.toEqual({
      requestId: "r1",
      user: { id: "1", brandNew: { n: "7782342274025937895" } },
    });
  });

  it("may be without a body where it has nothing to tell", async () => {
    await expect(answering("", user, 204)).resolves.toEqual({});
    await expect(answering("\ufeff{}", user)).resolves.toEqual({});
  });

  it.each(["null", "[]", "7", '"text"', "true", "OK", "{}{}"])(
    "that is no JSON object is none of Gong's: %s",
    async (body) => {
      const error = await failureOf(answering(body, user));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 5 });
    },
  );

  it("to what changes something is one, or it may not have been done", async () => {
    const error = await failureOf(answering("", (its) => its.call(createCall, newCall())));
    expect(error).toMatchObject({ code: "unreadable_answer", attempts: 1 });
    expect(error.message).toContain("It may have been carried out all the same");
  });

  it.each([
    "",
    "{}",
    '{"status":"maintenance"}',
    '{"requestId":"r","errors":["temporary failure"]}',
    '{"users":null}',
    '{"users":null,"records":{"totalRecords":5,"cursor":null}}',
    '{"users":null,"records":{"totalRecords":0,"cursor":"c"}}',
    '{"users":{"a":1},"records":{"totalRecords":0}}',
    '{"users":{"a":1}}',
    '{"records":{"totalRecords":5,"currentPageSize":5}}',
    '{"records":{"totalRecords":0,"cursor":"c"}}',
    '{"errors":["x"],"records":{}}',
  ])("to a list without records is no empty list: %j", async (body) => {
    for (const fetchAll of [false, true]) {
      const list = (its: GongClient) => its.list(listUsers, {}, { fetchAll });
      const error = await failureOf(answering(body, list));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 5 });
    }
  });

  it.each([
    '{"requestId":"r","records":{"totalRecords":0,"currentPageSize":0}}',
    '{"requestId":"r","records":{"totalRecords":0,"cursor":null}}',
    '{"requestId":"r","users":null,"records":{"totalRecords":0}}',
    '{"requestId":"r","users":null,"records":{"totalRecords":0,"cursor":null}}',
  ])("that counts no records is an empty list, with or without one: %j", async (body) => {
    for (const fetchAll of [false, true]) {
      const list = (its: GongClient) => its.list(listUsers, {}, { fetchAll });
      expect(await answering(body, list)).toMatchObject({ users: [] });
    }
  });

  it("of more than 100 MB is not read to its end, also when it comes compressed", async () => {
    const server = await startServer((_, response) => {
      response.setHeader("content-encoding", "gzip");
      const zip = createGzip();
      zip.pipe(response);
      for (let megabyte = 0; megabyte < 110; megabyte += 1) zip.write(Buffer.alloc(2 ** 20));
      zip.end();
    });
    try {
      const its = createClient(connectionTo(server.url), {}, { time });
      const error = await failureOf(user(its));
      expect(error).toMatchObject({ code: "unreadable_answer", attempts: 1 });
      expect(error.message).toMatch(
        /^Get User failed: the answer is larger than 100 MB\. Ask for less at once/,
      );
    } finally {
      await server.stop();
    }
  });

  it("that trickles in for ever is given up after its time", async () => {
    const server = await startServer((_, response) => {
      response.write("{");
      const trickle = setInterval(() => response.write(" "), 1);
      response.on("close", () => clearInterval(trickle));
      setTimeout(() => time.ringAlarms(), 50);
    });
    try {
      const its = createClient(connectionTo(server.url), {}, { time });
      const before = time.now();
      const error = await failureOf(its.call({ ...createCall, timeoutMs: 7_000 }, newCall()));
      expect(error).toMatchObject({ code: "timed_out", attempts: 1 });
      expect(time.now() - before).toBe(7_000);
    } finally {
      await server.stop();
    }
  });
});

describe("A host that speaks no https", () => {
  it("is not asked again: waiting mends no certificate", async () => {
    const server = await startServer((_, response) => response.end("{}"));
    try {
      const its = createClient(connectionTo(server.url.replace("http", "https")), {}, { time });
      const error = await failureOf(its.call(getUser, { path: { id: "1" } }));
      expect(error).toMatchObject({ code: "unreachable", attempts: 1 });
      expect(server.arrivals).toEqual([]);
      // The same fault can come in the middle of an answer, so nothing can be promised.
      const changing = await failureOf(its.call(createCall, newCall()));
      expect(changing).toMatchObject({ code: "unreachable", attempts: 1 });
      expect(changing.message).toContain("It may have been carried out all the same");
    } finally {
      await server.stop();
    }
  });
});
