import {
  BinaryOperator as Binary,
  BooleanOperator,
  type ConditionalExpression,
  UnaryOperator as Unary,
} from "@prismatic-io/spectral/dist/conditionalLogic";

/** What an event has in a field, and what a condition wants there. */
export type Value = string | number | boolean;

/** What a condition must give beside its operator. */
type Operand = "texts" | "number" | "none";

interface OperatorDefinition {
  readonly operand: Operand;
  /**
   * Says it in the terms of spectral's conditional logic.
   *
   * @param own all that the event has in the field; nothing when Gong left it out
   * @param wanted what the condition gives; an operator without operand has none
   */
  toExpression(own: readonly Value[], wanted: readonly Value[]): ConditionalExpression;
}

type Term = (own: Value, wanted: Value) => ConditionalExpression;

/** At least one value of the event is what at least one given value asks for. */
const some =
  (term: Term): OperatorDefinition["toExpression"] =>
  (own, wanted) => [
    BooleanOperator.or,
    ...own.flatMap((value) => wanted.map((other) => term(value, other))),
  ];

/** No value of the event is what any given value names; so it is where there is none. */
const none =
  (term: Term): OperatorDefinition["toExpression"] =>
  (own, wanted) => [
    BooleanOperator.and,
    ...own.flatMap((value) => wanted.map((other) => term(value, other))),
  ];

/**
 * The conditional logic takes text that is JSON for the value behind it, so that ids beyond 2^53
 * (G17) would be equal when their first digits are, and a title such as `[draft]` no text. With
 * this mark at one end no text is JSON, and everything is compared as it was written.
 */
const mark = "\u0000";
const marked = (text: Value) => `${mark}${text}`;
const markedAtEnd = (text: Value) => `${text}${mark}`;

const same: Term = (own, wanted) => [Binary.exactlyMatches, marked(own), marked(wanted)];
const different: Term = (own, wanted) => [Binary.doesNotExactlyMatch, marked(own), marked(wanted)];

/** Every operator of conditions, under the name that rules give it. */
export const operators = {
  contains: {
    operand: "texts",
    toExpression: some((own, wanted) => [Binary.in, wanted, marked(own)]),
  },
  doesNotContain: {
    operand: "texts",
    toExpression: none((own, wanted) => [Binary.notIn, wanted, marked(own)]),
  },
  startsWith: {
    operand: "texts",
    toExpression: some((own, wanted) => [Binary.startsWith, marked(wanted), marked(own)]),
  },
  endsWith: {
    operand: "texts",
    toExpression: some((own, wanted) => [Binary.endsWith, markedAtEnd(wanted), markedAtEnd(own)]),
  },
  is: { operand: "texts", toExpression: some(same) },
  isNot: { operand: "texts", toExpression: none(different) },
  isOneOf: { operand: "texts", toExpression: some(same) },
  isNoneOf: { operand: "texts", toExpression: none(different) },
  atLeast: {
    operand: "number",
    toExpression: some((own, wanted) => [Binary.greaterThanOrEqual, own, wanted]),
  },
  atMost: {
    operand: "number",
    toExpression: some((own, wanted) => [Binary.lessThanOrEqual, own, wanted]),
  },
  exists: { operand: "none", toExpression: (own) => [Unary.isNotEmpty, own] },
  doesNotExist: { operand: "none", toExpression: (own) => [Unary.isEmpty, own] },
  isTrue: {
    operand: "none",
    toExpression: (own) => [BooleanOperator.or, ...own.map((value): Flag => [Unary.isTrue, value])],
  },
  isFalse: {
    operand: "none",
    toExpression: (own) => [
      BooleanOperator.and,
      ...own.map((value): Flag => [Unary.isFalse, value]),
    ],
  },
} as const satisfies Record<string, OperatorDefinition>;

type Flag = [Unary.isTrue | Unary.isFalse, Value];

/** Name of an operator. */
export type Operator = keyof typeof operators;
