import { createCompany } from "./company";
import { conversationOf } from "./company/conversation";
import { testStart } from "./test-client";

const make = (seed = 1, now = testStart) => createCompany({ seed, callCount: 480, now });
const company = make();

it("is the same for the same seed and clock, and another for another", () => {
  expect(JSON.stringify(make())).toBe(JSON.stringify(company));
  expect(make(2).users[0]?.id).not.toBe(company.users[0]?.id);
});

it("uses addresses and numbers that belong to no one", () => {
  const { users, contacts } = company;
  for (const { emailAddress } of [...users, ...contacts])
    expect(emailAddress).toMatch(/\.example$/);
  const numbers = [...users, ...contacts].map(({ phoneNumber }) => phoneNumber).filter(Boolean);
  for (const number of numbers)
    expect(number).toMatch(/^\+1 \d{3}-555-01\d\d$|^\+44 20 7946 0\d{3}$/);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it("has the exceptions that a reader must cope with (G22)", () => {
  const has = (predicate: (call: (typeof company.calls)[number]) => boolean | undefined) =>
    expect(company.calls.some(predicate)).toBe(true);
  has(({ parties }) => parties === undefined);
  has(({ parties }) => parties?.some(({ speakerId }) => speakerId === null));
  has(({ parties }) => parties?.some(({ affiliation }) => affiliation === "Unknown"));
  has(({ isPrivate, scope }) => isPrivate && scope === "External");
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
