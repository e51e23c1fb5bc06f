import { departuresTo, gapsOf, inFakeTime } from "../../tests/support/departures";
import { connectionTo, startServer } from "../../tests/support/server";
import { listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { type Pace, paceOf } from "./pacing";
import { systemTime } from "./time";
import { Transport } from "./transport";

/** When a turn came, in milliseconds since 1970. */
const departure = (pace: Pace) => pace.turn().then(() => Date.now());

describe("The pace of an account", () => {
  it("is one for all clients of a host, and another one for another host", () => {
    const pace = paceOf("https://a.api.gong.example", 3);
    expect(paceOf("https://a.api.gong.example", 5)).toBe(pace);
    expect(paceOf("https://a.api.gong.example/behind/a/gateway", 5)).toBe(pace);
    expect(paceOf("https://b.api.gong.example", 3)).not.toBe(pace);
    expect(paceOf("https://a.api.gong.example:8443", 3)).not.toBe(pace);
  });

  it("is the slowest that any connection states, also for clients made before", async () => {
    const pace = paceOf("https://slowest.gong.example", 1_000);
    await pace.turn();
    expect(pace.ahead().distanceMs).toBeLessThan(2);
    paceOf("https://slowest.gong.example", 0.01);
    paceOf("https://slowest.gong.example", 50);
    // Of the 100 s until the next turn, few can have passed.
    expect(pace.ahead().distanceMs).toBeGreaterThan(50_000);
  });

  it("forgets a rate that nobody has stated for a quarter of an hour", async () => {
    const host = "https://remembered.gong.example";
    const waits = await inFakeTime(async () => {
      const start = performance.now();
      const turnAt = async (minutes: number, requestsPerSecond: number) => {
        jest.advanceTimersByTime(start + minutes * 60_000 - performance.now());
        const pace = paceOf(host, requestsPerSecond);
        const turn = pace.turn();
        const { queueMs } = pace.ahead();
        await turn;
        return Math.round(queueMs);
      };
      return [await turnAt(0, 2), await turnAt(1, 10), await turnAt(15, 10), await turnAt(16, 10)];
    });
    expect(waits).toEqual([515, 515, 515, 103]);
  });

  it("holds for those who wait already when it changes", async () => {
    const host = "https://changing.gong.example";
    const departures = await inFakeTime(async () => {
      const pace = paceOf(host, 100);
      const waiting = Array.from({ length: 8 }, () => departure(pace));
      await waiting[1];
      paceOf(host, 20);
      // Who comes later waits behind them, at one pace.
      return Promise.all([...waiting, departure(pace)]);
    });
    expect(gapsOf(departures)).toEqual([11, 52, 52, 52, 52, 52, 52, 52]);
  });

  it("tells the queue from the distance to the request before", async () => {
    const pace = paceOf("https://queue.gong.example", 100);
    expect(pace.ahead()).toEqual({ distanceMs: 0, queueMs: 0 });
    await pace.turn();
    expect(pace.ahead()).toEqual({ distanceMs: expect.any(Number), queueMs: 0 });
    const others = [pace.turn(), pace.turn()];
    expect(pace.ahead().queueMs).toBeGreaterThanOrEqual(2 * 10);
    await Promise.all(others);
    expect(pace.ahead().queueMs).toBe(0);
  });

  it("counts from where a connection is made, which can take longer than the way of a request", async () => {
    const departures = await inFakeTime(async () => {
      const pace = paceOf("https://far.gong.example", 10);
      const all = Array.from({ length: 4 }, () => departure(pace));
      const start = await all[0];
      pace.connecting(new Promise((resolve) => setTimeout(resolve, 60)));
      await all[1];
      // Longer than the turn after it.
      pace.connecting(new Promise((resolve) => setTimeout(resolve, 250)));
      return [start, ...(await Promise.all(all.slice(1)))];
    });
    expect(gapsOf(departures.map(Number))).toEqual([163, 353, 103]);
  });

  it("lets requests whose connections are made at the same time, and late, leave one by one", async () => {
    const { departures, turns } = await inFakeTime(async () => {
      const pace = paceOf("https://stalled.gong.example", 10);
      const stall = new Promise((resolve) => setTimeout(resolve, 3_500));
      const send = async (made?: Promise<unknown>) => {
        const turn = await departure(pace);
        if (made) await pace.connecting(made);
        return { turn, left: Date.now() };
      };
      const all = [stall, stall, stall, stall, undefined, undefined].map(send);
      const sent = await Promise.all(all);
      const lefts = sent.map(({ left }) => left).sort((one, other) => one - other);
      return { departures: lefts, turns: sent.map(({ turn }) => turn) };
    });
    // Nobody waits for one of them longer than a second.
    expect(gapsOf(turns.slice(0, 4))).toEqual([1_000, 1_000, 1_000]);
    expect(gapsOf(departures)).toEqual([103, 103, 103, 103, 103]);
  });

  it("is not held up by a connection that is never made", async () => {
    await inFakeTime(async () => {
      const pace = paceOf("https://silent.gong.example", 1_000);
      for (let request = 0; request < 3; request += 1) {
        await pace.turn();
        void pace.connecting(new Promise(() => {}));
      }
      await pace.turn();
    });
  });

  it.each([
    ["GET", undefined],
    ["POST", "a body"],
  ])("lets a %s leave on its new connection when the pace says so", async (method, body) => {
    const server = await startServer((_, response) => response.end("{}"));
    try {
      let leave = () => {};
      const turn = new Promise<void>((resolve) => {
        leave = resolve;
      });
      let tell = (_made: Promise<unknown>) => {};
      const made = new Promise((resolve) => {
        tell = resolve;
      });
      const pace: Pace = {
        turn: async () => {},
        ahead: () => ({ distanceMs: 0, queueMs: 0 }),
        connecting: (connection) => {
          tell(connection);
          return turn;
        },
      };
      const transport = new Transport({
        pace,
        time: systemTime,
        limitWaitMs: 0,
        isHurried: false,
        onAttempt: () => {},
      });
      const answer = transport.send({
        name: "It",
        method,
        url: `${server.url}/held`,
        pathTemplate: "/held",
        headers: {},
        makeBody: body === undefined ? undefined : () => body,
        timeoutMs: 60_000,
        read: String,
        resend: "never",
        decide: () => ({ retry: false, afterMs: 0, because: "" }),
      });
      await made;
      // What was sent before this would have arrived before it.
      await fetch(`${server.url}/other`);
      expect(server.arrivals.map(({ url }) => url)).toEqual(["/other"]);
      leave();
      expect(await answer).toMatchObject({ status: 200, data: "{}" });
    } finally {
      await server.stop();
    }
  });

  it("keeps its distance also when the process was held up with several waiting", async () => {
    const departures = await inFakeTime(async () => {
      const pace = paceOf("https://held-up.gong.example", 50);
      const all = Array.from({ length: 6 }, () => departure(pace));
      await all[0];
      // As long as all of them together would take.
      jest.setSystemTime(Date.now() + 150);
      return Promise.all(all);
    });
    expect(Math.min(...gapsOf(departures))).toBeGreaterThanOrEqual(20);
  });

  it("lets 3 clients send 12 requests with at most 3 in any second, and no idle time", async () => {
    const server = await startServer((_, response) => response.end('{"users":[]}'));
    try {
      const connection = connectionTo(server.url, { requestsPerSecond: "3" });
      const clients = [1, 2, 3].map(() => createClient(connection));
      const departures = await departuresTo(server, () =>
        Promise.all(clients.flatMap((client) => [1, 2, 3, 4].map(() => client.call(listUsers)))),
      );
      expect(server.arrivals).toHaveLength(12);
      expect(departures).toHaveLength(12);
      for (const from of departures) {
        const inSecond = departures.filter((at) => at >= from && at < from + 1_000);
        expect(inSecond.length).toBeLessThanOrEqual(3);
      }
      // A third of a second, and 3 % for what the network may shift.
      for (const gap of gapsOf(departures)) expect(Math.abs(gap - 343.3)).toBeLessThan(3);
    } finally {
      await server.stop();
    }
  });
});
