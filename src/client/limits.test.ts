import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import { type FakeTime, fakeTime } from "../../tests/support/time";
import { pickerOptions } from "../dataSources/picklist";
import { listCalls } from "../operations/calls";
import { getUser, listUsers } from "../operations/users";
import { type ClientOptions, createClient, type GongClient } from "./createClient";

let gong: TestGong;
let time: FakeTime;

beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => {
  time = fakeTime("2026-03-01T09:00:00Z");
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});

const newClient = (options: ClientOptions = {}): GongClient =>
  createClient(gong.connection, {}, { time, ...options });

/** The next requests are refused with 429, each with one of these values of Retry-After. */
const refuse = (...retryAfter: (number | string | undefined)[]) => {
  for (const value of retryAfter) {
    gong.sandbox.faults.next({
      kind: "status",
      status: 429,
      ...(value === undefined ? {} : { retryAfter: value }),
    });
  }
};

describe("Gong's limit for a second", () => {
  it("is waited for as long as Retry-After says, and no longer", async () => {
    refuse(1);
    await expect(newClient().call(listUsers)).resolves.toHaveProperty("users");
    expect(time.waits).toEqual([1_000]);
    expect(gong.sandbox.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  it("is waited for again and again, while time is left", async () => {
    refuse(1, 2, 30, 1, 1, 1, 1, 1);
    await newClient().call(listUsers);
    expect(time.waits).toEqual([1_000, 2_000, 30_000, 1_000, 1_000, 1_000, 1_000, 1_000]);
  });

  it("leaves the tries after an outage untouched", async () => {
    refuse(1, 1, 1, 1, 1);
    gong.sandbox.faults.next({ kind: "status", status: 502 });
    await newClient().call(listUsers);
    expect(time.waits).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 1_500]);
  });

  it("is waited for until the date that a proxy may give instead of seconds", async () => {
    refuse("Sun, 01 Mar 2026 09:00:42 GMT");
    await newClient().call(listUsers);
    expect(time.waits).toEqual([42_000]);
  });

  it.each([undefined, "soon", "-1", "1, 1"])(
    "is waited for as for an outage when Retry-After says nothing: %j",
    async (retryAfter) => {
      refuse(retryAfter);
      await newClient().call(listUsers);
      expect(time.waits).toEqual([1_500]);
      refuse(...Array(9).fill(retryAfter));
      const error = await failureOf(newClient().call(listUsers));
      expect(error).toMatchObject({ code: "rate_limited", attempts: 5 });
      expect(error.retryAfterSeconds).toBeUndefined();
      expect(error.message).toContain("3 requests a second and 10,000 a day");
    },
  );

  it("is obeyed also when a server that is down says when it will be back", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 503, retryAfter: 90, times: 3 });
    await newClient().call(listUsers);
    expect(time.waits).toEqual([90_000, 90_000, 90_000]);
    gong.sandbox.faults.next({ kind: "status", status: 503, retryAfter: 301 });
    const error = await failureOf(newClient().call(listUsers));
    expect(error).toMatchObject({ code: "unavailable", status: 503, attempts: 1 });
    gong.sandbox.faults.next({ kind: "status", status: 503, retryAfter: 1, times: 99 });
    const endless = await failureOf(newClient().call(listUsers));
    gong.sandbox.faults.clear();
    expect(endless).toMatchObject({ status: 503, attempts: 5 });
  });

  it("is not asked about for ever when Retry-After is 0", async () => {
    refuse(...Array(50).fill(0));
    const error = await failureOf(newClient().call(listUsers));
    expect(error).toMatchObject({ code: "rate_limited", attempts: 5, retryAfterSeconds: 0 });
    expect(gong.sandbox.requests).toHaveLength(5);
  });
});

