import { createContext } from "../../tests/support/context";
import component from "../index";

const title = "Pricing review with Northmoor [draft]";
const host = "234599484848423";
const ada = "ada.quill@harbourline.example";
const domain = "eu.northmoor.example";
const robin = `robin.vale@${domain}`;
const account = "0013601230sV7grAAC";
const opportunity = "0063601230sV7grAAC";
const tracker = "6840000929075400007";
const names = [
  { name: "Industry", value: "Shipping" },
  { name: "Name", value: "Northmoor Ltd" },
];
const event = {
  callData: {
    metaData: {
      ...{ id: "7782342274025937895", title, duration: 1804.5, primaryUserId: host },
      ...{ direction: "Conference", scope: "External", language: "eng", isPrivate: false },
      workspaceId: "623457276584334",
    },
    context: [
      {
        system: "Salesforce",
        objects: [
          { objectType: "Account", objectId: account, fields: names },
          { objectType: "Opportunity", objectId: opportunity },
        ],
      },
    ],
    parties: [
      { userId: host, emailAddress: "Ada.Quill@harbourline.example" },
      { userId: null, emailAddress: robin },
      { userId: null, emailAddress: null, name: "A guest on the phone" },
    ],
    content: {
      trackers: [
        { id: tracker, name: "Competitors", count: 2 },
        { id: "6840000929075400008", name: "Discounts", count: 0 },
      ],
      topics: [
        { name: "Pricing", duration: 512 },
        { name: "Small talk", duration: 0 },
      ],
    },
  },
  isTest: false,
};

async function evaluate(rules: unknown, given: unknown = event) {
  const action = component.actions.evaluateAutomationRules;
  const result = await action?.perform(createContext() as never, { event: given, rules });
  return result as { branch: string; data: { matchedRules: string[] } };
}

const matches = async (conditions: object[], given?: unknown) =>
  (await evaluate([{ name: "Rule", conditions }], given)).branch === "Matched";

