import {
  BinaryOperator,
  BooleanOperator,
  UnaryOperator,
} from "@prismatic-io/spectral/dist/conditionalLogic";
import type { Value } from "./definition";

const joining: readonly string[] = Object.values(BooleanOperator);
const comparing: readonly string[] = [
  ...Object.values(UnaryOperator),
  ...Object.values(BinaryOperator),
];

/** A branch, and the expression that must hold for it. */
export interface Condition {
  readonly name: string;
  readonly expression: Value;
}

/**
 * The conditions of a branching step, in their order.
 *
 * @throws Error when they have another shape than the platform's conditional logic
 */
export function readConditions(conditions: Value | undefined): Condition[] {
  if (conditions?.type !== "complex") throw new Error("conditions: must be a list");
  return conditions.value.map((condition, index) => {
    const name = condition.name?.type === "value" ? condition.name.value : "";
    if (!name) throw new Error(`conditions[${index}]: has no name`);
    checkExpression(condition, `conditions[${index}]`);
    return { name, expression: { type: condition.type, value: condition.value } as Value };
  });
}

function checkExpression(expression: Value, place: string): void {
  const [first, ...terms] = expression.type === "complex" ? expression.value : [];
  const operator = first?.type === "value" ? first.value : "";
  if (joining.includes(operator)) {
    terms.forEach((term, index) => {
      checkExpression(term, `${place}[${index + 1}]`);
    });
    return;
  }
  if (!comparing.includes(operator)) throw new Error(`${place}: there is no operator ${operator}`);
  const wanted = operator in UnaryOperator ? 1 : 2;
  if (terms.length !== wanted) throw new Error(`${place}: ${operator} takes ${wanted} terms`);
}
