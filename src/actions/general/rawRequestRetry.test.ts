import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startGong, type TestGong } from "../../../tests/support/gong";
import {
  connectionTo,
  type RecordingServer,
  startRecordingServer,
} from "../../../tests/support/recordingServer";
import { systemTime } from "../../client/time";

let gong: TestGong;
let sleep: jest.SpyInstance<Promise<void>, [milliseconds: number]>;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
  sleep = jest.spyOn(systemTime, "sleep").mockResolvedValue();
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
  sleep.mockClear();
});
afterAll(async () => {
  sleep.mockRestore();
  await gong.stop();
});

const read = { url: "/v2/workspaces", method: "GET", responseType: "json" };
const write = { ...read, url: "/v2/calls", method: "POST", data: {} };
const outage = (status = 503, times = 20) =>
  gong.sandbox.faults.next({ kind: "status", status, times });

/** How often a request was sent, and how long was waited before each repetition. */
const seen = () => ({
  sent: gong.sandbox.requests.length,
  waits: sleep.mock.calls.map(([milliseconds]) => milliseconds),
});

describe("Raw Request repeats", () => {
  it("nothing unless asked to", async () => {
    outage();
    const error = await gong.fail("rawRequest", read);
    expect(error).toMatchObject({ code: "unavailable", status: 503, attempts: 1 });
    expect(seen()).toEqual({ sent: 1, waits: [] });
  });

  it("as often as asked, after the delay that was asked for", async () => {
    outage();
    const inputs = { ...read, maxRetries: "3", retryDelayMS: "1500" };
    expect(await gong.fail("rawRequest", inputs)).toMatchObject({ status: 503, attempts: 4 });
    expect(seen()).toEqual({ sent: 4, waits: [1500, 1500, 1500] });
  });

  it("at once when no delay is given", async () => {
    outage();
    await gong.fail("rawRequest", { ...read, maxRetries: 2 });
    expect(seen()).toEqual({ sent: 3, waits: [0, 0] });
  });

  it.each([
    ["200", [200, 400, 800, 1600]],
    ["0", [1000, 2000, 4000, 8000]],
    [undefined, [1000, 2000, 4000, 8000]],
  ])("with doubled waits from a delay of %p", async (retryDelayMS, waits) => {
    outage();
    await gong.fail("rawRequest", {
      ...read,
      maxRetries: 4,
      retryDelayMS,
      useExponentialBackoff: "true",
    });
    expect(seen()).toEqual({ sent: 5, waits });
  });

  it("until it works, and no longer", async () => {
    outage(500, 2);
    const { data } = await gong.run("rawRequest", { ...read, maxRetries: 10 });
    expect(data.workspaces).not.toHaveLength(0);
    expect(seen().sent).toBe(3);
  });

  it.each([
    [{ kind: "cut", when: "before" }],
    [{ kind: "cut", when: "during" }],
    [{ kind: "truncatedJson" }],
    [{ kind: "html" }],
  ] as const)("after %j", async (fault) => {
    gong.sandbox.faults.next(fault);
    const { data } = await gong.run("rawRequest", { ...read, maxRetries: 1 });
    expect(data.workspaces).not.toHaveLength(0);
    expect(seen().sent).toBe(2);
  });

  it.each([400, 401, 403, 404, 409])("no %d, whose answer would be the same", async (status) => {
    outage(status);
    await gong.fail("rawRequest", { ...read, maxRetries: 3 });
    expect(seen()).toEqual({ sent: 1, waits: [] });
  });

  it.each([400, 404, 409, 500])("a %d with Retry On All Errors", async (status) => {
    outage(status);
    await gong.fail("rawRequest", { ...write, maxRetries: 2, retryAllErrors: "true" });
    expect(seen()).toEqual({ sent: 3, waits: [0, 0] });
  });

  it.each(["POST", "PATCH", "PUT", "DELETE"])(
    "no %s after an outage, which may have come after it was carried out",
    async (method) => {
      outage();
      const error = await gong.fail("rawRequest", { ...write, method, maxRetries: 3 });
      expect(error.message).toContain("may have been carried out");
      expect(seen()).toEqual({ sent: 1, waits: [] });
    },
  );

  it("an OPTIONS, which changes nothing", async () => {
    outage();
    await gong.fail("rawRequest", { ...write, method: "OPTIONS", maxRetries: 1 });
    expect(seen().sent).toBe(2);
  });

  it("no GET of what spends credits on each call", async () => {
    outage();
    await gong.fail("rawRequest", { ...read, url: "/v2/entities/ask-entity?q=x", maxRetries: 1 });
    expect(seen().sent).toBe(1);
  });

  it("a POST that never reached Gong", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const connection = connectionTo(`http://127.0.0.1:${port}`);
    const inputs = { ...write, connection, maxRetries: 2, retryDelayMS: 50 };
    const error = await gong.fail("rawRequest", inputs);
    expect(error).toMatchObject({ code: "unreachable", attempts: 3 });
    expect(seen().waits).toEqual([50, 50]);
  });
});

