import { day, hour } from "./duration";
import type { Resource, Wishes } from "./resources/resource";
import { makeState, openState, subjectOf } from "./state";

const now = Date.parse("2026-03-02T09:00:00Z");
const wishes: Wishes = { lookBackMs: 7 * day, showNew: true, includePrivate: true };

/** A resource whose state is a number, and that depends on the workspace. */
const resource: Resource<number> = {
  dependsOn: ({ workspaceId }) => [workspaceId],
  isSaved: (value): value is number => typeof value === "number",
  poll: () => Promise.reject(new Error("was not to be polled")),
};

const subject = subjectOf("https://us-1.api.gong.io", "calls", resource, wishes);
const state = makeState(subject, now, 5);
const open = (saved: unknown) => openState(saved, subject, resource, now);

describe("openState", () => {
  it("gives what was saved", () => {
    expect(open(JSON.parse(JSON.stringify(state)))).toEqual({ kind: "saved", saved: 5 });
  });

  it.each([
    ["an empty state", {}],
    ["nothing", undefined],
    ["text", "x"],
    ["a list", [1]],
  ])("takes %s for a first poll", (_, saved) => {
    expect(open(saved)).toEqual({ kind: "none" });
  });

  it.each([
    ["of another version", { ...state, version: 0 }, "was saved by another version"],
    ["of another component", { lastPolled: "2026-03-01" }, "was saved by another version"],
    ["without a time", { ...state, savedAt: undefined }, "is damaged"],
    ["with a wrong time", { ...state, savedAt: "today" }, "is damaged"],
    ["without a subject", { ...state, subject: 1 }, "is damaged"],
    ["with a wrong content", { ...state, found: "5" }, "is damaged"],
    ["without content", { ...state, found: undefined }, "is damaged"],
    ["of a time that no date has", { ...state, savedAt: 8.64e15 + 1 }, "is damaged"],
    ["of something else", { ...state, subject: "x" }, "belongs to other inputs or another account"],
  ])("cannot use a state %s", (_, saved, why) => {
    const odd = `${why}. It starts over, and delivers what is new from now on`;
    expect(open(saved)).toEqual({ kind: "unusable", odd });
  });

  it.each([1, 365])("goes on from a state of a clock that was ahead by %d days", (days) => {
    const ahead = makeState(subject, now + days * day, now + (days - 1) * day);
    expect(open(ahead)).toEqual({
      kind: "saved",
      saved: now,
      odd: "was saved by a clock that was ahead of this one. It goes on from there, as of now",
    });
  });

  it("goes on as of now without a word where clocks differ a little", () => {
    const ahead = makeState(subject, now + hour, now + hour);
    expect(open(ahead)).toEqual({ kind: "saved", saved: now });
  });

  it("goes on as of now from a time in the future, whenever it was saved", () => {
    expect(open({ ...state, found: 8e15 })).toEqual({ kind: "saved", saved: now });
  });
});

describe("openState of records that are known by their time", () => {
  const timed: Resource<number> = { ...resource, latest: (latest) => latest };
  const openTimed = (savedAt: number, latest: number) =>
    openState(makeState(subject, savedAt, latest), subject, timed, now);

  it("waits for a clock that is behind the latest, and leaves the state as it is", () => {
    const [savedAt, latest] = [now + 3 * day, now + 2 * day];
    const odd = "knows later records. Nothing is read until then";
    expect(openTimed(savedAt, latest)).toEqual({ kind: "early", saved: latest, savedAt, odd });
  });

  it("goes on from there where it is behind by an hour at most, or was ahead", () => {
    expect(openTimed(now + hour, now + hour)).toEqual({ kind: "saved", saved: now });
    expect(openTimed(now + 3 * day, now - hour)).toMatchObject({
      kind: "saved",
      saved: now - hour,
    });
  });

  it("cannot use one that knows records from after it was saved", () => {
    for (const latest of [8e15, now + 1 + hour]) {
      expect(openTimed(now, latest)).toMatchObject({ kind: "unusable" });
    }
  });
});

describe("subjectOf", () => {
  it.each([
    ["account", subjectOf("https://us-2.api.gong.io", "calls", resource, wishes)],
    ["kind of records", subjectOf("https://us-1.api.gong.io", "users", resource, wishes)],
    [
      "wish that matters",
      subjectOf("https://us-1.api.gong.io", "calls", resource, { ...wishes, workspaceId: "1" }),
    ],
  ])("differs for another %s", (_, other) => {
    expect(other).not.toBe(subject);
  });

  it("is the same for a wish that does not matter", () => {
    const longer = { ...wishes, lookBackMs: 9 * day };
    expect(subjectOf("https://us-1.api.gong.io", "calls", resource, longer)).toBe(subject);
  });
});
