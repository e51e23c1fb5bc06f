/** What an event has in a field, and what a condition wants there. */
export type Value = string | number | boolean;

/** All that an event has in a field. */
export interface FieldContent {
  readonly values: ReadonlySet<Value>;
  /** The wanted texts that occur in a value, among those that any condition searches for. */
  readonly found: ReadonlySet<Value>;
}

/** What a condition must give beside its operator. */
type Operand = "texts" | "number" | "none";
type Predicate = (own: FieldContent, wanted: readonly Value[]) => boolean;

const has: Predicate = ({ values }, wanted) => wanted.some((value) => values.has(value));
const contains: Predicate = ({ found }, wanted) => wanted.some((value) => found.has(value));
const exists: Predicate = ({ values }) => values.size > 0;
const isTrue: Predicate = ({ values }) => values.has(true);

/** For fields with one value, as it compares each value with each that is wanted. */
const some =
  <V extends Value>(test: (own: V, wanted: V) => boolean): Predicate =>
  ({ values }, wanted) =>
    [...values].some((own) => wanted.some((value) => test(own as V, value as V)));
const startsWith = some<string>((own, wanted) => own.startsWith(wanted));
const endsWith = some<string>((own, wanted) => own.endsWith(wanted));
const atLeast = some<number>((own, wanted) => own >= wanted);
const atMost = some<number>((own, wanted) => own <= wanted);

/** Excludes what the other one asks for, and so is met where the event has nothing. */
const not =
  (predicate: Predicate): Predicate =>
  (own, wanted) =>
    !predicate(own, wanted);

const operator = (operand: Operand, isMet: Predicate) => ({ operand, isMet });

/** Every operator of conditions, under the name that rules give it. */
export const operators = {
  contains: operator("texts", contains),
  doesNotContain: operator("texts", not(contains)),
  startsWith: operator("texts", startsWith),
  endsWith: operator("texts", endsWith),
  is: operator("texts", has),
  isNot: operator("texts", not(has)),
  isOneOf: operator("texts", has),
  isNoneOf: operator("texts", not(has)),
  atLeast: operator("number", atLeast),
  atMost: operator("number", atMost),
  exists: operator("none", exists),
  doesNotExist: operator("none", not(exists)),
  isTrue: operator("none", isTrue),
  isFalse: operator("none", not(isTrue)),
};

/** Name of an operator. */
export type Operator = keyof typeof operators;
