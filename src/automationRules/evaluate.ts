import type { CallEvent } from "./event";
import { comparable, type FieldName, fieldNames, ruleFields } from "./fields";
import { type FieldContent, type Operator, operators } from "./operators";
import type { Condition, Rule } from "./readRules";
import { occurringWords } from "./search";

/** Names of the rules that an event matches. Each field is read once, however many rules there are. */
export function matchingRules(rules: readonly Rule[], event: CallEvent): string[] {
  const all = rules.flatMap(({ conditions }) => conditions);
  const contents = new Map(fieldNames.map((field) => [field, contentOf(field, all, event)]));
  const isMet = ({ field, operator, wanted }: Condition) =>
    operators[operator].isMet(contents.get(field) as FieldContent, wanted);
  return rules
    .filter(({ match, conditions }) =>
      match === "all" ? conditions.every(isMet) : conditions.some(isMet),
    )
    .map(({ name }) => name);
}

/** The operators that look for a text anywhere in a value. */
const searching: readonly Operator[] = ["contains", "doesNotContain"];

function contentOf(field: FieldName, all: readonly Condition[], event: CallEvent): FieldContent {
  const values = new Set(ruleFields[field].read(event).map(comparable));
  const words = all
    .filter((condition) => condition.field === field && searching.includes(condition.operator))
    .flatMap(({ wanted }) => wanted as string[]);
  return { values, found: occurringWords(words, values as Set<string>) };
}
