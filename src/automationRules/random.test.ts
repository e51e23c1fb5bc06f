import fc from "fast-check";
import { createContext } from "../../tests/support/context";
import { randomly, seed } from "../../tests/support/random";
import component from "../index";

/** Texts that look like something else, and ids that an ordinary parser would take for the same. */
const tricky = [
  "7782342274025937895",
  "7782342274025937896",
  "123",
  "0123",
  "1e3",
  "true",
  "null",
  "[1]",
  '{"a":1}',
  '"x"',
  "x",
  "Äö",
  "a\u0308o\u0308",
  "Northmoor",
  "northmoor ltd",
  "@northmoor.example",
];
const word = fc
  .oneof(
    fc.constantFrom(...tricky),
    fc.constantFrom(...tricky).map((text) => text.toUpperCase()),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  )
  .filter((text) => text.trim() !== "" && !/\p{Cc}|\p{Surrogate}/u.test(text));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

const events = fc.record({
  isPrivate: maybe(fc.boolean()),
  callData: fc.record({
    metaData: fc.record({
      id: fc.constant("7782342274025937895"),
      title: maybe(fc.array(word, { maxLength: 3 }).map((words) => words.join(" "))),
      direction: maybe(fc.constantFrom("Inbound", "Outbound", "Conference")),
      duration: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
      workspaceId: maybe(word),
      isPrivate: maybe(fc.boolean()),
    }),
    parties: maybe(some(fc.record({ emailAddress: maybe(word.map((text) => `a@${text}`)) }))),
    context: maybe(
      some(
        fc.record({
          objects: some(
            fc.record({
              objectType: fc.constantFrom("Account", "Opportunity"),
              objectId: word,
              fields: maybe(
                some(fc.record({ name: fc.constantFrom("Name", "Stage"), value: word })),
              ),
            }),
          ),
        }),
      ),
    ),
    content: maybe(
      fc.record({
        trackers: some(fc.record({ id: word, name: word, count: fc.integer({ min: 0, max: 2 }) })),
      }),
    ),
  }),
});
type Event = typeof events extends fc.Arbitrary<infer E> ? E : never;

const texts = fc.array(word, { minLength: 1, maxLength: 3 });
const condition = (field: string, operators: string[], value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(field), operator: fc.constantFrom(...operators), value });
const conditions = fc.oneof(
  condition(
    "title",
    ["contains", "doesNotContain", "is", "isNot", "startsWith", "endsWith"],
    texts,
  ),
  condition("direction", ["isOneOf", "isNoneOf"], fc.constantFrom(["inbound"], ["OUTBOUND", "x"])),
  condition("duration", ["atLeast", "atMost"], fc.integer({ min: 0, max: 100 })),
  condition("workspace", ["isOneOf", "isNoneOf"], texts),
  condition(
    "participantEmail",
    ["isOneOf", "isNoneOf"],
    texts.map((list) => list.map((w) => `a@${w}`)),
  ),
  condition("account", ["isOneOf", "isNoneOf", "contains", "exists", "doesNotExist"], texts),
  condition("tracker", ["isOneOf", "isNoneOf"], texts),
  condition("private", ["isTrue", "isFalse"], fc.constant(undefined)),
);
type Condition = { field: string; operator: string; value: unknown };

const plain = (text: string) => text.normalize("NFC").toLowerCase();

/** All that an event has in a field, as a reader of the documentation would gather it. */
function ownOf(field: string, { callData, isPrivate }: Event): unknown[] {
  const { metaData, parties = [], context = [], content } = callData;
  const gathered: Record<string, unknown[]> = {
    title: [metaData.title],
    direction: [metaData.direction],
    duration: [metaData.duration],
    workspace: [metaData.workspaceId],
    participantEmail: (parties ?? []).map(({ emailAddress }) => emailAddress),
    account: (context ?? [])
      .flatMap(({ objects }) => objects)
      .filter(({ objectType }) => objectType === "Account")
      .flatMap(({ objectId, fields }) => [
        objectId,
        (fields ?? []).find(({ name }) => name === "Name")?.value,
      ]),
    tracker: (content?.trackers ?? [])
      .filter(({ count }) => count > 0)
      .flatMap(({ id, name }) => [id, name]),
    private: [isPrivate ?? metaData.isPrivate ?? false],
  };
  return (gathered[field] ?? []).filter((value) => value !== undefined);
}

/** The same question without the conditional logic: plain loops over plain texts. */
function naive({ field, operator, value }: Condition, event: Event): boolean {
  const own = ownOf(field, event);
  const ownTexts = own.filter((item) => typeof item === "string").map(plain);
  const wanted = Array.isArray(value)
    ? value.map((item: string) => plain(field === "title" ? item : item.trim()))
    : [];
  const any = (test: (text: string, other: string) => boolean) =>
    ownTexts.some((text) => wanted.some((other) => test(text, other)));
  switch (operator) {
    case "contains":
      return any((text, other) => text.indexOf(other) >= 0);
    case "doesNotContain":
      return !any((text, other) => text.indexOf(other) >= 0);
    case "startsWith":
      return any((text, other) => text.slice(0, other.length) === other);
    case "endsWith":
      return any((text, other) => text.slice(-other.length) === other);
    case "is":
    case "isOneOf":
      return any((text, other) => text === other);
    case "isNot":
    case "isNoneOf":
      return !any((text, other) => text === other);
    case "atLeast":
      return own.some((number) => Number(number) >= Number(value));
    case "atMost":
      return own.some((number) => Number(number) <= Number(value));
    case "exists":
      return own.length > 0;
    case "doesNotExist":
      return own.length === 0;
    case "isTrue":
      return own[0] === true;
    default:
      return own[0] !== true;
  }
}

const rules = fc.array(
  fc.record({
    match: fc.constantFrom("all", "any"),
    conditions: fc.array(conditions, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

describe(`Random rules on random events, seed ${seed}`, () => {
  it("match when a naive evaluation says so", async () => {
    const outcomes = { matched: 0, not: 0 };
    await fc.assert(
      fc.asyncProperty(rules, events, async (list, event) => {
        const named = list.map((rule, index) => ({ name: `Rule ${index}`, ...rule }));
        const expected = named
          .filter(({ match, conditions: all }) =>
            match === "all"
              ? all.every((each) => naive(each as Condition, event))
              : all.some((each) => naive(each as Condition, event)),
          )
          .map(({ name }) => name);
        const inputs = { event: JSON.stringify(event), rules: named };
        const action = component.actions.evaluateAutomationRules;
        expect(await action?.perform(createContext() as never, inputs)).toMatchObject({
          branch: expected.length > 0 ? "Matched" : "Not Matched",
          data: { matchedRules: expected },
        });
        outcomes[expected.length > 0 ? "matched" : "not"] += 1;
      }),
      randomly(2000),
    );
    // A comparison in which one side never occurs would show nothing.
    expect(outcomes.matched).toBeGreaterThan(200);
    expect(outcomes.not).toBeGreaterThan(200);
  });
});
