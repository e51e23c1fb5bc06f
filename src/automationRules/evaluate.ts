import {
  BooleanOperator,
  type ConditionalExpression,
  evaluate,
} from "@prismatic-io/spectral/dist/conditionalLogic";
import type { CallEvent } from "./event";
import { comparable, ruleFields } from "./fields";
import { operators } from "./operators";
import type { Condition, Rule } from "./readRules";

/** Names of the rules that an event matches, in their order. */
export function matchingRules(rules: readonly Rule[], event: CallEvent): string[] {
  return rules.filter((rule) => matches(rule, event)).map(({ name }) => name);
}

function matches({ match, conditions }: Rule, event: CallEvent): boolean {
  const operator = match === "all" ? BooleanOperator.and : BooleanOperator.or;
  return evaluate([operator, ...conditions.map((condition) => toExpression(condition, event))]);
}

function toExpression(
  { field, operator, wanted }: Condition,
  event: CallEvent,
): ConditionalExpression {
  const own = ruleFields[field].read(event).map(comparable);
  return operators[operator].toExpression(own, wanted.map(comparable));
}
