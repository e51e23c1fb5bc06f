import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { matchingRules } from "./evaluate";
import { type CallEvent, toCallEvent } from "./event";
import { readRules } from "./readRules";

/** Texts that look like something else, and IDs that an ordinary parser would take for the same. */
const tricky = [
  ...["7782342274025937895", "7782342274025937896", "123", "0123", "1e3", "true", "null", "[1]"],
  ...[
    ...['{"a":1}', '"x"', "x", "Äö", "a\u0308o\u0308", "Northmoor", "northmoor ltd"],
    ...["@north.example"],
  ],
];
const word = fc
  .oneof(
    fc.constantFrom(...tricky),
    fc.constantFrom(...tricky).map((text) => text.toUpperCase()),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  )
  .filter((text) => text.trim() !== "" && !/\p{Surrogate}/u.test(text));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const wanted = fc.array(word, { minLength: 1, maxLength: 3 });

/** Each field with its operators, and with what an event may have there. */
const fields = [
  { field: "title", operators: "contains doesNotContain is isNot startsWith endsWith" },
  { field: "workspace", operators: "isOneOf isNoneOf" },
  { field: "participantEmail", operators: "isOneOf isNoneOf" },
  { field: "account", operators: "isOneOf isNoneOf contains exists doesNotExist" },
  { field: "tracker", operators: "isOneOf isNoneOf" },
];
const rules = fc.array(
  fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    conditions: fc.array(
      fc
        .constantFrom(...fields)
        .chain(({ field, operators }) =>
          fc.record({
            field: fc.constant(field),
            operator: fc.constantFrom(...operators.split(" ")),
            value: wanted,
          }),
        ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
type Condition = (typeof rules extends fc.Arbitrary<infer R>
  ? R
  : never)[number]["conditions"][number];

const events = fc.record({
  title: maybe(fc.array(word, { maxLength: 3 }).map((words) => words.join(" "))),
  workspace: maybe(word),
  participantEmail: some(word),
  account: some(fc.tuple(word, maybe(word))),
  tracker: some(fc.tuple(fc.tuple(word, word), fc.integer({ min: 0, max: 2 }))),
});
type Content = typeof events extends fc.Arbitrary<infer E> ? E : never;

/** The event that holds it, as Gong sends it. */
function eventOf({ title, workspace, participantEmail, account, tracker }: Content): CallEvent {
  const objects = account.map(([objectId, value]) => ({
    ...{ objectType: "Account", objectId },
    fields: [{ name: "Stage", value: "Northmoor" }, ...(value ? [{ name: "Name", value }] : [])],
  }));
  const callData = {
    metaData: { id: "7", title, workspaceId: workspace },
    parties: participantEmail.map((emailAddress) => ({ emailAddress })),
    context: [{ objects }, { objects: [{ objectType: "Lead", objectId: "x" }] }],
    content: { trackers: tracker.map(([[id, name], count]) => ({ id, name, count })) },
  };
  return toCallEvent({ callData }) as CallEvent;
}

/** The same question with plain loops over plain texts. */
function naive({ field, operator, value }: Condition, content: Content): boolean {
  const { title, workspace, participantEmail, account, tracker } = content;
  const gathered: Record<string, (string | undefined)[]> = {
    ...{ title: [title], workspace: [workspace], participantEmail, account: account.flat() },
    tracker: tracker.flatMap(([names, count]) => (count > 0 ? names : [])),
  };
  const plain = (text: string) => text.normalize("NFC").toLowerCase();
  const own = (gathered[field] ?? []).filter((text) => text !== undefined).map(plain);
  const texts = value.map((text) => plain(field === "title" ? text : text.trim()));
  const any = (test: (text: string, other: string) => boolean) =>
    own.some((text) => texts.some((other) => test(text, other)));
  const tests: Record<string, () => boolean> = {
    contains: () => any((text, other) => text.indexOf(other) >= 0),
    doesNotContain: () => !any((text, other) => text.indexOf(other) >= 0),
    startsWith: () => any((text, other) => text.slice(0, other.length) === other),
    endsWith: () => any((text, other) => text.slice(-other.length) === other),
    exists: () => own.length > 0,
    doesNotExist: () => own.length === 0,
  };
  const isExcluding = operator === "isNot" || operator === "isNoneOf";
  return tests[operator]?.() ?? any((text, other) => text === other) !== isExcluding;
}

describe(`Random rules on random events, seed ${seed}`, () => {
  it("match when a naive evaluation says so", () => {
    const outcomes = { matched: 0, not: 0 };
    fc.assert(
      fc.property(rules, events, (list, content) => {
        const named = list.map((rule, index) => ({ name: `Rule ${index}`, ...rule }));
        const expected = named
          .filter(({ match, conditions }) =>
            conditions[match === "all" ? "every" : "some"]((each) => naive(each, content)),
          )
          .map(({ name }) => name);
        const read = readRules(named, (problem, place) => {
          throw new Error(`${place} ${problem}`);
        });
        expect(matchingRules(read ?? [], eventOf(content))).toEqual(expected);
        outcomes[expected.length > 0 ? "matched" : "not"] += 1;
      }),
      randomly(2000),
    );
    // A comparison in which one side never occurs would show nothing.
    expect(Math.min(outcomes.matched, outcomes.not)).toBeGreaterThan(200);
  });
});

describe("A large event", () => {
  const count = 40_000;
  const parties = Array.from({ length: count }, (_, at) => ({ emailAddress: `p${at}@a.example` }));
  const name = (at: number) => ({ name: "Name", value: `nnnnnnnn ${at}` });
  const objects = parties.map((_, at) => ({
    objectType: "Account",
    objectId: `${at}`,
    fields: [name(at)],
  }));
  const callData = {
    metaData: { id: "7", title: "n".repeat(2_000_000) },
    ...{ parties, context: [{ objects }] },
  };
  const texts = (text: string) => Array.from({ length: 1000 }, (_, at) => `${text} ${at} and more`);

  // Compared pair by pair, each of these takes minutes.
  it.each([
    ["participantEmail", "isOneOf", "p"],
    ["participantDomain", "isOneOf", "p"],
    ["title", "contains", "nnnnnnnnn"],
    ["account", "contains", "nnnnnnnn"],
    ["account", "isOneOf", "nnnnnnnn"],
  ] as const)("does not hold up the process: %s %s", (field, operator, text) => {
    const wantedTexts = texts(text);
    const conditions = Array.from({ length: 10 }, () => ({ field, operator, wanted: wantedTexts }));
    const rule = (index: number) => ({ name: `${index}`, match: "any" as const, conditions });
    const event = toCallEvent({ callData }) as CallEvent;
    expect(
      matchingRules(
        Array.from({ length: 100 }, (_, index) => rule(index)),
        event,
      ),
    ).toEqual([]);
  });
});
