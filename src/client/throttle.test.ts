import { departuresTo, gapsOf, inFakeTime } from "../../tests/support/departures";
import { connectionTo, startServer } from "../../tests/support/server";
import { createCall } from "../operations/calls";
import { listUsers } from "../operations/users";
import { createClient } from "./createClient";
import { type Throttle, throttleOf } from "./throttle";

/** When a turn came, in milliseconds of the fake clock. */
const departure = (throttle: Throttle) => throttle.turn().then(() => performance.now());

/** Milliseconds between the next turns. */
async function gapsOfNext(throttle: Throttle, count: number): Promise<number[]> {
  const departures: number[] = [];
  for (let turn = 0; turn <= count; turn += 1) departures.push(await departure(throttle));
  return gapsOf(departures).map(Math.round);
}

describe("The throttle of a host", () => {
  it("is one for all clients of a host, and another one for another host", () => {
    const throttle = throttleOf("https://a.api.gong.example", 3);
    expect(throttleOf("https://a.api.gong.example/behind/a/gateway", 5)).toBe(throttle);
    expect(throttleOf("https://b.api.gong.example", 3)).not.toBe(throttle);
    expect(throttleOf("https://a.api.gong.example:8443", 3)).not.toBe(throttle);
  });

  it("holds the rate that was given last, also for those who wait already", async () => {
    const departures = await inFakeTime(async () => {
      const throttle = throttleOf("https://changing.gong.example", 100);
      const waiting = Array.from({ length: 5 }, () => departure(throttle));
      await waiting[1];
      throttleOf("https://changing.gong.example", 20);
      return Promise.all([...waiting, departure(throttle)]);
    });
    expect(gapsOf(departures).map(Math.round)).toEqual([11, 11, 52, 52, 52]);
  });

  it("keeps its distance when the process was held up, and when the wall clock jumps", async () => {
    const departures = await inFakeTime(async () => {
      const throttle = throttleOf("https://held-up.gong.example", 50);
      const all = Array.from({ length: 6 }, () => departure(throttle));
      await all[0];
      jest.setSystemTime(Date.now() + 3_600_000);
      return Promise.all(all);
    });
    for (const gap of gapsOf(departures)) expect(Math.round(gap)).toBe(21);
  });

  it("gives no turn to a request whose signal has aborted", async () => {
    const departures = await inFakeTime(async () => {
      const throttle = throttleOf("https://aborted.gong.example", 10);
      const stop = new AbortController();
      const first = departure(throttle);
      const aborted = throttle.turn(stop.signal);
      const last = departure(throttle);
      stop.abort();
      await aborted;
      return [await first, await last];
    });
    expect(gapsOf(departures).map(Math.round)).toEqual([103]);
  });

  it("slows down where it is refused, and recovers by what is accepted", async () => {
    const gaps = await inFakeTime(async () => {
      const throttle = throttleOf("https://refused.gong.example", 3);
      const afterRefusals = async (count: number) => {
        for (let refusal = 0; refusal < count; refusal += 1) throttle.refused(0);
        return gapsOfNext(throttle, 1);
      };
      const slow = [await afterRefusals(1), await afterRefusals(1)];
      slow.push(await afterRefusals(1), await afterRefusals(9));
      throttle.accepted();
      const afterOne = await gapsOfNext(throttle, 1);
      const afterMany: number[][] = [];
      for (let third = 0; third < 2; third += 1) {
        for (let request = 0; request < 15; request += 1) throttle.accepted();
        afterMany.push(await gapsOfNext(throttle, 1));
      }
      return [...slow, afterOne, ...afterMany];
    });
    // One may be chance; then a third; half of it; an eighth of it at least; then back by thirds.
    expect(gaps).toEqual([[344], [1_015], [2_030], [8_120], [1_015], [508], [344]]);
  });

  it("leaves a random time after a refusal, so that processes do not return together", async () => {
    const waits = await inFakeTime(async () => {
      const throttle = throttleOf("https://spread.gong.example", 3);
      await throttle.turn();
      throttle.refused(0);
      const least = throttle.delayMs();
      throttle.refused(0.9);
      return [least, throttle.delayMs()];
    });
    expect(waits.map(Math.round)).toEqual([343, Math.round(1.5 * 0.9 * 1_015)]);
  });
});

describe("Requests of several clients", () => {
  it.each([
    ["reads", (client: ReturnType<typeof createClient>) => client.call(listUsers)],
    ["writes", (client: ReturnType<typeof createClient>) => client.call(createCall, { body: {} })],
  ])("leave at even distances, at most 3 in any second: %s", async (_, send) => {
    const server = await startServer((_request, response) => response.end('{"users":[]}'));
    try {
      const connection = connectionTo(server.url, { requestsPerSecond: "3" });
      const clients = [1, 2, 3].map(() => createClient(connection));
      const departures = await departuresTo(server, () =>
        Promise.all(clients.flatMap((client) => [1, 2, 3].map(() => send(client)))),
      );
      expect(departures).toHaveLength(9);
      // A third of a second, and 3 % for what the network may shift.
      for (const gap of gapsOf(departures)) expect(Math.abs(gap - 343.3)).toBeLessThan(3);
    } finally {
      await server.stop();
    }
  });

  it("are not sent when their turn would come too late", async () => {
    const server = await startServer((_, response) => response.end('{"requestId":"r"}'));
    const connection = connectionTo(server.url, { requestsPerSecond: "0.05" });
    const client = createClient(connection, {}, { maxWaitMs: 15_000 });
    await client.call(createCall, { body: {} });
    await expect(client.call(createCall, { body: {} })).rejects.toMatchObject({
      code: "rate_limited",
      attempts: 0,
      retryAfterSeconds: 21,
      message: expect.stringMatching(/too many requests are waiting\. Its turn would come/),
    });
    expect(server.arrivals).toHaveLength(1);
    await server.stop();
  });
});