describe("A wait that exceeds the time left", () => {
  it("is not begun: the error comes at once, with seconds and time of day", async () => {
    refuse(301);
    const error = await failureOf(newClient().call(listUsers));
    expect(error).toMatchObject({
      name: "GongError",
      code: "daily_limit",
      status: 429,
      retryAfterSeconds: 301,
      attempts: 1,
    });
    expect(error.message).toContain("Run it again in 301 s, at 2026-03-01T09:05:01Z.");
    expect(time.waits).toEqual([]);
    expect(gong.sandbox.requests).toHaveLength(1);
  });

  it("is called a lack of requests a second when it is short", async () => {
    refuse(60);
    const error = await failureOf(newClient({ limitWaitMs: 15_000 }).call(listUsers));
    expect(error).toMatchObject({ code: "rate_limited", retryAfterSeconds: 60 });
    expect(error.message).toContain("limit of requests a second is taken up by other work");
    expect(error.message).toContain("in 60 s, at 2026-03-01T09:01:00Z");
  });

  it("is known as the daily limit, which Gong's own answer shows by its length", async () => {
    const small = await startGong({ requestsPerDay: 2, now: time.now });
    try {
      const client = createClient(small.connection, {}, { time });
      await client.call(listUsers);
      await client.call(listUsers);
      const error = await failureOf(client.call(listUsers));
      expect(error).toMatchObject({ code: "daily_limit", retryAfterSeconds: 15 * 3_600 });
      expect(error.message).toContain("daily limit of requests looks used up");
      expect(error.message).toContain("in 54000 s, at 2026-03-02T00:00:00Z");
      expect(time.waits).toEqual([]);
    } finally {
      await small.stop();
    }
  });

  it.each([30, 400])("may have %d digits, and counts as a year", async (digits) => {
    refuse("9".repeat(digits));
    const error = await failureOf(newClient().call(listUsers));
    expect(error).toMatchObject({ code: "daily_limit", status: 429, attempts: 1 });
    expect(error.message).toContain("Run it again in 31622400 s, at 2027-03-02T09:00:00Z.");
  });
});

