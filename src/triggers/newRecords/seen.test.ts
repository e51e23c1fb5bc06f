import fc from "fast-check";
import { randomly, seed } from "../../../tests/support/random";
import { day, hour } from "./duration";
import { isSavedIds, SeenIds, shorten } from "./seen";

const at = Date.parse("2026-03-02T09:30:00Z");

/** Decimal numbers of up to 20 digits, as Gong writes its ids (G17). */
const gongId = fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }).map(String);

describe("shorten", () => {
  it(`gives every id 12 characters of its own (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(gongId, fc.string()), { minLength: 2 }), (ids) => {
        const short = ids.map(shorten);
        expect(new Set(short).size).toBe(ids.length);
        for (const text of short) expect(text).toMatch(/^[\w-]{12}$/);
      }),
      randomly(300),
    );
  });

  it.each([
    ["neighbours that a double cannot tell apart", "7782342274025937895", "7782342274025937896"],
    ["20 digits", "99999999999999999999", "99999999999999999998"],
    ["a leading zero, which makes it no number", "07782342274025937895", "7782342274025937895"],
    ["one too many digits", "100000000000000000000", "10000000000000000000"],
    ["ten digits and their half", "10000000000", "0"],
  ])("tells apart %s", (_, one, other) => {
    expect(shorten(one)).not.toBe(shorten(other));
  });
});

describe("SeenIds", () => {
  it("knows what was added, and what was saved", () => {
    const seen = new SeenIds();
    expect(seen.has("7782342274025937895")).toBe(false);
    seen.add("7782342274025937895", at);
    expect(seen.has("7782342274025937895")).toBe(true);
    const again = new SeenIds(seen.save());
    expect(again.has("7782342274025937895")).toBe(true);
    expect(again.has("7782342274025937896")).toBe(false);
  });

  it("forgets whole hours, and nothing of the hour of the instant", () => {
    const seen = new SeenIds();
    seen.add("1", at - hour);
    seen.add("2", at);
    seen.forgetBefore(at, 0);
    expect([seen.has("1"), seen.has("2")]).toEqual([false, true]);
    expect(Object.keys(seen.save())).toHaveLength(1);
  });

  it("never forgets the last hours that it knows of, however late it is", () => {
    const seen = new SeenIds();
    for (const hours of [0, 1, 2, 3]) seen.add(String(hours), at + hours * hour);
    seen.forgetBefore(at + 400 * day, 2 * hour);
    expect(["0", "1", "2", "3"].map((id) => seen.has(id))).toEqual([false, true, true, true]);
    expect(seen.knownFrom).toBe((Math.floor(at / hour) + 2) * hour);
    expect(new SeenIds().knownFrom).toBe(Number.POSITIVE_INFINITY);
  });

  it("goes by when the latest record took place where that is known, whatever lies ahead", () => {
    const seen = new SeenIds({}, at);
    seen.note(at + hour, at + 2 * hour);
    for (const wrong of [undefined, at - day, at + 2 * hour]) seen.note(wrong, at + hour);
    for (const hours of [-2, -1, 99]) seen.add(String(hours), at + hours * hour);
    seen.forgetBefore(at + 400 * day, 2 * hour);
    expect(["-2", "-1", "99"].map((id) => seen.has(id))).toEqual([false, true, true]);
    expect(seen.latest).toBe(at + hour);
    expect(new SeenIds().latest).toBeUndefined();
  });

  it("counts the ids of hours", () => {
    const seen = new SeenIds();
    seen.add("1", at - hour);
    seen.add("2", at - 20 * 60_000);
    seen.add("3", at);
    const end = Number.POSITIVE_INFINITY;
    expect([seen.count(at, end), seen.count(at - hour, end)]).toEqual([2, 3]);
    expect([seen.count(at - 2 * hour, at), seen.count(at - hour, at + hour)]).toEqual([1, 3]);
  });

  it(`is a set of ids, whatever is done to it (seed ${seed})`, () => {
    const step = fc.record({ id: fc.nat(40).map(String), hours: fc.nat(10), saves: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), fc.nat(10), fc.nat(5), (steps, forgotten, kept) => {
        let seen = new SeenIds();
        const model = new Map<string, number>();
        for (const { id, hours, saves } of steps) {
          expect(seen.has(id)).toBe(model.has(id));
          if (!model.has(id)) seen.add(id, at + hours * hour);
          if (!model.has(id)) model.set(id, hours);
          if (saves) seen = new SeenIds(seen.save());
        }
        seen.forgetBefore(at + forgotten * hour, kept * hour);
        const first = Math.min(forgotten, Math.max(...model.values()) - kept);
        for (const [id, hours] of model) expect(seen.has(id)).toBe(hours >= first);
        expect(isSavedIds(seen.save())).toBe(true);
      }),
      randomly(200),
    );
  });

  it("leaves alone what it was made of", () => {
    const saved = Object.freeze({ [Math.floor(at / hour)]: shorten("1") });
    const seen = new SeenIds(saved);
    seen.add("2", at);
    seen.forgetBefore(at + day, 0);
    expect(saved).toEqual({ [Math.floor(at / hour)]: shorten("1") });
  });
});

describe("isSavedIds", () => {
  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["text", "ids"],
    ["a wrong hour", { today: shorten("1") }],
    ["an hour that no date has", { 2400000001: shorten("1") }],
    ["half an id", { 1: shorten("1").slice(1) }],
    ["a character that no id has", { 1: "AAAAAAAAAAA=" }],
    ["a number for ids", { 1: 5 }],
  ])("refuses %s", (_, value) => {
    expect(isSavedIds(value)).toBe(false);
  });
});