describe("A condition", () => {
  it.each<[field: string, operator: string, met: unknown[], unmet: unknown[]]>([
    ["title", "contains", ["PRICING", "w with", ["x", "north"], "[draft]"], ["x", " pricing"]],
    ["title", "doesNotContain", ["renewal"], [["renewal", "north"]]],
    ["title", "is", [title.toLowerCase()], ["pricing review", ` ${title}`]],
    ["title", "isNot", ["pricing review"], [title, ["x", title]]],
    ["title", "startsWith", ["pricing"], ["review"]],
    ["title", "endsWith", ["[DRAFT]"], ["northmoor"]],
    ["direction", "isOneOf", [["Inbound", "Conference"], "conference"], [["Inbound", "Outbound"]]],
    ["direction", "isNoneOf", [["Inbound", "Outbound"]], [["Conference"]]],
    ["scope", "isOneOf", [["External"]], ["Internal"]],
    ["scope", "isNoneOf", ["Internal"], [["External"]]],
    ["duration", "atLeast", [1804.5, "1804", 0], [1805]],
    ["duration", "atMost", [1804.5, [60, "1805"]], [1804]],
    ["language", "isOneOf", [["ger", "ENG"]], ["ger"]],
    ["language", "isNoneOf", ["ger"], [["eng"]]],
    ["workspace", "isOneOf", ["623457276584334", 623457276584334], [["623457276584335"]]],
    ["host", "isOneOf", [host, ada], ["robin.vale"]],
    ["host", "isNoneOf", [robin], [host]],
    ["participantEmail", "isOneOf", [`${ada.toUpperCase()} `], ["quill@harbourline.example"]],
    ["participantEmail", "isNoneOf", ["x@y.example"], [["x", robin]]],
    ["participantDomain", "isOneOf", [domain, `@${domain}`.toUpperCase()], ["northmoor.example"]],
    ["participantDomain", "isNoneOf", ["northmoor.example"], ["harbourline.example"]],
    ["account", "isOneOf", [account, "northmoor ltd"], ["Shipping", opportunity]],
    ["account", "isNoneOf", ["north"], [["Northmoor Ltd"]]],
    ["account", "contains", ["north", ["x", "MOOR L"]], ["ship"]],
    ["account", "exists", [undefined, "ignored"], []],
    ["account", "doesNotExist", [], [undefined]],
    ["opportunity", "isOneOf", [opportunity], ["Northmoor Ltd"]],
    ["opportunity", "exists", [undefined], []],
    ["tracker", "isOneOf", [tracker, "competitors"], ["Discounts", "6840000929075400009"]],
    ["tracker", "isNoneOf", [["Discounts"]], [["Discounts", "Competitors"]]],
    ["topic", "isOneOf", ["pricing"], ["Small talk"]],
    ["topic", "isNoneOf", ["Small talk"], ["Pricing"]],
    ["private", "isTrue", [], [undefined]],
    ["private", "isFalse", [undefined], []],
  ])("%s %s is met by %j, not by %j", async (field, operator, met, unmet) => {
    for (const value of [...met, ...unmet]) {
      const expected = [operator, value, met.includes(value)];
      expect([operator, value, await matches([{ field, operator, value }])]).toEqual(expected);
      // As the form has it: under the field's name, beside what is left of another choice.
      const left = field === "title" ? { scope: { operator: "isOneOf" } } : { title: {} };
      const fromForm = { field, [field]: { operator, value }, ...left };
      expect([operator, value, await matches([fromForm])]).toEqual(expected);
    }
  });

  it.each<[met: boolean, ...conditions: [string, string, unknown][]]>([
    [false, ["title", "contains", "x"], ["duration", "atLeast", 0], ["duration", "atMost", 9999]],
    [false, ["participantEmail", "isOneOf", "a@b.example"], ["account", "exists", undefined]],
    [false, ["tracker", "isOneOf", "Competitors"], ["private", "isTrue", undefined]],
    [true, ["title", "doesNotContain", "x"], ["title", "isNot", "x"], ["scope", "isNoneOf", "x"]],
    [true, ["participantEmail", "isNoneOf", "a@b"], ["account", "doesNotExist", undefined]],
    [true, ["tracker", "isNoneOf", "Competitors"], ["private", "isFalse", undefined]],
  ])("is %s where the event lacks the field: %j %j %j", async (met, ...conditions) => {
    const metaData = { id: "1", title: null, direction: null, duration: null };
    const bare = [
      { callData: { metaData: { id: "1" } } },
      { callData: { metaData, context: null, parties: null, content: null } },
      { callData: { metaData, context: [null], parties: "none", content: { trackers: [null] } } },
    ];
    for (const [field, operator, value] of conditions) {
      for (const given of bare) {
        expect([field, await matches([{ field, operator, value }], given)]).toEqual([field, met]);
      }
    }
  });

  it.each([
    [true, {}, { isPrivate: true }],
    [true, { isPrivate: true }, { isPrivate: false }],
    [false, { isPrivate: false }, { isPrivate: true }],
    [false, {}, {}],
  ])("isTrue is %s of a call that is private as told by %j and %j", async (met, beside, inCall) => {
    const given = { callData: { metaData: { id: "1", ...inCall } }, ...beside };
    expect(await matches([{ field: "private", operator: "isTrue" }], given)).toBe(met);
  });
});

describe("A rule", () => {
  const yes = { field: "scope", operator: "isOneOf", value: ["External"] };
  const no = { ...yes, value: ["Internal"] };

  it.each([
    ["all", [yes, yes], true],
    ["all", [yes, no], false],
    [undefined, [yes, no], false],
    ["any", [yes, no], true],
    ["any", [no, no], false],
  ])("that wants %s of its conditions: %j is %s", async (match, conditions, met) => {
    const { branch, data } = await evaluate([{ name: "Rule", match, conditions }]);
    expect([branch, data.matchedRules]).toEqual(met ? ["Matched", ["Rule"]] : ["Not Matched", []]);
  });

  it("is named beside the facts of the event, with the others that match", async () => {
    const rules = [
      { name: " One ", match: "any", conditions: [no, yes] },
      { name: "Two", match: "all", conditions: [no] },
      { name: "Three", match: "all", conditions: [yes] },
    ];
    const facts = { callId: "7782342274025937895", isTest: true, isPrivate: true };
    for (const form of [rules, { rules }, JSON.stringify(rules), JSON.stringify({ rules })]) {
      const { branch, data } = await evaluate(form, { ...event, isTest: true, isPrivate: true });
      expect([branch, data]).toEqual(["Matched", { ...facts, matchedRules: ["One", "Three"] }]);
    }
  });

  it("is evaluated on the event as Gong sent it, on the trigger's body and on its result", async () => {
    const body = { data: event, contentType: "application/json" };
    const asText = { body: { data: JSON.stringify(event) } };
    const forms = [event, body, { headers: {}, body, gong: {} }, asText];
    for (const given of [...forms, ...forms.map((form) => JSON.stringify(form))]) {
      expect(await matches([yes], given)).toBe(true);
    }
  });
});

