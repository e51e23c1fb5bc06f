import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { decideRetry, type Outcome, type RetryDecision, type RetrySituation } from "./retry";
import { readRetryAfter } from "./retryAfter";

/** The first attempt at an operation that may be carried out twice, with five minutes left. */
const situation = (changes: Partial<RetrySituation> = {}): RetrySituation => ({
  attempt: 1,
  outages: 0,
  resend: "safe",
  limitWaitLeftMs: 300_000,
  outageWaitLeftMs: Number.POSITIVE_INFINITY,
  random: 0,
  ...changes,
});

const limit = (retryAfterSeconds?: number, code = 429): Outcome => ({
  kind: "status",
  status: code,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
const status = (code: number): Outcome => ({ kind: "status", status: code });
const unreadable: Outcome = { kind: "unreadable" };
const cut: Outcome = { kind: "fault", reachedGong: true };
const notReached: Outcome = { kind: "fault", reachedGong: false };

const outages: [string, Outcome][] = [
  ["500", status(500)],
  ["502", status(502)],
  ["503", status(503)],
  ["504", status(504)],
  ["an unreadable answer", unreadable],
  ["a lost connection or a time-out", cut],
];
const resends = ["safe", "never"] as const;

/** Shortest and longest wait of each repetition after an outage. */
const expectWaitsOfOutage = (outcome: Outcome, resend: RetrySituation["resend"]) => {
  const waits = (random: number) =>
    [0, 1, 2, 3, 4].map((count) => {
      const decision = decideRetry(
        situation({ attempt: count + 1, outages: count, resend, random }),
        outcome,
      );
      return decision.retry ? decision.afterMs : "give up";
    });
  expect(waits(0)).toEqual([1_000, 2_000, 4_000, 8_000, "give up"]);
  expect(waits(0.5)).toEqual([1_500, 3_000, 6_000, 12_000, "give up"]);
  expect(waits(0.999999999)).toEqual([2_000, 4_000, 8_000, 16_000, "give up"]);
};

describe.each(resends)("The decision for an operation that is %s to send again", (resend) => {
  it.each([1, 2, 17, 300])("after 429 waits exactly the %d s of Retry-After", (seconds) => {
    expect(decideRetry(situation({ resend, random: 0.7 }), limit(seconds))).toMatchObject({
      retry: true,
      afterMs: seconds * 1_000,
    });
  });

  it.each([
    [301, 300_000],
    [1, 999],
    [86_400, 300_000],
    [1, 0],
    [1, -5],
    [Number.POSITIVE_INFINITY, 300_000],
  ])("after 429 gives up at once when %d s are more than the %d ms left", (seconds, left) => {
    const decision = decideRetry(situation({ resend, limitWaitLeftMs: left }), limit(seconds));
    expect(decision.retry).toBe(false);
  });

  it("after 429 with a Retry-After of 0 asks again at once, four times", () => {
    const decisions = [0, 1, 2, 3, 4].map((count) =>
      decideRetry(situation({ attempt: count + 1, outages: count, resend }), limit(0)),
    );
    expect(decisions.map(({ retry, afterMs }) => [retry, afterMs])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
      [true, 0],
      [false, 0],
    ]);
  });

  it("after 429 without Retry-After waits as for an outage", () => {
    expectWaitsOfOutage(limit(), resend);
  });

  it("after 429 without Retry-After gives up when the time left does not hold the wait", () => {
    const decide = (left: number) =>
      decideRetry(situation({ resend, limitWaitLeftMs: left, random: 0.5 }), limit());
    expect(decide(1_500)).toMatchObject({ retry: true, forLimit: true, counts: true });
    expect(decide(1_499).retry).toBe(false);
  });

  it.each<[string, Outcome]>([
    ["a host that does not exist", { ...notReached, isPermanent: true }],
    ["TLS that fails on the way", { ...cut, isPermanent: true }],
    ["an answer that is too large", { kind: "oversized", isPermanent: true }],
  ])("after %s gives up at once: it would be the same again", (_, outcome) => {
    expect(decideRetry(situation({ resend }), outcome).retry).toBe(false);
  });

  it("in a picker gives up at once when its time does not hold the wait", () => {
    const decide = (left: number) =>
      decideRetry(situation({ resend, outageWaitLeftMs: left, random: 0.5 }), notReached);
    expect(decide(1_500)).toMatchObject({ retry: true, afterMs: 1_500 });
    expect(decide(1_499).retry).toBe(false);
  });

  it("after a connection that was not made waits as for an outage: nothing was carried out", () => {
    expectWaitsOfOutage(notReached, resend);
  });

  it.each([301, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 415, 422, 501, 505])(
    "after %d gives up at once: the answer would be the same",
    (code) => {
      expect(decideRetry(situation({ resend }), status(code))).toMatchObject({ retry: false });
    },
  );
});

describe("The decision after 503 with Retry-After", () => {
  const pause = (seconds: number) => limit(seconds, 503);

  it("is to wait exactly as long where the operation is safe, or to give up at once", () => {
    expect(decideRetry(situation({ random: 0.7 }), pause(40))).toMatchObject({
      retry: true,
      afterMs: 40_000,
      forLimit: true,
    });
    expect(decideRetry(situation({ limitWaitLeftMs: 39_999 }), pause(40)).retry).toBe(false);
    // Unlike a limit, an outage may last for ever.
    expect(decideRetry(situation({ outages: 3 }), pause(1))).toMatchObject({ counts: true });
    expect(decideRetry(situation({ outages: 4 }), pause(1)).retry).toBe(false);
  });

  it("is to give up at once where it may have been carried out", () => {
    expect(decideRetry(situation({ resend: "never" }), pause(1)).retry).toBe(false);
  });
});

describe("The decision after an outage", () => {
  it.each(outages)("%s: a safe operation is sent again with growing waits", (_, outcome) => {
    expectWaitsOfOutage(outcome, "safe");
  });

  it.each(outages)("%s: any other is not sent again", (_, outcome) => {
    for (const random of [0, 0.5, 0.999]) {
      expect(decideRetry(situation({ resend: "never", random }), outcome).retry).toBe(false);
    }
  });

  it("does not count waits for Gong's limits among its tries", () => {
    expect(decideRetry(situation({ attempt: 9, outages: 0 }), status(502))).toMatchObject({
      retry: true,
      afterMs: 1_000,
    });
  });

  it("does not depend on the time left for limits", () => {
    expect(decideRetry(situation({ limitWaitLeftMs: 0 }), status(502)).retry).toBe(true);
  });
});

describe(`Any run of failures (seed ${seed})`, () => {
  const anyStatus = fc
    .oneof(fc.constantFrom(429, 500, 502, 503, 504, 404), fc.nat(599))
    .map(status);
  const anyLimit = fc
    .tuple(fc.constantFrom(429, 503), fc.oneof(fc.nat(400), fc.constant(undefined)))
    .map(([code, seconds]) => limit(seconds, code));
  const anyOutcome = fc.oneof(fc.constantFrom(unreadable, cut, notReached), anyStatus, anyLimit);
  const budget = fc.nat(600_000);
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  /** Plays a request through: what it met, and what was decided each time, until the end. */
  const play = (
    resend: RetrySituation["resend"],
    left: number,
    fates: [Outcome, number][],
    isHurried = false,
  ) => {
    const steps: { outcome: Outcome; decision: RetryDecision }[] = [];
    let limitWaitLeftMs = left;
    let outagesSoFar = 0;
    for (const [outcome, chance] of fates) {
      const decision = decideRetry(
        {
          attempt: steps.length + 1,
          outages: outagesSoFar,
          resend,
          limitWaitLeftMs,
          outageWaitLeftMs: isHurried ? limitWaitLeftMs : Number.POSITIVE_INFINITY,
          random: chance,
        },
        outcome,
      );
      steps.push({ outcome, decision });
      if (!decision.retry) break;
      if (decision.forLimit || isHurried) limitWaitLeftMs -= decision.afterMs;
      if (decision.counts) outagesSoFar += 1;
    }
    return steps;
  };

  const runs = fc.tuple(
    fc.constantFrom(...resends),
    budget,
    fc.array(fc.tuple(anyOutcome, random), { minLength: 1, maxLength: 40 }),
  );

  it("waits at most 30 s for outages, and tries at most four more times", () => {
    fc.assert(
      fc.property(runs, ([resend, left, fates]) => {
        const again = play(resend, left, fates)
          .map(({ decision }) => decision)
          .filter(({ retry, counts }) => retry && counts);
        expect(again.length).toBeLessThanOrEqual(4);
        const own = again.filter(({ forLimit }) => !forLimit);
        expect(own.reduce((sum, { afterMs }) => sum + afterMs, 0)).toBeLessThanOrEqual(30_000);
      }),
      randomly(3_000),
    );
  });

  it("waits for limits no longer than allowed, and never less than Retry-After", () => {
    fc.assert(
      fc.property(runs, ([resend, left, fates]) => {
        const steps = play(resend, left, fates);
        const waited = steps.filter(({ decision }) => decision.forLimit);
        expect(waited.reduce((sum, { decision }) => sum + decision.afterMs, 0)).toBeLessThanOrEqual(
          left,
        );
        for (const { outcome, decision } of steps) {
          const seconds = outcome.kind === "status" ? outcome.retryAfterSeconds : undefined;
          if (decision.retry && seconds !== undefined) {
            expect(decision.afterMs).toBe(seconds * 1_000);
          }
        }
      }),
      randomly(3_000),
    );
  });

  it("in a picker waits for everything together no longer than allowed", () => {
    fc.assert(
      fc.property(runs, ([resend, left, fates]) => {
        const waits = play(resend, left, fates, true).map(({ decision }) => decision.afterMs);
        expect(waits.reduce((sum, afterMs) => sum + afterMs, 0)).toBeLessThanOrEqual(left);
      }),
      randomly(3_000),
    );
  });

  it("ends after a number of attempts that the time left bounds", () => {
    const endless = fc.array(fc.tuple(anyOutcome, random), { minLength: 700, maxLength: 700 });
    fc.assert(
      fc.property(fc.constantFrom(...resends), budget, endless, (resend, left, fates) => {
        // Each wait for a limit takes a second at least; beside them there are five attempts.
        expect(play(resend, left, fates).length).toBeLessThanOrEqual(left / 1_000 + 5);
      }),
      randomly(100),
    );
  });

  it("never repeats what Gong may have carried out, unless that does no harm", () => {
    fc.assert(
      fc.property(runs, ([, left, fates]) => {
        for (const { outcome, decision } of play("never", left, fates)) {
          const refused = outcome.kind === "status" && outcome.status === 429;
          const unsent = outcome.kind === "fault" && !outcome.reachedGong;
          if (decision.retry) expect(refused || unsent).toBe(true);
        }
      }),
      randomly(2_000),
    );
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-03-01T09:00:00.400Z");

  it.each([
    ["1", 1],
    ["0", 0],
    [" 17 ", 17],
    ["86400", 86_400],
    [5, 5],
    ["0.2", 1],
    ["1.5", 2],
    ["Sun, 01 Mar 2026 09:00:10 GMT", 10],
    ["Sun, 01 Mar 2026 10:00:00 GMT", 3_600],
    ["Sun, 01 Mar 2026 08:59:00 GMT", 0],
  ])("%j asks to wait %d s", (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });

  it.each([
    undefined,
    null,
    "",
    "soon",
    "-5",
    "1, 1",
    "5 seconds",
    "1e3",
    "2026-03-01",
    "tomorrow",
    "Sun, 99 Mar 2026 09:00:10 GMT",
    ["1"],
  ])("%j says nothing that could be obeyed", (header) => {
    expect(readRetryAfter(header, now)).toBeUndefined();
  });
});
