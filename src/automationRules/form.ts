import type { JSONForm } from "@prismatic-io/spectral";
import { type FieldName, fieldNames, ruleFields } from "./fields";
import { type Operator, operators } from "./operators";

/** A value to choose: `const` is the ID that a rule keeps, `title` what people see. */
type Choice = Readonly<Record<"const" | "title", string>>;

/** Values to choose from. A field without any takes text. */
type Choices = Readonly<Partial<Record<FieldName, readonly Choice[]>>>;

/** Spectral knows two versions of JSON Schema; conditions are in the later one. */
type JsonSchema = Extract<JSONForm["schema"], { if?: unknown }>;
type Element = JSONForm["uiSchema"];

/** What the form calls each field, and what to enter there. */
const fieldWords: Readonly<Record<FieldName, readonly [label: string, comments: string]>> = {
  title: ["Title", "Words of the call's title. Letter case does not matter."],
  direction: ["Direction", "Web conferences are Conference."],
  scope: ["Scope", "Internal if all participants are from your company."],
  duration: ["Duration", "Length of the call in seconds."],
  language: ["Language", "ISO 639-2B codes, such as eng or ger."],
  workspace: ["Workspace", "Workspace IDs."],
  host: ["Host", "User IDs or email addresses of hosts."],
  participantEmail: ["Participant's email address", "Whole addresses, of colleagues too."],
  participantDomain: ["Participant's domain", "What follows the @. Subdomains are separate."],
  account: ["CRM account", "IDs or names of accounts in the CRM."],
  opportunity: ["CRM opportunity", "IDs or names of opportunities in the CRM."],
  tracker: ["Tracker", "IDs or names of trackers that came up in the call."],
  topic: ["Topic", "Names of topics that people talked about."],
  private: ["Private", "Whether the call is private."],
};

/** All values of the fields that have only a few. */
const fieldValues: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  direction: ["Inbound", "Outbound", "Conference", "Unknown"],
  scope: ["Internal", "External", "Unknown"],
};

/** Operators that need no value. */
const standalone = (Object.keys(operators) as Operator[]).filter(
  (operator) => operators[operator].operand === "none",
);
const takesValue = (name: FieldName): boolean =>
  ruleFields[name].operators.some((operator) => !standalone.includes(operator));

/** The form that people make automation rules in; `readRules` reads what comes out of it. */
export function rulesForm(choices: Choices): JSONForm {
  const rules: JsonSchema = { type: "array", title: "Rules", items: ruleSchema(choices) };
  return { schema: { type: "object", properties: { rules } }, uiSchema: layout() };
}

function ruleSchema(choices: Choices): JsonSchema {
  const description = "The flow sees this name when the rule matches.";
  const matches = [
    { const: "all", title: "all conditions are met" },
    { const: "any", title: "any condition is met" },
  ];
  const items = conditionSchema(choices);
  return {
    type: "object",
    title: "Rule",
    properties: {
      name: { type: "string", title: "Name", minLength: 1, description },
      match: { type: "string", title: "Matches when", default: "all", oneOf: matches },
      conditions: { type: "array", title: "Conditions", minItems: 1, items },
    },
    required: ["name", "match", "conditions"],
  };
}

/** Each field has its own operator and value, since drop-downs cannot depend on another value. */
function conditionSchema(choices: Choices): JsonSchema {
  const oneOf = fieldNames.map((name) => ({ const: name, title: fieldWords[name][0] }));
  const tests = fieldNames.map((name) => [name, testSchema(name, choices[name])]);
  return {
    type: "object",
    title: "Condition",
    properties: { field: { type: "string", title: "Field", oneOf }, ...Object.fromEntries(tests) },
    required: ["field"],
    // Only what is shown must be complete: a form with a mistake out of sight could not be saved.
    allOf: fieldNames.map((name) => ({
      if: { properties: { field: { const: name } }, required: ["field"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { [name]: completeTest }, required: [name] },
    })),
  };
}

function testSchema(name: FieldName, choices: readonly Choice[] | undefined): JsonSchema {
  const oneOf = ruleFields[name].operators.map((operator) => ({
    const: operator,
    title: operators[operator].label,
  }));
  const operator: JsonSchema = { type: "string", title: "Operator", oneOf };
  const value = takesValue(name) && { value: valueSchema(name, choices) };
  return { type: "object", title: fieldWords[name][0], properties: { operator, ...value } };
}

function valueSchema(name: FieldName, choices: readonly Choice[] = []): JsonSchema {
  const [title, description] = fieldWords[name];
  if (name === "duration") return { type: "number", title: "Seconds", description };
  if (name === "title") return { type: "string", title: "Text", description };
  const few = fieldValues[name]?.map((value) => ({ const: value, title: value })) ?? [];
  const oneOf = [...choices, ...few];
  const items: JsonSchema = { type: "string", ...(oneOf.length > 0 && { oneOf }) };
  // A list without repeats is drawn as check boxes, which suit a few values.
  return { type: "array", title, description, items, ...(few.length > 0 && { uniqueItems: true }) };
}

/** A test has a value unless its operator needs none; each keyword counts for the type it is about. */
const completeTest: JsonSchema = {
  required: ["operator"],
  if: { properties: { operator: { enum: standalone } } },
  else: {
    required: ["value"],
    properties: { value: { minItems: 1, minLength: 1, minimum: 0, items: { minLength: 1 } } },
  },
};

function layout(): Element {
  const condition = vertical([control("field"), ...fieldNames.map(testLayout)]);
  const conditions = control("conditions", { options: { detail: condition } });
  const detail = vertical([control("name"), control("match"), conditions]);
  return vertical([control("rules", { options: { detail, elementLabelProp: "name" } })]);
}

/** Operator and value of one field, shown while that field is chosen. */
function testLayout(name: FieldName): Element {
  const operator = `${name}/properties/operator`;
  const hide = rule("HIDE", operator, { enum: standalone });
  const value = takesValue(name) ? [control(`${name}/properties/value`, hide)] : [];
  return vertical([control(operator), ...value], rule("SHOW", "field", { const: name }));
}

const rule = (effect: string, property: string, schema: object) => ({
  rule: { effect, condition: { scope: `#/properties/${property}`, schema } },
});
const vertical = (elements: readonly Element[], more: object = {}) =>
  ({ type: "VerticalLayout", elements, ...more }) as Element;
const control = (property: string, more: object = {}) =>
  ({ type: "Control", scope: `#/properties/${property}`, ...more }) as Element;