describe("What cannot be read", () => {
  const good = { field: "title", operator: "is", value: "x" };
  const named = (more: object) => [
    { name: "First", conditions: [good] },
    { name: "Big", ...more },
  ];
  const shape = "must be rules from the form, or a JSON list of rules, not";

  const refusal = (rules: unknown, given?: unknown): Promise<string> =>
    evaluate(rules, given).then(({ branch }) => branch, String);

  it.each<[rule: object, words: string]>([
    [{ conditions: [] }, "needs at least one condition"],
    [{}, "needs at least one condition"],
    [{ conditions: good }, "needs at least one condition"],
    [{ match: "some" }, 'must have all or any under "match"'],
    [{ mach: "any" }, "can have only name, match, and conditions"],
    [{ conditions: [good, { ...good, value: [" "] }] }, "condition 2, needs a value"],
  ])("is named by its rule: %j", async (rule, words) => {
    expect(await refusal(named(rule))).toContain(`Rules, at rule "Big", ${words}`);
  });

  it.each<[unknown, string]>([
    [[{ name: " ", conditions: [good] }], ", at rule 1, needs a name"],
    [["Large renewals"], ", at rule 1, needs a name"],
    [[null], ", at rule 1, needs a name"],
    ["{", ` ${shape} text`],
    ["7", ` ${shape} a number`],
    [true, ` ${shape} a boolean`],
    [{ rules: "x" }, ` ${shape} an object`],
    ...["", undefined, [], {}, { rules: [] }, { rules: null }].map((rules): [unknown, string] => [
      rules,
      " is required.",
    ]),
  ])("is named where it is no rule: %j", async (rules, words) => {
    expect(await refusal(rules)).toMatch(`InputError: Automation Rules${words}`);
  });

  it.each<[condition: unknown, words: string]>([
    [{ ...good, value: "" }, "needs a value"],
    [{ field: "title", title: { operator: "is" } }, "needs a value"],
    [{ field: "duration", operator: "atLeast", value: "long" }, "has a value that must be a numb"],
    [{ ...good, value: { a: 1 } }, "must have text as its value"],
    [{ ...good, value: 2 ** 60 }, "must have text as its value"],
    [{ operator: "is", value: "x" }, "must name one of these fields: title, direction, "],
    [{ ...good, field: "toString" }, "must name one of these fields: title, "],
    ["title is x", "must name one of these fields: "],
    [{ ...good, operator: "atLeast" }, "must have one of these operators: contains, "],
    [{ ...good, operator: "toString" }, "must have one of these operators: contains, "],
    [{ field: "duration", operator: "is", value: 1 }, "must have one of these operators: atLeast,"],
    [{ field: "private" }, "must have one of these operators: isTrue, isFalse."],
  ])("is named by its condition: %j", async (condition, words) => {
    const place = 'InputError: Automation Rules, at rule "Big", condition 1, ';
    expect(await refusal(named({ conditions: [condition] }))).toContain(place + words);
  });

  it("shows no address from its name, and no more of it than it takes to find it", async () => {
    const name = `Calls of robin.vale@northmoor.example ${"x".repeat(200)}`;
    const message = await refusal([{ name, conditions: [] }]);
    expect(message).toContain('rule "Calls of [email address] xxx');
    expect(message.length).toBeLessThan(170);
  });

  it.each(["", "{", { callData: {} }, [event], 7, { body: {} }])(
    "is no event: %j",
    async (given) => {
      const problem = given === "" ? "is required" : "must be an event of Gong's automation rules";
      const message = await refusal([{ name: "Rule", conditions: [good] }], given);
      expect(message).toMatch(`InputError: Event ${problem}`);
    },
  );
});
