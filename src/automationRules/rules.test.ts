import { createContext } from "../../tests/support/context";
import component from "../index";

const event = {
  callData: {
    metaData: {
      ...{ id: "7782342274025937895", title: "Pricing review with Northmoor [draft]" },
      ...{ duration: 1804.5, primaryUserId: "234599484848423", direction: "Conference" },
      ...{ scope: "External", language: "eng", workspaceId: "623457276584334", isPrivate: false },
    },
    context: [
      {
        system: "Salesforce",
        objects: [
          {
            ...{ objectType: "Account", objectId: "0013601230sV7grAAC" },
            fields: [
              { name: "Industry", value: "Shipping" },
              { name: "Name", value: "Northmoor Ltd" },
            ],
          },
          { objectType: "Opportunity", objectId: "0063601230sV7grAAC" },
        ],
      },
    ],
    parties: [
      { userId: "234599484848423", emailAddress: "Ada.Quill@harbourline.example" },
      { userId: null, emailAddress: "robin.vale@eu.northmoor.example" },
      { userId: null, emailAddress: null, name: "A guest on the phone" },
    ],
    content: {
      trackers: [
        { id: "6840000929075400007", name: "Competitors", count: 2 },
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

interface Evaluation {
  branch: string;
  data: { matchedRules: string[] };
}

async function evaluate(rules: unknown, given: unknown = event): Promise<Evaluation> {
  const action = component.actions.evaluateAutomationRules;
  return (await action?.perform(createContext() as never, { event: given, rules })) as Evaluation;
}

const matches = async (conditions: object[], given?: unknown) =>
  (await evaluate([{ name: "Rule", conditions }], given)).branch === "Matched";

describe("A condition", () => {
  const title = "Pricing review with Northmoor [draft]";
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
    ["duration", "atMost", [1804.5, ["1805"]], [1804]],
    ["language", "isOneOf", [["ger", "ENG"]], ["ger"]],
    ["language", "isNoneOf", ["ger"], [["eng"]]],
    ["workspace", "isOneOf", ["623457276584334", 623457276584334], [["623457276584335"]]],
    ["host", "isOneOf", ["234599484848423", "ada.quill@harbourline.example"], ["robin.vale"]],
    ["host", "isNoneOf", ["robin.vale@eu.northmoor.example"], ["234599484848423"]],
    [
      "participantEmail",
      "isOneOf",
      ["ada.quill@HARBOURLINE.example "],
      ["quill@harbourline.example"],
    ],
    ["participantEmail", "isNoneOf", ["x@y.example"], [["x", "robin.vale@eu.northmoor.example"]]],
    [
      "participantDomain",
      "isOneOf",
      ["eu.northmoor.example", "@EU.northmoor.example"],
      ["northmoor.example"],
    ],
    ["participantDomain", "isNoneOf", ["northmoor.example"], ["harbourline.example"]],
    [
      "account",
      "isOneOf",
      ["0013601230sV7grAAC", "northmoor ltd"],
      ["Shipping", "0063601230sV7grAAC"],
    ],
    ["account", "isNoneOf", ["north"], [["Northmoor Ltd"]]],
    ["account", "contains", ["north", ["x", "MOOR L"]], ["ship"]],
    ["account", "exists", [undefined, "ignored"], []],
    ["account", "doesNotExist", [], [undefined]],
    ["opportunity", "isOneOf", ["0063601230sV7grAAC"], ["Northmoor Ltd"]],
    ["opportunity", "exists", [undefined], []],
    [
      "tracker",
      "isOneOf",
      ["6840000929075400007", "competitors"],
      ["Discounts", "6840000929075400009"],
    ],
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
    for (const form of [rules, { rules }, JSON.stringify(rules), JSON.stringify({ rules })]) {
      expect(await evaluate(form, { ...event, isTest: true, isPrivate: true })).toEqual({
        branch: "Matched",
        data: {
          ...{ callId: "7782342274025937895", isTest: true, isPrivate: true },
          matchedRules: ["One", "Three"],
        },
      });
    }
  });

  it("is evaluated on the event as Gong sent it, on the trigger's body and on its result", async () => {
    const body = { data: event, contentType: "application/json" };
    const forms = [
      event,
      body,
      { headers: {}, body, gong: {} },
      { body: { data: JSON.stringify(event) } },
    ];
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
  const one = (condition: unknown) => named({ conditions: [condition] });
  const shape = "must be the automation rules' form, or a list of rules in JSON, not";

  async function refusal(rules: unknown, given?: unknown): Promise<string> {
    const error = await evaluate(rules, given).catch((thrown: Error) => thrown);
    return error instanceof Error ? `${error.name}: ${error.message}` : error.branch;
  }

  it.each<[unknown, string]>([
    [named({ conditions: [] }), ', at rule "Big", needs at least one condition'],
    [named({}), ', at rule "Big", needs at least one condition'],
    [named({ conditions: good }), ', at rule "Big", needs at least one condition'],
    [named({ match: "some" }), ', at rule "Big", must have all or any under "match"'],
    [named({ mach: "any" }), ', at rule "Big", can have only name, match, and conditions'],
    [[{ name: " ", conditions: [good] }], ", at rule 1, needs a name"],
    [["Large renewals"], ", at rule 1, needs a name"],
    [[null], ", at rule 1, needs a name"],
    [one({ ...good, value: "" }), ', at rule "Big", condition 1, needs a value'],
    [
      named({ conditions: [good, { ...good, value: [" "] }] }),
      ', at rule "Big", condition 2, needs a value',
    ],
    [
      one({ field: "title", title: { operator: "is" } }),
      ', at rule "Big", condition 1, needs a value',
    ],
    [
      one({ field: "duration", operator: "atLeast", value: "long" }),
      ', at rule "Big", condition 1, has a value that must be a number of 0 or more',
    ],
    [
      one({ field: "duration", operator: "atLeast", value: [1, 2] }),
      ', at rule "Big", condition 1, takes one number',
    ],
    [one({ ...good, value: { a: 1 } }), ', at rule "Big", condition 1, takes text as its value'],
    [one({ ...good, value: 2 ** 60 }), ', at rule "Big", condition 1, takes text as its value'],
    ["{", ` ${shape} text`],
    ["7", ` ${shape} a number`],
    [true, ` ${shape} a boolean`],
    [{ rules: "x" }, ` ${shape} an object`],
    ...["", undefined, [], {}, { rules: [] }, { rules: null }].map((rules): [unknown, string] => [
      rules,
      " is required.",
    ]),
  ])("is named, with its place: %j", async (rules, words) => {
    expect(await refusal(rules)).toMatch(`InputError: Automation Rules${words}`);
  });

  it.each<[unknown, string]>([
    [{ operator: "is", value: "x" }, "must name one of these fields: title, direction, "],
    [{ ...good, field: "toString" }, "must name one of these fields: title, "],
    ["title is x", "must name one of these fields: "],
    [{ ...good, operator: "atLeast" }, "must have one of these operators: contains, "],
    [{ ...good, operator: "toString" }, "must have one of these operators: contains, "],
    [{ field: "duration", operator: "is", value: 1 }, "one of these operators: atLeast, atMost."],
    [{ field: "private" }, "must have one of these operators: isTrue, isFalse."],
  ])("is told what would do: %j", async (condition, words) => {
    const message = await refusal(one(condition));
    expect(message).toMatch('InputError: Automation Rules, at rule "Big", condition 1, ');
    expect(message).toMatch(words);
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
      expect(await refusal([{ name: "Rule", conditions: [good] }], given)).toMatch(
        `InputError: Event ${problem}`,
      );
    },
  );
});
