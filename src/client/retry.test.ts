import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { readRetryAfter } from "./outcome";
import { decideRetry, isLimit, type Outcome, type RetrySituation } from "./retry";

const situation = (changes: Partial<RetrySituation> = {}): RetrySituation => ({
  outages: 0,
  idempotent: true,
  waitLeftMs: 300_000,
  random: 0,
  ...changes,
});
const status = (code: number, retryAfterSeconds?: number): Outcome => ({
  kind: "status",
  status: code,
  retryAfterSeconds,
});
const fault = (changes: object = {}): Outcome => ({
  kind: "fault",
  code: "ECONNRESET",
  reachedGong: true,
  isPermanent: false,
  ...changes,
});
const notReached = fault({ code: "ECONNREFUSED", reachedGong: false });
const unreadable = fault({ code: "EBADMSG" });

/** Shortest, middle and longest wait before each repetition; "no" stands for giving up. */
const waits = (outcome: Outcome, idempotent: boolean) =>
  [0, 0.5, 0.999999999].map((random) =>
    [0, 1, 2, 3, 4].map(
      (outages) => decideRetry(situation({ outages, idempotent, random }), outcome) ?? "no",
    ),
  );
const growing = [
  [1_000, 2_000, 4_000, 8_000, "no"],
  [1_500, 3_000, 6_000, 12_000, "no"],
  [2_000, 4_000, 8_000, 16_000, "no"],
];
const never = Array(3).fill(Array(5).fill("no"));

describe("The decision to send a request again", () => {
  it.each<[string, Outcome, unknown, unknown]>([
    ["500", status(500), growing, never],
    ["502", status(502), growing, never],
    ["503", status(503), growing, never],
    ["504", status(504), growing, never],
    ["an unreadable answer", unreadable, growing, never],
    ["a cut connection", fault(), growing, never],
    ["no connection", notReached, growing, growing],
    ["429 without Retry-After", status(429), growing, growing],
    ["no such host", fault({ reachedGong: false, isPermanent: true }), never, never],
    ["a broken certificate", fault({ isPermanent: true }), never, never],
    ["a turn too late", fault({ code: "EBUSY", isPermanent: true }), never, never],
    ...[301, 400, 401, 402, 403, 404, 409, 422, 501].map(
      (code): [string, Outcome, unknown, unknown] => [`${code}`, status(code), never, never],
    ),
  ])("after %s", (_, outcome, idempotent, other) => {
    expect(waits(outcome, true)).toEqual(idempotent);
    expect(waits(outcome, false)).toEqual(other);
  });

  it.each([true, false])(
    "after 429 is to wait as long as it says (idempotent: %s)",
    (idempotent) => {
      const decide = (seconds: number, changes: Partial<RetrySituation> = {}) =>
        decideRetry(situation({ idempotent, ...changes }), status(429, seconds));
      expect(decide(17)).toBe(17_000);
      expect(decide(17, { random: 0.5 })).toBe(17_150);
      // Such waits are bounded by time and not by a count.
      expect(decide(300, { outages: 99 })).toBe(300_000);
      expect(decide(301)).toBeUndefined();
      expect(decide(1, { waitLeftMs: 999 })).toBeUndefined();
      // No time passes, so that only a count can bound it.
      expect(decide(0)).toBe(0);
      expect(decide(0, { outages: 4 })).toBeUndefined();
    },
  );

  it("after 503 with Retry-After is to wait as long, a few times, where that does no harm", () => {
    const decide = (changes: Partial<RetrySituation>) =>
      decideRetry(situation(changes), status(503, 40));
    expect(decide({})).toBe(40_000);
    expect(decide({ waitLeftMs: 39_999 })).toBeUndefined();
    expect(decide({ outages: 4 })).toBeUndefined();
    expect(decide({ idempotent: false })).toBeUndefined();
  });

  it("is to give up when the time left does not hold the wait", () => {
    expect(decideRetry(situation({ waitLeftMs: 1_000 }), notReached)).toBe(1_000);
    expect(decideRetry(situation({ waitLeftMs: 999 }), notReached)).toBeUndefined();
  });

  it(`holds its promises for any situation (seed ${seed})`, () => {
    const anyOutcome = fc.oneof(
      fc.constantFrom(unreadable, fault(), notReached),
      fc
        .tuple(
          fc.constantFrom(429, 500, 502, 503, 504, 404),
          fc.oneof(fc.nat(400), fc.constant(undefined)),
        )
        .map(([code, seconds]) => status(code, seconds)),
    );
    const any = fc.record({
      outages: fc.nat(6),
      idempotent: fc.boolean(),
      waitLeftMs: fc.nat(400_000),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(any, anyOutcome, (its, outcome) => {
        const afterMs = decideRetry(its, outcome);
        if (afterMs === undefined) return;
        const seconds = outcome.kind === "status" ? (outcome.retryAfterSeconds ?? 0) : 0;
        const says = outcome.kind === "status" && [429, 503].includes(outcome.status);
        if (says) expect(afterMs).toBeGreaterThanOrEqual(seconds * 1_000);
        expect(afterMs).toBeLessThanOrEqual(its.waitLeftMs + 300);
        if (!isLimit(outcome)) expect(its.outages).toBeLessThan(4);
        // What Gong may have carried out is repeated only where that does no harm.
        const wasRefused = outcome.kind === "status" && outcome.status === 429;
        expect(its.idempotent || wasRefused || outcome === notReached).toBe(true);
      }),
      randomly(3_000),
    );
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-03-01T09:00:00.400Z");

  it.each([
    ["1", 1],
    ["0", 0],
    [" 17 ", 17],
    ["0.2", 1],
    ["Sun, 01 Mar 2026 09:00:10 GMT", 10],
    ["Sun, 01 Mar 2026 08:59:00 GMT", 0],
    ["9999999999", 366 * 24 * 3600],
    ["9".repeat(400), 366 * 24 * 3600],
    [undefined, undefined],
    ["", undefined],
    ["soon", undefined],
    ["-5", undefined],
    ["1, 1", undefined],
    ["1e3", undefined],
    ["2026-03-01", undefined],
    ["Sun, 99 Mar 2026 09:00:10 GMT", undefined],
  ])("%j asks to wait %s s", (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });
});
