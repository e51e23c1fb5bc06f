import fc from "fast-check";
import { randomly, seed } from "../../tests/support/random";
import { matchingRules } from "./evaluate";
import { type CallEvent, toCallEvent } from "./event";
import { occurringWords } from "./search";

it(`finds the words that a naive search finds, in any texts (seed ${seed})`, () => {
  // Few characters, so that words begin, end and lie within each other.
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 5 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
  );
  const texts = fc.array(fc.array(word, { maxLength: 5 }).map((words) => words.join("")));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), texts, (words, given) => {
      const naive = words.filter((each) => given.some((text) => text.includes(each)));
      expect(occurringWords(words, given)).toEqual(new Set(naive));
    }),
    randomly(2_000),
  );
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

  it("does not hold up the process where wanted texts end in one another", () => {
    const wanted = Array.from({ length: 2_000 }, (_, at) => "n".repeat(at + 1));
    expect(occurringWords(wanted, ["n".repeat(2_000_000)]).size).toBe(2_000);
  });
});
