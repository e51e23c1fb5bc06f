import { createContext } from "../../tests/support/context";
import component from "../index";

const call = {
  metaData: {
    id: "7782342274025937895",
    title: "Pricing review with Northmoor [draft]",
    duration: 1804.5,
    primaryUserId: "234599484848423",
    direction: "Conference",
    scope: "External",
    language: "eng",
    workspaceId: "623457276584334",
    isPrivate: false,
  },
  context: [
    {
      system: "Salesforce",
      objects: [
        {
          objectType: "Account",
          objectId: "0013601230sV7grAAC",
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
    { userId: null, emailAddress: null, name: "Somebody on the phone" },
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
};
const event = { callData: call, isTest: false };

interface Evaluation {
  branch: string;
  data: { matchedRules: string[] };
}

async function evaluate(rules: unknown, given: unknown = event): Promise<Evaluation> {
  const action = component.actions.evaluateAutomationRules;
  return (await action?.perform(createContext() as never, { event: given, rules })) as Evaluation;
}

const ruleOf = (...conditions: object[]) => ({ name: "Rule", match: "all", conditions });

describe("A condition", () => {
  it.each<[string, string, unknown, boolean]>([
    ["title", "contains", "PRICING", true],
    ["title", "contains", "review with", true],
    ["title", "contains", "renewal", false],
    ["title", "contains", ["renewal", "north"], true],
    ["title", "contains", "[draft]", true],
    ["title", "contains", " pricing", false],
    ["title", "doesNotContain", "renewal", true],
    ["title", "doesNotContain", ["renewal", "north"], false],
    ["title", "is", "pricing review with northmoor [draft]", true],
    ["title", "is", "pricing review", false],
    ["title", "isNot", "pricing review", true],
    ["title", "isNot", "Pricing review with Northmoor [draft]", false],
    ["title", "startsWith", "pricing", true],
    ["title", "startsWith", "review", false],
    ["title", "endsWith", "[DRAFT]", true],
    ["title", "endsWith", "northmoor", false],
    ["direction", "isOneOf", ["Inbound", "Conference"], true],
    ["direction", "isOneOf", "conference", true],
    ["direction", "isOneOf", ["Inbound", "Outbound"], false],
    ["direction", "isNoneOf", ["Inbound", "Outbound"], true],
    ["direction", "isNoneOf", ["Conference"], false],
    ["scope", "isOneOf", ["External"], true],
    ["scope", "isNoneOf", ["External"], false],
    ["duration", "atLeast", 1804.5, true],
    ["duration", "atLeast", "1804", true],
    ["duration", "atLeast", 1805, false],
    ["duration", "atMost", 1804.5, true],
    ["duration", "atMost", 1804, false],
    ["duration", "atLeast", 0, true],
    ["language", "isOneOf", ["ger", "ENG"], true],
    ["language", "isNoneOf", ["eng"], false],
    ["workspace", "isOneOf", ["623457276584334"], true],
    ["workspace", "isOneOf", 623457276584334, true],
    ["workspace", "isOneOf", ["623457276584335"], false],
    ["host", "isOneOf", ["234599484848423"], true],
    ["host", "isOneOf", ["ada.quill@harbourline.example"], true],
    ["host", "isOneOf", ["robin.vale@eu.northmoor.example"], false],
    ["host", "isNoneOf", ["234599484848424"], true],
    ["participantEmail", "isOneOf", ["ada.quill@HARBOURLINE.example"], true],
    ["participantEmail", "isOneOf", [" robin.vale@eu.northmoor.example "], true],
    ["participantEmail", "isOneOf", ["vale@eu.northmoor.example"], false],
    ["participantEmail", "isNoneOf", ["robin.vale@eu.northmoor.example"], false],
    ["participantDomain", "isOneOf", ["eu.northmoor.example"], true],
    ["participantDomain", "isOneOf", ["@EU.northmoor.example"], true],
    ["participantDomain", "isOneOf", ["northmoor.example"], false],
    ["participantDomain", "isNoneOf", ["competitor.example"], true],
    ["account", "isOneOf", ["0013601230sV7grAAC"], true],
    ["account", "isOneOf", ["northmoor ltd"], true],
    ["account", "isOneOf", ["Shipping"], false],
    ["account", "isOneOf", ["0063601230sV7grAAC"], false],
    ["account", "contains", ["north"], true],
    ["account", "isNoneOf", ["Northmoor Ltd"], false],
    ["account", "exists", undefined, true],
    ["account", "doesNotExist", undefined, false],
    ["opportunity", "isOneOf", ["0063601230sV7grAAC"], true],
    ["opportunity", "exists", "ignored", true],
    ["tracker", "isOneOf", ["6840000929075400007"], true],
    ["tracker", "isOneOf", ["competitors"], true],
    ["tracker", "isOneOf", ["Discounts"], false],
    ["tracker", "isNoneOf", ["Discounts"], true],
    ["tracker", "isNoneOf", ["Discounts", "Competitors"], false],
    ["topic", "isOneOf", ["pricing"], true],
    ["topic", "isOneOf", ["Small talk"], false],
    ["topic", "isNoneOf", ["Small talk"], true],
    ["private", "isTrue", undefined, false],
    ["private", "isFalse", undefined, true],
  ])("%s %s %j is %s", async (field, operator, value, met) => {
    const branch = met ? "Matched" : "Not Matched";
    expect((await evaluate([ruleOf({ field, operator, value })])).branch).toBe(branch);
    // As the form has it: under the field's name, beside what is left of another choice.
    const test = { operator, value };
    const left = field === "title" ? { scope: { operator: "isOneOf" } } : { title: {} };
    expect((await evaluate([ruleOf({ field, [field]: test, ...left })])).branch).toBe(branch);
  });

  it.each([
    ["title", "contains", "x", false],
    ["title", "doesNotContain", "x", true],
    ["title", "isNot", "x", true],
    ["direction", "isNoneOf", "Inbound", true],
    ["duration", "atLeast", 0, false],
    ["duration", "atMost", 9999, false],
    ["participantEmail", "isOneOf", "a@b.example", false],
    ["participantEmail", "isNoneOf", "a@b.example", true],
    ["account", "exists", undefined, false],
    ["account", "doesNotExist", undefined, true],
    ["tracker", "isOneOf", "Competitors", false],
    ["tracker", "isNoneOf", "Competitors", true],
    ["private", "isTrue", undefined, false],
    ["private", "isFalse", undefined, true],
  ])("%s %s %j on an event without it is %s", async (field, operator, value, met) => {
    const rules = [ruleOf({ field, operator, value })];
    const metaData = { id: "1", title: null, direction: null, duration: null };
    const bare = [
      { callData: { metaData: { id: "1" } } },
      { callData: { metaData, context: null, parties: null, content: null } },
      { callData: { metaData, context: [null], parties: "none", content: { trackers: [null] } } },
    ];
    for (const given of bare) {
      expect((await evaluate(rules, given)).branch).toBe(met ? "Matched" : "Not Matched");
    }
  });

  it("tells ids beyond 2^53 apart by their last digit", async () => {
    const of = (value: string) => ruleOf({ field: "tracker", operator: "isOneOf", value });
    expect((await evaluate([of("6840000929075400007")])).branch).toBe("Matched");
    expect((await evaluate([of("6840000929075400009")])).branch).toBe("Not Matched");
  });

  it.each(["123", "null", "true", "[1,2]", '{"a":1}', '"quoted"', "1e3", ""])(
    "takes the title %j as text, although it is JSON",
    async (title) => {
      const given = { callData: { metaData: { id: "1", title } } };
      const met = async (operator: string, value: string) =>
        (await evaluate([ruleOf({ field: "title", operator, value })], given)).branch;
      for (const operator of ["is", "contains", "startsWith", "endsWith"]) {
        expect(await met(operator, `${title}x`)).toBe("Not Matched");
        if (title) expect(await met(operator, title)).toBe("Matched");
      }
      if (title.length > 1) {
        expect(await met("startsWith", title.slice(0, -1))).toBe("Matched");
        expect(await met("endsWith", title.slice(1))).toBe("Matched");
        expect(await met("contains", title.slice(1))).toBe("Matched");
      }
      expect(await met("is", "1000")).toBe("Not Matched");
      expect(await met("is", "quoted")).toBe("Not Matched");
    },
  );
});

describe("A rule", () => {
  const yes = { field: "scope", operator: "isOneOf", value: ["External"] };
  const no = { field: "scope", operator: "isOneOf", value: ["Internal"] };

  it.each([
    ["all", [yes, yes], true],
    ["all", [yes, no], false],
    [undefined, [yes, no], false],
    ["any", [yes, no], true],
    ["any", [no, no], false],
  ])("that wants %s of its conditions: %j is %s", async (match, conditions, met) => {
    const { branch, data } = await evaluate([{ name: "Rule", match, conditions }]);
    expect(branch).toBe(met ? "Matched" : "Not Matched");
    expect(data.matchedRules).toEqual(met ? ["Rule"] : []);
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
          callId: "7782342274025937895",
          isTest: true,
          isPrivate: true,
          matchedRules: ["One", "Three"],
        },
      });
    }
  });
});
