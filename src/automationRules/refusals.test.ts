import { createContext } from "../../tests/support/context";
import { startGong, type TestGong } from "../../tests/support/gong";
import component from "../index";

const event = { callData: { metaData: { id: "7782342274025937895", scope: "External" } } };

async function evaluate(rules: unknown, given: unknown = event): Promise<{ branch: string }> {
  const action = component.actions.evaluateAutomationRules;
  const context = createContext() as never;
  return (await action?.perform(context, { event: given, rules })) as { branch: string };
}

const refusal = (rules: unknown, given?: unknown) =>
  evaluate(rules, given).then(
    ({ branch }) => `no error, but ${branch}`,
    ({ name, message }: Error) => {
      expect(name).toBe("InputError");
      return message;
    },
  );

describe("A rule that cannot be read", () => {
  const good = { field: "title", operator: "is", value: "x" };
  const named = (more: object) => ({ name: "Large renewals", ...more });

  it.each<[unknown, string]>([
    [named({ conditions: [] }), 'rule "Large renewals", needs at least one condition.'],
    [named({}), 'rule "Large renewals", needs at least one condition.'],
    [named({ conditions: good }), 'rule "Large renewals", needs at least one condition.'],
    [
      named({ match: "some", conditions: [good] }),
      'rule "Large renewals", must have all or any under "match".',
    ],
    [
      named({ mach: "any", conditions: [good] }),
      'rule "Large renewals", takes name, match and conditions only.',
    ],
    [{ conditions: [good] }, "rule 2, needs a name."],
    [{ name: "  ", conditions: [good] }, "rule 2, needs a name."],
    ["Large renewals", "rule 2, needs a name."],
    [null, "rule 2, needs a name."],
    [
      named({ conditions: [good, { ...good, value: "" }] }),
      'rule "Large renewals", condition 2, needs a value.',
    ],
    [
      named({ conditions: [{ ...good, value: [" ", null] }] }),
      'rule "Large renewals", condition 1, needs a value.',
    ],
    [
      named({ conditions: [{ field: "title", title: { operator: "is" } }] }),
      'rule "Large renewals", condition 1, needs a value.',
    ],
    [
      named({ conditions: [{ field: "duration", operator: "atLeast", value: "long" }] }),
      'rule "Large renewals", condition 1, has a value that must be a number of 0 or more.',
    ],
    [
      named({ conditions: [{ field: "duration", operator: "atLeast", value: [1, 2] }] }),
      'rule "Large renewals", condition 1, takes one number.',
    ],
    [
      named({ conditions: [{ field: "scope", operator: "isOneOf", value: { a: 1 } }] }),
      'rule "Large renewals", condition 1, takes text as its value.',
    ],
    [
      named({ conditions: [{ field: "workspace", operator: "isOneOf", value: 2 ** 60 }] }),
      'rule "Large renewals", condition 1, takes text as its value.',
    ],
    [
      named({ conditions: [{ ...good, value: "a\u0000b" }] }),
      'rule "Large renewals", condition 1, takes text without control characters as its value.',
    ],
  ])("is named: %j", async (rule, words) => {
    const rules = [{ name: "First", conditions: [good] }, rule];
    expect(await refusal(rules)).toBe(`Automation Rules, at ${words}`);
  });

  it.each([
    [
      { operator: "is", value: "x" },
      /must name one of these fields: title, direction, .*private\.$/,
    ],
    [{ ...good, field: "mood" }, /must name one of these fields/],
    [{ ...good, field: "toString" }, /must name one of these fields/],
    ["title is x", /must name one of these fields/],
    [{ ...good, operator: "atLeast" }, /one of these operators: contains, doesNotContain, is, /],
    [{ ...good, operator: "toString" }, /must have one of these operators/],
    [{ field: "duration", operator: "is", value: 1 }, /one of these operators: atLeast, atMost\.$/],
    [{ field: "private" }, /one of these operators: isTrue, isFalse\.$/],
  ])("is told what would do: %j", async (condition, words) => {
    const message = await refusal([named({ conditions: [condition] })]);
    expect(message).toMatch(/^Automation Rules, at rule "Large renewals", condition 1, /);
    expect(message).toMatch(words);
  });

  it("shows no address from its name, and no more of it than it takes to find it", async () => {
    const name = `Calls of robin.vale@northmoor.example ${"x".repeat(200)}`;
    const message = await refusal([{ name, conditions: [] }]);
    expect(message).toContain('rule "Calls of [email address] xxx');
    expect(message.length).toBeLessThan(150);
  });

  it.each([
    ["{", "must be the automation rules' form, or a list of rules in JSON."],
    ["title is x", "must be the automation rules' form, or a list of rules in JSON."],
    ["7", "must be the automation rules' form, or a list of rules in JSON, not a number."],
    [
      { ruls: [good] },
      "must be the automation rules' form, or a list of rules in JSON, not an object.",
    ],
    [
      { rules: "x" },
      "must be the automation rules' form, or a list of rules in JSON, not an object.",
    ],
    [true, "must be the automation rules' form, or a list of rules in JSON, not a boolean."],
    ["", "is required."],
    [undefined, "is required."],
    [[], "is required."],
    [{}, "is required."],
    [{ rules: [] }, "is required."],
    [{ rules: null }, "is required."],
  ])("because there is no list at all: %j", async (rules, words) => {
    expect(await refusal(rules)).toBe(`Automation Rules ${words}`);
  });
});

describe("The event", () => {
  const conditions = [{ field: "scope", operator: "isOneOf", value: ["External"] }];
  const rules = [{ name: "Rule", match: "all", conditions }];
  let gong: TestGong;
  beforeAll(async () => {
    gong = await startGong({ callCount: 3 });
  });
  afterAll(() => gong.stop());

  it.each<[string, unknown]>([
    ["as Gong sent it", event],
    ["as the trigger's body", { data: event, contentType: "application/json" }],
    ["as the trigger's whole result", { headers: {}, body: { data: event }, gong: {} }],
    ["as JSON", JSON.stringify(event)],
    ["as the body in JSON", JSON.stringify({ data: event })],
  ])("is taken %s", async (_, given) => {
    expect((await evaluate(rules, given)).branch).toBe("Matched");
  });

  it.each<[unknown, string]>([
    ["", "is required"],
    ["{", "must be an event of Gong's automation rules, with callData.metaData.id"],
    [{ callData: {} }, "must be an event of Gong's automation rules, with callData.metaData.id"],
    [[event], "must be an event of Gong's automation rules, with callData.metaData.id"],
    [7, "must be an event of Gong's automation rules, with callData.metaData.id"],
    [{ body: {} }, "must be an event of Gong's automation rules, with callData.metaData.id"],
  ])("is refused as %j", async (given, words) => {
    expect(await refusal(rules, given)).toMatch(`Event ${words}, for example {"callData"`);
  });

  it("asks nothing of Gong and needs no connection", async () => {
    const { body } = { body: { data: event } };
    gong.sandbox.clearRequests();
    expect((await gong.run("evaluateAutomationRules", { event: body, rules })).branch).toBe(
      "Matched",
    );
    expect(gong.sandbox.requests).toEqual([]);
  });
});
