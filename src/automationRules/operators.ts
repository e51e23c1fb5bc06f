/** What an event has in a field, and what a condition wants there. */
export type Value = string | number | boolean;

/** All that an event has in a field. */
export interface FieldContent {
  readonly values: ReadonlySet<Value>;
  /** The wanted texts that occur in a value, among those that any condition searches for. */
  readonly found: ReadonlySet<Value>;
}

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

type Operand = "texts" | "number" | "none";
const operator = (label: string, operand: Operand, isMet: Predicate) => ({ label, operand, isMet });

/** Every operator of conditions by its name in rules: its label in the form, what it compares with. */
export const operators = {
  contains: operator("contains", "texts", contains),
  doesNotContain: operator("does not contain", "texts", not(contains)),
  startsWith: operator("starts with", "texts", startsWith),
  endsWith: operator("ends with", "texts", endsWith),
  is: operator("is", "texts", has),
  isNot: operator("is not", "texts", not(has)),
  isOneOf: operator("is one of", "texts", has),
  isNoneOf: operator("is none of", "texts", not(has)),
  atLeast: operator("is at least", "number", atLeast),
  atMost: operator("is at most", "number", atMost),
  exists: operator("is linked to the call", "none", exists),
  doesNotExist: operator("is not linked to the call", "none", not(exists)),
  isTrue: operator("yes", "none", isTrue),
  isFalse: operator("no", "none", not(isTrue)),
};

/** Name of an operator. */
export type Operator = keyof typeof operators;
