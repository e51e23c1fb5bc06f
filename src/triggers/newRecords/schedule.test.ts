import fc from "fast-check";
import { randomly, seed } from "../../../tests/support/random";
import { day, hour, minute } from "./duration";
import {
  type Coverage,
  dropFinished,
  dueRanges,
  fillPage,
  isSavedCoverage,
  markRead,
  openCoverage,
  saveCoverage,
} from "./schedule";

const now = Date.parse("2026-03-11T00:00:00Z");
const week = 7 * day;
const noEnd = Number.POSITIVE_INFINITY;
/** What a first poll at midnight leaves. */
const afterFirst: Coverage = [{ from: now - week, to: noEnd, readAt: now }];

/** Polls on a clock, each reading all that is due, as a poll does that succeeds. */
function pollAt(coverage: Coverage, at: number, lookBack = week): Coverage {
  const due = dueRanges(coverage, at, lookBack);
  const read = due.reduce((so, range) => markRead(so, range, at), coverage);
  return dropFinished(read, lookBack);
}

/** Ranges as hours before an instant, which is easier to read. */
const inHours = (ranges: readonly { from: number; to: number }[], at: number) =>
  ranges.map(({ from, to }) => [(at - from) / hour, to === noEnd ? "on" : (at - to) / hour]);

describe("dueRanges", () => {
  it("has nothing to say before the first poll", () => {
    expect(dueRanges([], now, week)).toEqual([]);
  });

  it("reads the last two and a half hours again at every poll, counted from the last reading", () => {
    const at = now + 5 * minute;
    expect(dueRanges(afterFirst, at, week)).toEqual([{ from: now - 152 * minute, to: noEnd }]);
  });

  it("reads the last day every hour, in one listing with the latest hours", () => {
    let coverage = afterFirst;
    const lengths: number[] = [];
    for (let at = now + 5 * minute; at <= now + 3 * hour; at += 5 * minute) {
      const [newest, ...others] = dueRanges(coverage, at, week);
      expect(others).toEqual([]);
      if (newest && at - newest.from > day) lengths.push((at - now) / minute);
      coverage = pollAt(coverage, at);
    }
    expect(lengths).toEqual([60, 120, 180]);
  });

  it("reads the rest of the look-back once a day, a day at a poll so that they spread", () => {
    let coverage = afterFirst;
    const others: string[] = [];
    for (let at = now + 5 * minute; at <= now + 47 * hour; at += 5 * minute) {
      for (const { from } of dueRanges(coverage, at, week).slice(1)) {
        others.push(
          `${new Date(at).toISOString().slice(5, 16)} ${new Date(from).toISOString().slice(5, 10)}`,
        );
      }
      coverage = pollAt(coverage, at);
    }
    // Each day of the look-back once in 24 hours, no two at a poll.
    expect(new Set(others.map((line) => line.slice(0, 11))).size).toBe(others.length);
    expect(others.length).toBeGreaterThanOrEqual(12);
    expect(others.length).toBeLessThanOrEqual(16);
  });

  it("reads everything that was missed after an outage, from where it had got to", () => {
    const at = now + 3 * day;
    const coverage = pollAt(afterFirst, now + 5 * minute);
    expect(inHours(dueRanges(coverage, at, week), at)).toEqual([[week / hour + 72, "on"]]);
  });

  it("reads all that is due at every poll where polls are a day apart", () => {
    const at = now + day;
    expect(inHours(dueRanges(afterFirst, at, week), at)).toEqual([[week / hour + 24, "on"]]);
  });

  it.each([1, 7, 30])(
    `finds every call within its time, with a look-back of %d days (seed ${seed})`,
    (days) => {
      const lookBack = days * day;
      const lateness = fc.oneof(
        fc.integer({ min: 0, max: 2 * hour }),
        fc.integer({ min: 0, max: day }),
        fc.integer({ min: 0, max: lookBack }),
      );
      const world = fc.record({
        every: fc.integer({ min: 5 * minute, max: 3 * hour }),
        gaps: fc.array(fc.integer({ min: 0, max: 12 * hour }), { maxLength: 4 }),
        appearsAfter: fc.integer({ min: 1, max: 36 * hour }),
        late: lateness,
      });
      fc.assert(
        fc.property(world, ({ every, gaps, appearsAfter, late }) => {
          const appears = now + appearsAfter;
          const filed = appears - late;
          let coverage: Coverage = [{ from: now - lookBack, to: noEnd, readAt: now }];
          const outages = new Map(gaps.map((gap, index) => [index * 7 + 3, gap]));
          const allowed = late <= 2 * hour ? 0 : late <= day ? hour : day;
          for (let at = now, poll = 0; at < appears + 3 * day; poll += 1) {
            at += every + (outages.get(poll) ?? 0);
            const isRead = dueRanges(coverage, at, lookBack).some(
              ({ from, to }) => from <= filed && filed < to,
            );
            coverage = pollAt(coverage, at, lookBack);
            if (at < appears) continue;
            if (isRead) return;
            expect(at).toBeLessThan(appears + allowed);
          }
          throw new Error("It was never found.");
        }),
        randomly(80),
      );
    },
  );

  it("finds a call that is planned for later as soon as it is shown", () => {
    const filed = now + 20 * day;
    const [newest] = dueRanges(afterFirst, now + 5 * minute, week);
    expect(newest && newest.from <= filed && filed < newest.to).toBe(true);
  });
});

