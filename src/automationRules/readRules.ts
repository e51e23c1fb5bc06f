import { isBlank, kindOf, type Reader, readNumber } from "../inputs/readers";
import { parseJson } from "../text/json";
import { redact } from "../text/redact";
import { loose } from "./event";
import { type FieldName, type RuleField, ruleFields } from "./fields";
import { type Operator, operators, type Value } from "./operators";

/** A rule that can be evaluated. */
export interface Rule {
  readonly name: string;
  /** Whether all conditions must be met, or any. */
  readonly match: "all" | "any";
  readonly conditions: readonly Condition[];
}

/** One condition of a rule. */
export interface Condition {
  readonly field: FieldName;
  readonly operator: Operator;
  readonly wanted: readonly Value[];
}

/** Refuses the thing at hand with the rest of a sentence that begins with where it is. */
type RefuseHere = (problem: string) => never;

/** Names that are longer are cut: the rule is to be found, not to be read. */
const longestName = 60;

/**
 * Rules as the form gives them, as a list, or either as JSON text. Nothing is passed over: a rule
 * that cannot be read would otherwise never match, and nobody would learn of it.
 *
 * @returns the rules, or nothing when there are none
 */
export const readRules: Reader<Rule[] | undefined> = (given, refuse) => {
  const list = toList(given, refuse);
  const rules = list.map((rule, index) => {
    const { name } = loose(rule);
    const shown =
      typeof name === "string" && !isBlank(name)
        ? `rule "${redact(name.trim()).slice(0, longestName)}"`
        : `rule ${index + 1}`;
    return readRule(rule, (problem, place) =>
      refuse(problem, place ? `${shown}, ${place}` : shown),
    );
  });
  return rules.length > 0 ? rules : undefined;
};

function toList(given: unknown, refuse: RefuseHere): unknown[] {
  const value = typeof given === "string" ? parse(given, refuse) : given;
  if (Array.isArray(value)) return value;
  const form = typeof value === "object" && value !== null ? value : undefined;
  if (form && "rules" in form && Array.isArray(form.rules)) return form.rules;
  // A form that nobody has filled in.
  if (form && Object.values(form).every(isBlank)) return [];
  return refuse(
    `must be the automation rules' form, or a list of rules in JSON, not ${kindOf(value)}`,
  );
}

function parse(text: string, refuse: RefuseHere): unknown {
  try {
    return parseJson(text);
  } catch {
    return refuse("must be the automation rules' form, or a list of rules in JSON");
  }
}

function readRule(given: unknown, refuse: (problem: string, place?: string) => never): Rule {
  const { name, match = "all", conditions, ...unknown } = loose(given);
  if (typeof name !== "string" || isBlank(name)) return refuse("needs a name");
  if (match !== "all" && match !== "any") return refuse('must have all or any under "match"');
  if (Object.keys(unknown).length > 0) return refuse("takes name, match and conditions only");
  if (!Array.isArray(conditions) || conditions.length === 0) {
    return refuse("needs at least one condition");
  }
  return {
    name: name.trim(),
    match,
    conditions: conditions.map((condition, index) =>
      readCondition(condition, (problem) => refuse(problem, `condition ${index + 1}`)),
    ),
  };
}

/**
 * The form keeps operator and value under the field's name, so that each field has drop-downs of
 * its own; what it still holds of fields chosen before does not count. By hand both can stand
 * beside the field.
 */
function readCondition(given: unknown, refuse: RefuseHere): Condition {
  const condition = loose(given);
  const { field } = condition;
  if (!isFieldName(field)) {
    return refuse(`must name one of these fields: ${Object.keys(ruleFields).join(", ")}`);
  }
  const own = condition[field];
  const { operator, value } = typeof own === "object" && own !== null ? loose(own) : condition;
  const fitting: RuleField["operators"] = ruleFields[field].operators;
  if (typeof operator !== "string" || !Object.hasOwn(fitting, operator)) {
    return refuse(`must have one of these operators: ${Object.keys(fitting).join(", ")}`);
  }
  const name = operator as Operator;
  return { field, operator: name, wanted: readOperand(field, name, value, refuse) };
}

function isFieldName(value: unknown): value is FieldName {
  return typeof value === "string" && Object.hasOwn(ruleFields, value);
}

function readOperand(
  field: FieldName,
  operator: Operator,
  value: unknown,
  refuse: RefuseHere,
): Value[] {
  const { operand } = operators[operator];
  if (operand === "none") return [];
  const given = [value].flat().filter((item) => !isBlank(item));
  if (given.length === 0) return refuse("needs a value");
  if (operand === "number") {
    if (given.length > 1) return refuse("takes one number");
    return [readNumber({ min: 0 })(given[0], (problem) => refuse(`has a value that ${problem}`))];
  }
  return given.map((item) => readWanted(field, item, refuse));
}

/** Text that is wanted in a field. Spaces count in a title, where " ads" is no part of "roads". */
function readWanted(field: FieldName, item: unknown, refuse: RefuseHere): string {
  const text = Number.isSafeInteger(item) ? String(item) : item;
  if (typeof text !== "string") return refuse("takes text as its value");
  if (/\p{Cc}/u.test(text)) return refuse("takes text without control characters as its value");
  if (field === "title") return text;
  return field === "participantDomain" ? text.trim().replace(/^@/, "") : text.trim();
}