describe("The limit of the account", () => {
  it("is waited for exactly as Gong says, asked or not", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 7 });
    await gong.run("rawRequest", { ...read, retryDelayMS: 1, useExponentialBackoff: true });
    expect(seen()).toEqual({ sent: 2, waits: [7000] });
  });

  it("is not waited for when that takes hours", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 36_000, times: 20 });
    const inputs = { ...read, maxRetries: 10, retryAllErrors: true };
    const error = await gong.fail("rawRequest", inputs);
    expect(error).toMatchObject({ code: "daily_limit", retryAfterSeconds: 36_000 });
    expect(seen()).toEqual({ sent: 1, waits: [] });
  });

  it("leaves the repetitions after an outage, and their waits, as they were asked for", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 7, times: 3 });
    outage(500);
    const inputs = { ...read, maxRetries: 2, useExponentialBackoff: true };
    expect(await gong.fail("rawRequest", inputs)).toMatchObject({ status: 500, attempts: 6 });
    expect(seen()).toEqual({ sent: 6, waits: [7_000, 7_000, 7_000, 1_000, 2_000] });
  });

  it("is tried again as asked when Gong does not say how long, whatever the method", async () => {
    outage(429);
    await gong.fail("rawRequest", { ...write, maxRetries: 2, retryDelayMS: 40 });
    expect(seen()).toEqual({ sent: 3, waits: [40, 40] });
  });
});

describe("Retry-After of an outage", () => {
  const pause = (retryAfter: number, times: number) =>
    gong.sandbox.faults.next({ kind: "status", status: 503, retryAfter, times });

  it.each([
    ["GET", read],
    ["POST that is repeated after every error", { ...write, retryAllErrors: true }],
  ])("is waited for instead of the delay that was asked for: %s", async (_, inputs) => {
    pause(3, 2);
    const asked = { ...inputs, maxRetries: 1, retryDelayMS: 40 };
    expect(await gong.fail("rawRequest", asked)).toMatchObject({ status: 503, attempts: 2 });
    expect(seen()).toEqual({ sent: 2, waits: [3_000] });
  });

  it("makes no repetition that was not asked for", async () => {
    pause(3, 1);
    const error = await gong.fail("rawRequest", read);
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    expect(seen()).toEqual({ sent: 1, waits: [] });
  });

  it("is waited for up to five minutes in all", async () => {
    pause(200, 2);
    const error = await gong.fail("rawRequest", { ...read, maxRetries: 10 });
    expect(error).toMatchObject({ status: 503, attempts: 2 });
    expect(seen()).toEqual({ sent: 2, waits: [200_000] });
  });

  it("leaves the delay that was asked for where it is 0", async () => {
    pause(0, 1);
    await gong.run("rawRequest", { ...read, maxRetries: 1, retryDelayMS: 40 });
    expect(seen()).toEqual({ sent: 2, waits: [40] });
  });
});

describe("The timeout", () => {
  let wire: RecordingServer;
  beforeAll(async () => {
    wire = await startRecordingServer();
  });
  beforeEach(() => {
    wire.requests.length = 0;
    // Never answers.
    wire.answer(() => {});
  });
  afterAll(() => wire.stop());

  it.each(["40", 40, 39.5, 0.5])("of %p ms ends an attempt", async (timeout) => {
    const connection = connectionTo(wire.url);
    const error = await gong.fail("rawRequest", { ...read, connection, timeout });
    expect(error).toMatchObject({ code: "timed_out", attempts: 1 });
    expect(error.message).toContain("no answer came in time");
  });

  it("holds for each attempt anew", async () => {
    const rings: (() => void)[] = [];
    const alarm = jest.spyOn(systemTime, "alarm").mockImplementation((_milliseconds, ring) => {
      rings.push(ring);
      return () => {};
    });
    // What the tests before gave up on may arrive as late as now.
    const arrived = () => wire.requests.filter(({ url }) => url === "/v2/anew").length;
    wire.answer((_, response) => {
      if (arrived() > 1) response.end('{"a":1}');
      else if (arrived() === 1) rings[0]?.();
    });
    try {
      const connection = connectionTo(wire.url);
      const inputs = { ...read, url: "/v2/anew", connection, timeout: 250, maxRetries: 1 };
      expect(await gong.run("rawRequest", inputs)).toEqual({ data: { a: 1 } });
      expect(alarm.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([250, 250]);
      expect(arrived()).toBe(2);
    } finally {
      alarm.mockRestore();
    }
  });

  it.each([0, "0", "", undefined])("of %p leaves the time to the component", async (timeout) => {
    const { data } = await gong.run("rawRequest", { ...read, timeout });
    expect(data.workspaces).not.toHaveLength(0);
  });
});
