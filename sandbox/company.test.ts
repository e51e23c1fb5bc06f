import { createCompany } from "./company";
import { conversationOf } from "./company/conversation";
import { testStart } from "./test-client";
import { day, parseInstant } from "./time";

const make = (seed = 1, now = testStart) => createCompany({ seed, callCount: 480, now });
const company = make();

it("is the same for the same seed and clock, and another for another", () => {
  expect(JSON.stringify(make())).toBe(JSON.stringify(company));
  expect(make(2).users[0]?.id).not.toBe(company.users[0]?.id);
});

it("has twelve users and two avatars, one of them gone and one without imported calls", () => {
  const staff = company.users.filter(({ avatar }) => !avatar);
  expect(staff).toHaveLength(12);
  expect(company.users).toHaveLength(14);
  expect(staff.filter(({ active }) => !active)).toHaveLength(1);
  const deaf = staff.filter(({ active, settings }) => active && !settings.telephonyCallsImported);
  expect(deaf).toHaveLength(1);
  expect(new Set(staff.map(({ title }) => title)).size).toBeGreaterThan(7);
  const ids = new Set(staff.map(({ id }) => id));
  expect(staff.filter(({ managerId }) => managerId !== null && !ids.has(managerId))).toEqual([]);
});

it("uses addresses and numbers that belong to nobody", () => {
  const { users, contacts } = company;
  for (const { emailAddress } of [...users, ...contacts])
    expect(emailAddress).toMatch(/\.example$/);
  const numbers = [...users, ...contacts].map(({ phoneNumber }) => phoneNumber).filter(Boolean);
  for (const number of numbers)
    expect(number).toMatch(/^\+1 \d{3}-555-01\d\d$|^\+44 20 7946 0\d{3}$/);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it("had its calls in the last year, mostly in the first workspace, all of them visible", () => {
  const [first, second] = company.workspaces.map(
    ({ id }) => company.calls.filter(({ workspaceId }) => workspaceId === id).length,
  );
  expect(first).toBeGreaterThan(250);
  expect(second).toBeGreaterThan(100);
  for (const { startedAt, started, visibleAt } of company.calls) {
    expect(startedAt).toBe(parseInstant(started));
    expect(startedAt).toBeGreaterThan(testStart - 366 * day);
    expect(visibleAt ?? Number.NaN).toBeLessThanOrEqual(testStart);
    expect(visibleAt ?? Number.NaN).toBeGreaterThan(startedAt);
  }
});

it("writes times with every number of fraction digits and several offsets (G20)", () => {
  const lengths = company.calls.map(({ started }) => /\.(\d+)/.exec(started)?.[1]?.length ?? 0);
  expect([...new Set(lengths)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const offsets = new Set(
    company.calls.map(({ started }) => /(Z|[+-]\d\d:\d\d)$/.exec(started)?.[1]),
  );
  expect(offsets.size).toBeGreaterThan(3);
});

it("has the exceptions that a reader must cope with (G22)", () => {
  const { calls } = company;
  const has = (predicate: (call: (typeof calls)[number]) => boolean | undefined) =>
    expect(calls.filter(predicate).length).toBeGreaterThan(0);
  has(({ parties }) => parties === undefined);
  has(({ parties }) => parties?.some(({ speakerId }) => speakerId === null));
  has(({ parties }) => parties?.some(({ affiliation }) => affiliation === "Unknown"));
  has(({ isPrivate }) => isPrivate);
  has(({ scope }) => scope === "Internal");
  has(({ duration }) => !Number.isInteger(duration));
  has(({ clientUniqueId }) => clientUniqueId !== null);
  has(({ comments }) => comments.length > 0);
});

it("gives no id twice", () => {
  const ids = [
    ...company.calls.map(({ id }) => id),
    ...company.calls.flatMap(({ parties }) => parties?.map(({ id }) => id) ?? []),
    ...company.users.map(({ id }) => id),
    ...company.folders.map(({ id }) => id),
    ...company.answeredScorecards.map(({ answeredScorecardId }) => answeredScorecardId),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[1-9]\d{0,19}$/);
});

it("leaves no slot of a conversation unfilled, whatever the topic", () => {
  for (const call of company.calls.slice(0, 60)) {
    const { monologues, tell } = conversationOf(call);
    const texts = monologues.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect([call.title, tell("{rep} {ticket}"), ...texts].join(" ")).not.toMatch(/[{}]/);
  }
});