describe("The time that one client may wait for limits", () => {
  it("is five minutes in all, however many requests need them", async () => {
    const client = newClient();
    refuse(200);
    await client.call(listUsers);
    refuse(60, 40);
    await client.call(listCalls, {
      query: { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" },
    });
    expect(time.waits).toEqual([200_000, 60_000, 40_000]);
    refuse(1);
    const error = await failureOf(client.call(listUsers));
    expect(error).toMatchObject({ code: "rate_limited", attempts: 1 });
    expect(time.waits).toHaveLength(3);
    // Another action has its own.
    refuse(1);
    await newClient().call(listUsers);
  });

  it("is counted over the pages of a list too", async () => {
    const client = newClient({ limitWaitMs: 10_000 });
    const query = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" };
    const pages = client.pages(listCalls, { query });
    refuse(6);
    await pages.next();
    refuse(6);
    const error = await failureOf(pages.next());
    expect(error).toMatchObject({ code: "rate_limited", recordsRead: 100 });
    expect(time.waits).toEqual([6_000]);
  });

  it("is what a picker allows, where somebody waits before the screen", async () => {
    refuse(15);
    await newClient(pickerOptions).call(listUsers);
    expect(time.waits).toEqual([15_000]);
    refuse(16);
    const error = await failureOf(newClient(pickerOptions).call(listUsers));
    expect(error).toMatchObject({ code: "rate_limited", retryAfterSeconds: 16, attempts: 1 });
    gong.sandbox.clearRequests();
    refuse(16);
    const shown = await failureOf(gong.pick("users"));
    expect(shown).toMatchObject({ code: "rate_limited", retryAfterSeconds: 16, attempts: 1 });
    expect(gong.sandbox.requests).toHaveLength(1);
  });

  it("is not used up by outages", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 503, times: 4 });
    const client = newClient({ limitWaitMs: 1_000 });
    await client.call(listUsers);
    refuse(1);
    await client.call(listUsers);
    expect(time.waits).toEqual([1_500, 3_000, 6_000, 12_000, 1_000]);
  });

  it("is all that a picker has for outages, 429 without Retry-After included", async () => {
    for (const status of [503, 429]) {
      const client = newClient(pickerOptions);
      time.waits.length = 0;
      gong.sandbox.faults.next({ kind: "status", status, times: 9 });
      const error = await failureOf(client.call(listUsers));
      expect(error).toMatchObject({ status, attempts: 4 });
      expect(time.waits).toEqual([1_500, 3_000, 6_000]);
      gong.sandbox.faults.clear();
    }
  });

  it("is used up by all that a picker waits for, answers included beyond a second in all", async () => {
    const server = await startServer((_, response) => {
      time.advance(6_000);
      const records = { cursor: `page-${server.arrivals.length}` };
      response.end(JSON.stringify({ requestId: "r", users: [], records }));
    });
    const alarm = jest.spyOn(time, "alarm");
    try {
      const client = createClient(connectionTo(server.url), {}, { time, ...pickerOptions });
      const pages = client.pages(listUsers);
      for (let page = 0; page < 3; page += 1) await pages.next();
      const error = await failureOf(pages.next());
      expect(error).toMatchObject({ code: "timed_out", attempts: 0 });
      expect(error.message).toContain("no answer came in time. Gong or the network is slow");
      expect(server.arrivals).toHaveLength(3);
      // What an attempt may take: all that is left.
      expect(alarm.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([
        15_000, 10_000, 4_000,
      ]);
    } finally {
      await server.stop();
    }
  });

  it("ends a picker's listing of many pages that each come within a second", async () => {
    const server = await startServer((_, response) => {
      time.advance(950);
      const { length } = server.arrivals;
      const users = [{ id: String(length) }];
      response.end(JSON.stringify({ requestId: "r", users, records: { cursor: `${length}` } }));
    });
    try {
      const client = createClient(connectionTo(server.url), {}, { time, ...pickerOptions });
      const start = time.now();
      const error = await failureOf(client.list(listUsers, {}, { fetchAll: true }));
      expect(error).toMatchObject({ code: "timed_out", recordsRead: 17 });
      expect(time.now() - start).toBe(17 * 950);
    } finally {
      await server.stop();
    }
  });

  it("leaves a picker a second after a wait that took all", async () => {
    const server = await startServer((_, response) => {
      if (server.arrivals.length === 1) response.writeHead(429, { "retry-after": "15" }).end("{}");
      else time.ringAlarms();
    });
    try {
      const client = createClient(connectionTo(server.url), {}, { time, ...pickerOptions });
      const start = time.now();
      const error = await failureOf(client.call(listUsers));
      expect(error).toMatchObject({ code: "timed_out", attempts: 2 });
      expect(time.now() - start).toBe(16_000);
    } finally {
      await server.stop();
    }
  });

  it("is used up by attempts of a picker that time out, each at its length", async () => {
    const silent = await startServer(() => time.ringAlarms());
    try {
      const client = createClient(
        connectionTo(silent.url),
        {},
        { time, limitWaitMs: 15_000, isHurried: true },
      );
      const error = await failureOf(client.call(listUsers));
      expect(error).toMatchObject({ code: "timed_out", attempts: 1 });
      expect(time.waits).toEqual([]);
    } finally {
      await silent.stop();
    }
  });
});

describe("A turn that would come too late", () => {
  it("is not waited for: the error comes at once, and nothing is sent", async () => {
    const server = await startServer((_, response) => response.end('{"requestId":"r"}'));
    try {
      // A request every 20.6 s.
      const connection = connectionTo(server.url, { requestsPerSecond: "0.05" });
      const client = createClient(connection, {}, { time, limitWaitMs: 15_000 });
      await client.call(getUser, { path: { id: "1" } });
      const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
      expect(error).toMatchObject({ name: "GongError", code: "rate_limited", attempts: 0 });
      expect(error.status).toBeUndefined();
      expect(error.retryAfterSeconds).toBeGreaterThan(15);
      expect(error.message).toMatch(
        /^Get User failed: too many requests wait for their turn\. Its turn would come in \d+ s/,
      );
      expect(error.message).not.toContain("Gong answered");
      expect(server.arrivals).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });

  it("is not waited for in a picker whose time is over before, whatever used it up", async () => {
    const server = await startServer((_, response) => {
      time.advance(4_000);
      response.end('{"requestId":"r"}');
    });
    try {
      // A request every 14.7 s.
      const connection = connectionTo(server.url, { requestsPerSecond: "0.07" });
      const client = createClient(connection, {}, { time, ...pickerOptions });
      await client.call(getUser, { path: { id: "1" } });
      const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
      expect(error).toMatchObject({ code: "rate_limited", attempts: 0, retryAfterSeconds: 15 });
      expect(server.arrivals).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });
});
