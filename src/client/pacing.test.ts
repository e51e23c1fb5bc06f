import { createContext } from "../../tests/support/context";
import { connectionTo, startServer } from "../../tests/support/server";
import { getUser, listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { paceOf } from "./pacing";

/** A second, less what this machine may hold up a request on its way while it runs other tests. */
const windowMs = 950;

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
    const clock = jest.spyOn(performance, "now");
    const start = performance.now();
    const turnAt = async (minutes: number, requestsPerSecond: number) => {
      clock.mockReturnValue(start + minutes * 60_000);
      const pace = paceOf(host, requestsPerSecond);
      const turn = pace.turn();
      const { queueMs } = pace.ahead();
      await turn;
      return Math.round(queueMs);
    };
    try {
      expect(await turnAt(0, 2)).toBe(515);
      expect(await turnAt(1, 10)).toBe(515);
      expect(await turnAt(15, 10)).toBe(515);
      expect(await turnAt(16, 10)).toBe(103);
    } finally {
      clock.mockRestore();
    }
  });

  it("holds for those who wait already when it changes", async () => {
    const host = "https://changing.gong.example";
    const pace = paceOf(host, 100);
    const departures: number[] = [];
    const depart = () => pace.turn().then(() => void departures.push(performance.now()));
    const [, second, ...rest] = Array.from({ length: 8 }, depart);
    await second;
    paceOf(host, 20);
    // Who comes later waits behind them, at one pace.
    await Promise.all([...rest, depart()]);
    const gaps = departures.slice(3).map((at, index) => at - (departures[index + 2] ?? 0));
    expect(gaps).toHaveLength(6);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50);
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

  it("keeps its distance also when the process was held up with several waiting", async () => {
    const pace = paceOf("https://held-up.gong.example", 50);
    const departures: number[] = [];
    const [first, ...rest] = Array.from({ length: 6 }, () =>
      pace.turn().then(() => void departures.push(performance.now())),
    );
    await first;
    // As long as all of them together would take.
    for (const until = performance.now() + 150; performance.now() < until; );
    await Promise.all(rest);
    const gaps = departures.slice(1).map((at, index) => at - (departures[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  });

  it("keeps 12 requests of 3 clients below 3 in any second, so that Gong refuses none", async () => {
    // Once through everything, so that no first request is held up on its way.
    const warm = await startServer((_, response) => response.end('{"requestId":"r"}'));
    await createClient(connectionTo(warm.url)).call(getUser, { path: { id: "1" } });
    await warm.stop();

    const arrivals: number[] = [];
    const gong = await startServer((_, response) => {
      const now = performance.now();
      arrivals.push(now);
      const isRefused = arrivals.filter((at) => at > now - windowMs).length > 3;
      if (isRefused) response.setHeader("retry-after", 1);
      response.writeHead(isRefused ? 429 : 200).end('{"requestId":"r","users":[]}');
    });
    try {
      const context = createContext({ debug: true });
      const connection = connectionTo(gong.url, { requestsPerSecond: "3" });
      const clients = [1, 2, 3].map(() =>
        createClient(connection, { logger: context.logger as never }),
      );
      await Promise.all(
        clients.flatMap((client) => [1, 2, 3, 4].map(() => client.call(listUsers))),
      );
      expect(context.lines).toEqual([]);
      expect(arrivals).toHaveLength(12);
    } finally {
      await gong.stop();
    }
  });
});
