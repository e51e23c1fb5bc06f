import type { JSONForm } from "@prismatic-io/spectral";
import { type FieldName, ruleFields } from "./fields";
import { type Operator, operators } from "./operators";
import { fieldValues, fieldWords, operatorWords } from "./words";

/** Something to choose: `const` is the ID that a rule keeps, `title` what people see. */
export interface Choice {
  readonly const: string;
  readonly title: string;
}

/** Values to choose from. A field without any takes text. */
export type Choices = Readonly<Partial<Record<FieldName, readonly Choice[]>>>;

/** Spectral knows two versions of JSON Schema; conditions are in the later one. */
type JsonSchema = Extract<JSONForm["schema"], { if?: unknown }>;
type Element = JSONForm["uiSchema"];

const fieldNames = Object.keys(ruleFields) as FieldName[];

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

/**
 * A condition keeps operator and value under its field's name: what drop-downs offer cannot depend
 * on another value in JSON Schema, so each field has its own, of which the layout shows one.
 */
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
      then: { properties: { [name]: completeTest(name) }, required: [name] },
    })),
  };
}

function testSchema(name: FieldName, choices: readonly Choice[] | undefined): JsonSchema {
  const oneOf = ruleFields[name].operators.map((operator) => ({
    const: operator,
    title: operatorWords[operator],
  }));
  const operator: JsonSchema = { type: "string", title: "Operator", oneOf };
  const value = operatorsOf(name, true).length > 0 && { value: valueSchema(name, choices) };
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

/** The operators of a field: those that need a value, or those that do not. */
const operatorsOf = (name: FieldName, needsValue: boolean): Operator[] =>
  ruleFields[name].operators.filter(
    (operator) => (operators[operator].operand !== "none") === needsValue,
  );

/** What a value must have, whatever its type: each keyword counts for the type that it is about. */
const filled: JsonSchema = { minItems: 1, minLength: 1, minimum: 0, items: { minLength: 1 } };

function completeTest(name: FieldName): JsonSchema {
  const needing = operatorsOf(name, true);
  if (needing.length === 0) return { required: ["operator"] };
  return {
    required: ["operator"],
    if: { properties: { operator: { enum: needing } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ["value"], properties: { value: filled } },
  };
}

function layout(): Element {
  const condition = vertical([control("field"), ...fieldNames.map(testLayout)]);
  const conditions = control("conditions", { options: { detail: condition } });
  const detail = vertical([control("name"), control("match"), conditions]);
  return vertical([control("rules", { options: { detail, elementLabelProp: "name" } })]);
}

/** Operator and value of one field, shown while that field is chosen. */
function testLayout(name: FieldName): Element {
  const [operator, value] = [`${name}/properties/operator`, `${name}/properties/value`];
  const [needing, alone] = [operatorsOf(name, true), operatorsOf(name, false)];
  const hide = alone.length > 0 ? rule("HIDE", operator, { enum: alone }) : {};
  const controls = [control(operator), ...(needing.length > 0 ? [control(value, hide)] : [])];
  return vertical(controls, rule("SHOW", "field", { const: name }));
}

const rule = (effect: string, property: string, schema: object) => ({
  rule: { effect, condition: { scope: `#/properties/${property}`, schema } },
});
const vertical = (elements: readonly Element[], more: object = {}) =>
  ({ type: "VerticalLayout", elements, ...more }) as Element;
const control = (property: string, more: object = {}) =>
  ({ type: "Control", scope: `#/properties/${property}`, ...more }) as Element;
