import { isBlank, isPlainObject, kindOf, type Reader, readNumber } from "../inputs/readers";
import { jsonOrNothing } from "../text/json";
import { redact } from "../text/redact";
import { type Loose, loose } from "./event";
import { comparable, type FieldName, fieldNames, ruleFields } from "./fields";
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
  /** What the field is compared with; nothing for operators that stand alone. */
  readonly wanted: readonly Value[];
}

type RefuseHere = (problem: string) => never;

/**
 * Rules as the form gives them, as a list, or either as JSON text; nothing when there are none. One
 * that cannot be read is refused by its name and place, since it would never match without a word.
 */
export const readRules: Reader<Rule[] | undefined> = (given, refuse) => {
  const rules = toList(given, refuse)
    .map(loose)
    .map((rule, index) => {
      // Long names are cut: they are there to find the rule.
      const name = typeof rule.name === "string" ? redact(rule.name.trim()).slice(0, 60) : "";
      const shown = name ? `"${name}"` : index + 1;
      return readRule(rule, (problem, place = "") => refuse(problem, `rule ${shown}${place}`));
    });
  return rules.length > 0 ? rules : undefined;
};

function toList(given: unknown, refuse: RefuseHere): unknown[] {
  const value = typeof given === "string" ? jsonOrNothing(given) : given;
  const list = Array.isArray(value) ? value : loose(value).rules;
  if (Array.isArray(list)) return list;
  if (isPlainObject(value) && Object.values(value).every(isBlank)) return [];
  return refuse(
    `must be rules from the form, or a JSON list of rules, not ${kindOf(value ?? given)}`,
  );
}

function readRule(rule: Loose, refuse: (problem: string, place?: string) => never): Rule {
  const { name, match = "all", conditions, ...unknown } = rule;
  if (typeof name !== "string" || isBlank(name)) return refuse("needs a name");
  if (match !== "all" && match !== "any") return refuse('must have all or any under "match"');
  if (Object.keys(unknown).length > 0) return refuse("can have only name, match, and conditions");
  if (!Array.isArray(conditions) || conditions.length === 0) {
    return refuse("needs at least one condition");
  }
  const read = (condition: unknown, index: number) =>
    readCondition(loose(condition), (problem) => refuse(problem, `, condition ${index + 1}`));
  return { name: name.trim(), match, conditions: conditions.map(read) };
}

/** The form keeps operator and value under the field's name; by hand they can stand beside it. */
function readCondition(condition: Loose, refuse: RefuseHere): Condition {
  const { field } = condition;
  if (!isOneOf(fieldNames, field)) {
    return refuse(`must name one of these fields: ${fieldNames.join(", ")}`);
  }
  const own = condition[field];
  const { operator, value } = isPlainObject(own) ? loose(own) : condition;
  const fitting: readonly Operator[] = ruleFields[field].operators;
  if (!isOneOf(fitting, operator)) {
    return refuse(`must have one of these operators: ${fitting.join(", ")}`);
  }
  return { field, operator, wanted: readWanted(field, operator, value, refuse) };
}

function isOneOf<Name>(names: readonly Name[], value: unknown): value is Name {
  return names.includes(value as Name);
}

function readWanted(field: FieldName, operator: Operator, value: unknown, refuse: RefuseHere) {
  const { operand } = operators[operator];
  if (operand === "none") return [];
  const given = [value].flat().filter((item) => !isBlank(item));
  if (given.length === 0) return refuse("needs a value");
  if (operand === "texts") return given.map((item) => readWantedText(field, item, refuse));
  const refuseValue: RefuseHere = (problem) => refuse(`has a value that ${problem}`);
  return given.map((item) => readNumber({ min: 0 })(item, refuseValue));
}

/** Text that is wanted in a field. Spaces count in a title, where " ads" is no part of "roads". */
function readWantedText(field: FieldName, item: unknown, refuse: RefuseHere): Value {
  const text = Number.isSafeInteger(item) ? String(item) : item;
  if (typeof text !== "string") return refuse("must have text as its value");
  if (field === "title") return comparable(text);
  return comparable(field === "participantDomain" ? text.trim().replace(/^@/, "") : text.trim());
}
