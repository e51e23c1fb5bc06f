import type { JSONForm } from "@prismatic-io/spectral";
import { type FieldName, type RuleField, ruleFields } from "./fields";
import { type Operator, operators } from "./operators";

/** Something to choose by its name. */
export interface Choice {
  /** What a rule keeps: an id. */
  readonly const: string;
  /** What a person sees. */
  readonly title: string;
}

/** Values to choose from. A field without any takes text. */
export type Choices = Readonly<Partial<Record<FieldName, readonly Choice[]>>>;

/** Spectral knows two versions of JSON Schema; conditions are in the later one. */
type JsonSchema = Extract<JSONForm["schema"], { if?: unknown }>;
type Element = JSONForm["uiSchema"];

const fieldNames = Object.keys(ruleFields) as FieldName[];
const fieldOf = (name: FieldName): RuleField => ruleFields[name];

/** The form that automation rules are made in; `readRules` reads what comes out of it. */
export function rulesForm(choices: Choices): JSONForm {
  return { schema: formSchema(choices), uiSchema: formLayout() };
}

function formSchema(choices: Choices): JsonSchema {
  return {
    type: "object",
    properties: {
      rules: {
        type: "array",
        title: "Rules",
        items: {
          type: "object",
          title: "Rule",
          properties: {
            name: {
              type: "string",
              title: "Name",
              minLength: 1,
              description: "Flows see by this name that the rule matched.",
            },
            match: {
              type: "string",
              title: "Matches when",
              default: "all",
              oneOf: [
                { const: "all", title: "all conditions are met" },
                { const: "any", title: "any condition is met" },
              ],
            },
            conditions: {
              type: "array",
              title: "Conditions",
              minItems: 1,
              items: conditionSchema(choices),
            },
          },
          required: ["name", "match", "conditions"],
        },
      },
    },
  };
}

/**
 * A condition keeps operator and value under its field's name: what drop-downs offer cannot depend
 * on another value in JSON Schema, so each field has its own, of which the layout shows one.
 */
function conditionSchema(choices: Choices): JsonSchema {
  const tests = fieldNames.map((name) => [name, testSchema(fieldOf(name), choices[name])]);
  return {
    type: "object",
    title: "Condition",
    properties: {
      field: {
        type: "string",
        title: "Field",
        oneOf: fieldNames.map((name) => ({ const: name, title: fieldOf(name).label })),
      },
      ...Object.fromEntries(tests),
    },
    required: ["field"],
    allOf: fieldNames.map((name) => ({
      if: { properties: { field: { const: name } }, required: ["field"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { [name]: completeTest(fieldOf(name)) }, required: [name] },
    })),
  };
}

function testSchema(field: RuleField, choices: readonly Choice[] | undefined): JsonSchema {
  const entries = Object.entries(field.operators);
  const value = valueSchema(field, choices);
  return {
    type: "object",
    title: field.label,
    properties: {
      operator: {
        type: "string",
        title: "Operator",
        oneOf: entries.map(([operator, title]) => ({ const: operator, title })),
      },
      ...(value && { value }),
    },
  };
}

function valueSchema(
  field: RuleField,
  choices: readonly Choice[] | undefined,
): JsonSchema | undefined {
  const { comments: description, values, single } = field;
  const operands = operatorsOf(field).map((operator) => operators[operator].operand);
  if (operands.includes("number")) {
    return { type: "number", title: "Seconds", description };
  }
  if (!operands.includes("texts")) return undefined;
  if (single) return { type: "string", title: "Text", description };
  const listed = choices?.length ? choices : values?.map((name) => ({ const: name, title: name }));
  return {
    type: "array",
    title: field.label,
    description,
    // Drawn as boxes to tick, which suits what has a few values.
    ...(values && { uniqueItems: true }),
    items: { type: "string", ...(listed && { oneOf: [...listed] }) },
  };
}

function operatorsOf(field: RuleField): Operator[] {
  return Object.keys(field.operators) as Operator[];
}

function needsNoValue(field: RuleField): Operator[] {
  return operatorsOf(field).filter((operator) => operators[operator].operand === "none");
}

/** What a value must have, whatever its type: each keyword counts for the type that it is about. */
const filled: JsonSchema = { minItems: 1, minLength: 1, minimum: 0, items: { minLength: 1 } };

/**
 * What the chosen field must have. It stands here and not at the fields themselves, since a form
 * that is wrong in a field out of sight could not be saved, and nobody would see why.
 */
function completeTest(field: RuleField): JsonSchema {
  const alone = needsNoValue(field);
  const needsValue: JsonSchema = { required: ["value"], properties: { value: filled } };
  // Empty lists of operators, where all are of a kind, would be no valid schema.
  if (alone.length === 0) return { ...needsValue, required: ["operator", "value"] };
  if (alone.length === operatorsOf(field).length) return { required: ["operator"] };
  return {
    required: ["operator"],
    if: { properties: { operator: { enum: alone } } },
    else: needsValue,
  };
}

function formLayout(): Element {
  const conditions = control("#/properties/conditions", {
    options: { detail: vertical([control("#/properties/field"), ...fieldNames.map(testLayout)]) },
  });
  const rule = vertical([control("#/properties/name"), control("#/properties/match"), conditions]);
  return vertical([
    control("#/properties/rules", { options: { detail: rule, elementLabelProp: "name" } }),
  ]);
}

/** Operator and value of one field, shown while that field is chosen. */
function testLayout(name: FieldName): Element {
  const at = `#/properties/${name}/properties`;
  const controls = [control(`${at}/operator`), ...valueLayout(fieldOf(name), at)];
  const condition = { scope: "#/properties/field", schema: { const: name } };
  return { ...vertical(controls), rule: { effect: "SHOW", condition } } as Element;
}

function valueLayout(field: RuleField, at: string): Element[] {
  const alone = needsNoValue(field);
  if (alone.length === 0) return [control(`${at}/value`)];
  if (alone.length === operatorsOf(field).length) return [];
  const condition = { scope: `${at}/operator`, schema: { enum: alone } };
  return [control(`${at}/value`, { rule: { effect: "HIDE", condition } })];
}

function vertical(elements: readonly Element[]): Element {
  return { type: "VerticalLayout", elements } as Element;
}

function control(scope: string, more: object = {}): Element {
  return { type: "Control", scope, ...more } as Element;
}
