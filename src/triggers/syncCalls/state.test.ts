import fc from "fast-check";
import { randomly, seed } from "../../../tests/support/random";
import { dayMs, dayOf, hourMs, minuteMs } from "./days";
import { readWanted } from "./inputs";
import { forget, lastKnownDay, remember, type Seen, unseen } from "./seen";
import {
  beginRun,
  charge,
  endRun,
  isBusy,
  isTakenOver,
  moveOn,
  pause,
  readState,
  type SyncState,
} from "./state";

const now = Date.parse("2026-03-10T09:30:00Z");
const firstDay = Date.parse("2026-03-01");
const begun = beginRun(undefined, { firstDay }, now);
const self = (id: string) => id;

describe(`The calls that were handed out, seed ${seed}`, () => {
  const ids = fc.array(fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }).map(String), { maxLength: 40 });

  it("are told from new ones, day by day, whatever their ids", () => {
    fc.assert(
      fc.property(ids, ids, (known, more) => {
        const seen = remember({}, "2026-03-09", unseen({}, "2026-03-09", known, self));
        const fresh = [...new Set(more)].filter((id) => !known.includes(id));
        expect(unseen(seen, "2026-03-09", more, self)).toEqual(fresh);
        expect(unseen(seen, "2026-03-10", more, self)).toEqual([...new Set(more)]);
      }),
      randomly(200),
    );
  });

  const seenOn = (days: readonly string[]) =>
    days.reduce<Seen>((all, day) => remember(all, day, [day]), {});
  const march = Array.from({ length: 20 }, (_, index) => dayOf(firstDay + index * dayMs));

  it("are forgotten by the day, and only then", () => {
    expect(Object.keys(forget(seenOn(march), "2026-03-08"))).toEqual(march.slice(7));
  });

  it("are never forgotten on the last eight days with calls, however late it is", () => {
    const days = march.filter((_, index) => index % 3 !== 0);
    const last = days.slice(-8);
    expect(Object.keys(forget(seenOn([...days].reverse()), "2036-03-08")).sort()).toEqual(last);
    expect(lastKnownDay(seenOn([...days].reverse()))).toBe(Date.parse("2026-03-20"));
    expect(lastKnownDay({})).toBe(0);
  });

  it("take 9 characters each: about 400 KB for 9 days of 5,000 calls", () => {
    let state = begun;
    for (let day = 0; day < 9; day += 1) {
      const many = Array.from({ length: 5_000 }, (_, index) => `${day}${index}`);
      const name = dayOf(firstDay + day * dayMs);
      expect(unseen({}, name, many, self)).toHaveLength(5_000);
      state = { ...state, seen: remember(state.seen, name, many) };
    }
    const size = JSON.stringify(state).length;
    process.stdout.write(`Sync Calls, state for 5,000 calls a day: ${size} bytes\n`);
    expect(size).toBeGreaterThan(9 * 5_000 * 9);
    expect(size).toBeLessThan(9 * 5_000 * 9 + 1_000);
  });
});

describe("A run", () => {
  it("begins with 1970 where First Day is before, so that its state can be gone on from", () => {
    const params = { connection: {} as never, firstDay: "0001-01-01T00:00:00Z" };
    expect(readWanted(params).firstDay).toBe(0);
  });

  it("goes by what it is given, and begins with nothing after a trigger of another kind", () => {
    expect(readState({})).toBeUndefined();
    expect(readState({ since: "2026-03-01" })).toBeUndefined();
    expect(readState({ ...begun, version: 2 })).toBeUndefined();
    expect(readState(begun)).toBe(begun);
  });

  it("leaves the work to another one that was heard of in the last 20 minutes", () => {
    const going = pause(begun, now);
    expect(isBusy(going, now + 19 * minuteMs)).toBe(true);
    expect(isBusy(going, now + 20 * minuteMs)).toBe(false);
    expect(isBusy(endRun(going), now + minuteMs)).toBe(false);
    expect(isBusy(undefined, now)).toBe(false);
  });

  it("ends when a later one has gone on in its place, and not by itself", () => {
    const later = beginRun(begun, { firstDay }, now + hourMs);
    expect(isTakenOver(begun, later)).toBe(true);
    expect(isTakenOver(later, begun)).toBe(false);
    expect(isTakenOver(begun, begun)).toBe(false);
    expect(isTakenOver(begun, undefined)).toBe(false);
  });

  it("is later than the one before even when the clock was set back", () => {
    expect(beginRun(begun, { firstDay }, now - dayMs).run).toBeGreaterThan(begun.run);
  });

  it("goes on with an unfinished scan, and plans one after a finished one", () => {
    const stopped = endRun(moveOn(begun, begun.scan && { ...begun.scan, cursor: "c" }));
    expect(beginRun(stopped, { firstDay }, now + dayMs).scan).toEqual(stopped.scan);
    const finished = endRun(moveOn(begun, undefined));
    expect(finished.scanned).toEqual([now, now, now]);
    expect(beginRun(finished, { firstDay }, now + dayMs).scan?.until).toBe(now + dayMs);
  });

  it("begins again for another workspace, but with the day's requests on its account", () => {
    const past = { ...charge(begun, 7, now), seen: remember({}, "2026-03-09", ["1"]) };
    const other = beginRun(past, { firstDay, workspaceId: "5" }, now + minuteMs);
    expect(other).toMatchObject({ workspaceId: "5", seen: {}, spent: { requests: 7 } });
    expect(other.scan?.left[0]?.[0]).toBe(firstDay);
    expect(other.run).toBeGreaterThan(past.run);
  });

  it("keeps the days that a scan can meet again: the window's own, and the last week", () => {
    const days = Array.from({ length: 30 }, (_, index) => dayOf(now - (29 - index) * dayMs));
    const seen = days.reduce<Seen>((all, day) => remember(all, day, [day]), {});
    const kept = (state: SyncState) => Object.keys(state.seen);
    const longAgo = beginRun(undefined, { firstDay: Date.parse("2026-02-20") }, now);
    const fromTheWindow = days.slice(days.indexOf("2026-02-20"));
    expect(kept(moveOn({ ...longAgo, seen }, longAgo.scan))).toEqual(fromTheWindow);
    expect(kept(moveOn({ ...longAgo, seen }, undefined))).toEqual(days.slice(-8));
  });
});
