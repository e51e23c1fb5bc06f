import { day, hour, minute } from "./duration";
import { isSavedWaiting, Waiting } from "./waiting";

const now = Date.parse("2026-03-02T09:00:00Z");

/** Asks in vain at every poll until a moment, and gives the minutes at which it asked. */
function askUntil(end: number, every: number): number[] {
  let waiting = new Waiting();
  waiting.add("7", now);
  const minutes: number[] = [];
  for (let at = now; at <= end; at += every) {
    const due = waiting.due(at);
    if (due.length > 0) minutes.push((at - now) / minute);
    waiting.markAsked(due, at);
    waiting = new Waiting(waiting.save());
  }
  return minutes;
}

describe("Waiting", () => {
  it("asks at every poll for two hours, then every hour, then every day", () => {
    const asked = askUntil(now + 3 * day, 5 * minute);
    const perPoll = Array.from({ length: 25 }, (_, index) => index * 5);
    const perHour = Array.from({ length: 22 }, (_, index) => 180 + index * 60);
    expect(asked).toEqual([...perPoll, ...perHour, 2 * 1440, 3 * 1440]);
  });

  it("asks about the newest first", () => {
    const waiting = new Waiting();
    waiting.add("older", now);
    waiting.add("newer", now + minute);
    expect(waiting.due(now + hour)).toEqual(["newer", "older"]);
  });

  it("gives up after a last question at the end of the time", () => {
    const waiting = new Waiting([[now, now + 6 * day, ["7"]]]);
    waiting.giveUpAfter(7 * day);
    expect(waiting.due(now + 7 * day)).toEqual(["7"]);
    waiting.markAsked(["7"], now + 7 * day);
    waiting.giveUpAfter(7 * day);
    expect(waiting.due(now + 9 * day)).toEqual([]);
  });

  it("is what it was after it was saved", () => {
    const waiting = new Waiting();
    for (const id of ["1", "2", "3"]) waiting.add(id, now);
    waiting.markAsked(["1", "2", "gone"], now);
    waiting.remove("2");
    const saved = JSON.parse(JSON.stringify(waiting.save())) as unknown;
    expect(isSavedWaiting(saved)).toBe(true);
    expect(saved).toEqual([
      [now, now, ["1"]],
      [now, 0, ["3"]],
    ]);
    expect(new Waiting(waiting.save()).unasked).toBe(1);
  });

  it.each([
    ["nothing", undefined],
    ["an object", {}],
    ["a group without ids", [[1, 2]]],
    ["a number for an id", [[1, 2, [3]]]],
    ["text for a time", [["1", 2, ["3"]]]],
  ])("does not come from %s", (_, value) => {
    expect(isSavedWaiting(value)).toBe(false);
  });
});
