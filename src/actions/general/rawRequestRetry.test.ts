import { startGong, type TestGong } from "../../../tests/support/gong";
import { connectionTo, startServer } from "../../../tests/support/server";
import { systemTime } from "../../client/time";
import { decideRawRetry } from "./rawRequestRetry";

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
const fault = (status: number, times = 20, retryAfter?: number) => {
  const more = retryAfter ? { retryAfter } : {};
  gong.sandbox.faults.next({ kind: "status", status, times, ...more });
};
/** Inputs of a read that is retried so often. */
const readAgain = (maxRetries: unknown, more: object = {}) => ({ ...read, maxRetries, ...more });
const backOff = (retryDelayMS: string) => ({ retryDelayMS, useExponentialBackoff: "true" });

/** How often a request was sent, and how long was waited before each retry. */
const seen = () => ({
  sent: gong.sandbox.requests.length,
  waits: sleep.mock.calls.map(([milliseconds]) => milliseconds),
});

describe("Raw Request retries", () => {
  it.each<[title: string, inputs: Record<string, unknown>, status: number, waits: number[]]>([
    ["nothing unless asked to", read, 503, []],
    ["at once without a delay", readAgain(2), 503, [0, 0]],
    ["after the delay", readAgain("3", { retryDelayMS: "1500" }), 503, [1500, 1500, 1500]],
    ["with doubled delays", readAgain(4, backOff("200")), 503, [200, 400, 800, 1600]],
    ["doubled from a second where no delay is given", readAgain(2, backOff("0")), 503, [1e3, 2e3]],
    ["a 404 when asked for all errors", readAgain(1, { retryAllErrors: "true" }), 404, [0]],
    ["no 401 otherwise", { ...write, method: "PUT", maxRetries: 3 }, 401, []],
    ["nothing that spends credits (G41)", readAgain(3, { url: "/v2/entities/x" }), 503, []],
    ["a 429 without a time", { ...write, maxRetries: 2, retryDelayMS: 40 }, 429, [40, 40]],
  ])("%s", async (_, inputs, status, waits) => {
    fault(status);
    expect(await gong.fail("rawRequest", inputs)).toMatchObject({
      status,
      attempts: waits.length + 1,
    });
    expect(seen()).toEqual({ sent: waits.length + 1, waits });
  });

  it("says that a POST whose answer was lost may have been carried out", async () => {
    gong.sandbox.faults.next({ kind: "cut", when: "before" });
    const { message } = await gong.fail("rawRequest", { ...write, maxRetries: 3 });
    expect(message).toContain("may have been carried out");
    expect(seen().sent).toBe(1);
  });

  it("a POST that never reached Gong", async () => {
    const server = await startServer(() => {});
    await server.stop();
    const connection = connectionTo(server.url);
    const inputs = { ...write, connection, maxRetries: 2, retryDelayMS: 50 };
    const error = await gong.fail("rawRequest", inputs);
    expect(error).toMatchObject({ code: "unreachable", attempts: 3 });
    expect(seen().waits).toEqual([50, 50]);
  });
});

describe("The account's limit", () => {
  it("is waited for as Gong says, asked or not", async () => {
    fault(429, 1, 7);
    await gong.run("rawRequest", { ...write, url: "/v2/users", method: "GET", retryDelayMS: 1 });
    expect(seen().sent).toBe(2);
    expect(seen().waits[0]).toBeGreaterThanOrEqual(7_000);
  });

  it("leaves the retries after an outage, and their waits, as they were asked for", async () => {
    fault(429, 3, 7);
    fault(500);
    const inputs = { ...read, maxRetries: 2, useExponentialBackoff: true };
    expect(await gong.fail("rawRequest", inputs)).toMatchObject({ status: 500, attempts: 6 });
    expect(seen().waits.slice(3)).toEqual([1_000, 2_000]);
  });
});

describe("Retry-After of an outage", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["GET", read],
    ["POST with Retry On All Errors", { ...write, retryAllErrors: true }],
  ])("is waited for instead of the delay: %s", async (_, inputs) => {
    fault(503, 2, 3);
    const asked = { ...inputs, maxRetries: 1, retryDelayMS: 40 };
    expect(await gong.fail("rawRequest", asked)).toMatchObject({ status: 503, attempts: 2 });
    expect(seen()).toEqual({ sent: 2, waits: [3_000] });
  });

  it("makes no retry that was not asked for", async () => {
    fault(503, 1, 3);
    expect(await gong.fail("rawRequest", read)).toMatchObject({ status: 503, attempts: 1 });
    expect(seen()).toEqual({ sent: 1, waits: [] });
  });
});

describe("The platform's 15 minutes", () => {
  it.each([
    [400_000, 0, true],
    [400_000, 499_000, true],
    [400_000, 501_000, false],
    [1e9, 0, false],
  ])("end retries: one that begins %d ms after %d ms", (retryDelayMS, passed, retry) => {
    const decide = decideRawRetry({ maxRetries: 1e6, retryDelayMS }, true);
    const clock = jest.spyOn(performance, "now").mockReturnValue(performance.now() + passed);
    const situation = { outages: 1, idempotent: true, waitLeftMs: 300_000, random: 0 };
    const decision = decide(situation, { kind: "status", status: 500 });
    clock.mockRestore();
    expect(decision !== undefined).toBe(retry);
  });
});

describe("The timeout", () => {
  it.each(["40", 40, 39.5, 0.5])("of %p ms ends an attempt", async (timeout) => {
    const server = await startServer(() => {});
    const connection = connectionTo(server.url);
    const failing = gong.fail("rawRequest", { ...read, connection, timeout });
    const error = await failing.finally(() => server.stop());
    expect(error).toMatchObject({ code: "timed_out", attempts: 1 });
  });
});