describe("fillPage", () => {
  const due = [{ from: now - 2 * hour, to: noEnd }];
  const rows =
    (perHour: number) =>
    ({ from, to }: { from: number; to: number }) =>
      ((Math.min(to, now) - from) / hour) * perHour;

  it("goes back until a page is full", () => {
    const [filled] = fillPage(due, afterFirst, rows(8));
    expect(inHours(filled ? [filled] : [], now)).toEqual([[10, "on"]]);
  });

  it("goes back no further than what was read", () => {
    expect(fillPage(due, afterFirst, rows(0))).toEqual([{ from: now - week, to: noEnd }]);
  });

  it("leaves alone what fills its pages, and the other ranges", () => {
    const ranges = [...due, { from: now - 60 * hour, to: now - 50 * hour }];
    expect(fillPage(ranges, afterFirst, rows(60))).toEqual(ranges);
    const short = [{ from: now - 90 * minute, to: noEnd }];
    expect(fillPage(short, afterFirst, rows(60))).toEqual(short);
    expect(fillPage([], [], rows(1))).toEqual([]);
  });

  it("takes in the other ranges that it reaches", () => {
    const ranges = [...due, { from: now - 60 * hour, to: now - 50 * hour }];
    expect(inHours(fillPage(ranges, afterFirst, rows(1)), now)).toEqual([[81, "on"]]);
  });
});

describe("markRead", () => {
  it(`notes for every moment when it was last read (seed ${seed})`, () => {
    const reading = fc.record({ from: fc.nat(50), length: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 12 }), (readings) => {
        let coverage: Coverage = [{ from: 0, to: noEnd, readAt: 1 }];
        const model = Array.from({ length: 100 }, () => 1);
        readings.forEach(({ from, length }, index) => {
          const to = length === 30 ? noEnd : from + length;
          coverage = markRead(coverage, { from, to }, index + 2);
          model.fill(index + 2, from, Math.min(to, 100));
        });
        const noted = model.map(
          (_, at) => coverage.find(({ from, to }) => from <= at && at < to)?.readAt,
        );
        expect(noted).toEqual(model);
        expect(openCoverage(saveCoverage(coverage), 100)).toEqual(coverage);
        expect(isSavedCoverage(JSON.parse(JSON.stringify(saveCoverage(coverage))))).toBe(true);
      }),
      randomly(300),
    );
  });

  it("leaves the coverage alone that it was given", () => {
    const before = Object.freeze([Object.freeze({ from: 0, to: noEnd, readAt: 1 })]);
    markRead(before, { from: 5, to: 6 }, 2);
    expect(before).toEqual([{ from: 0, to: noEnd, readAt: 1 }]);
  });
});

describe("dropFinished", () => {
  it("drops what was read after it left the look-back, and keeps what was not", () => {
    const old = { from: now - 9 * day, to: now - 8 * day };
    const coverage: Coverage = [
      { ...old, readAt: now },
      { from: old.to, to: noEnd, readAt: now },
    ];
    const [first] = dropFinished(coverage, week);
    expect(first?.from).toBe(now - week - 2 * minute);

    const unread: Coverage = [{ ...old, readAt: now - 3 * day }, ...coverage.slice(1)];
    expect(dropFinished(unread, week)).toEqual(unread);
    expect(dropFinished([], week)).toEqual([]);
  });
});

describe("A saved coverage", () => {
  it("counts readings of a clock that was ahead as made now", () => {
    expect(openCoverage([[0, now + day]], now)).toEqual([{ from: 0, to: noEnd, readAt: now }]);
  });

  it.each([
    ["nothing", undefined],
    ["an empty list", []],
    [
      "times out of order",
      [
        [5, 1],
        [4, 1],
      ],
    ],
    ["text for a time", [["5", 1]]],
    ["no number", [[Number.NaN, 1]]],
    ["three numbers", [[1, 2, 3]]],
    ["an object", { 0: [1, 2] }],
  ])("is not %s", (_, value) => {
    expect(isSavedCoverage(value)).toBe(false);
  });
});
