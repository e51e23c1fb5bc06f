import { defineInput, type Field } from "./define";
import { readFile } from "./file";
import { readFileName } from "./fileName";
import { readJson } from "./json";
import { readIdList, readTextList } from "./lists";
import { readPairs } from "./pairs";
import * as readers from "./readers";
import type { Part, TypeOf } from "./structures";

const string = { type: "string" } as const;
const list = { ...string, collection: "valuelist" } as const;

/** A factory of inputs that the platform draws as `kind`. */
const factory =
  <const Kind extends object, T>(kind: Kind, read: readers.Reader<T>) =>
  <const F extends Field>(field: F) =>
    defineInput(kind, field, read);

/** A code, a cursor or an address that is sent as it is, without spaces around it. */
export const trimmedInput = factory(string, readers.readTrimmed);
/** Text on one line. */
export const lineInput = factory(string, readers.readLine);
/** A Gong ID (G17). */
export const idInput = factory(string, readers.readId);
/** A list of Gong IDs; nothing when it has none. */
export const idListInput = factory(list, readIdList);
/** A list of texts, such as names or addresses; nothing when it has none. */
export const textListInput = factory(list, readTextList);
/** A day, picked from a calendar. */
export const dayInput = factory({ type: "date" }, readers.readDay);
/** A date and time that is sent as it was given (B16). */
export const dateTimeInput = factory(string, readers.readDateTime);
/** A date and time that code reckons with, in a canonical form. */
export const instantInput = factory(string, readers.readInstant);
/** A switch. */
export const booleanInput = factory({ type: "boolean" }, readers.readBoolean);
/** A web address that this component itself opens or compares. */
export const urlInput = factory(string, readers.readUrl);
/** A file. */
export const fileInput = factory({ type: "data" }, readFile);
/** The name of a file. */
export const fileNameInput = factory(string, readFileName);

/** Free text, kept as it is; at most `maxLength` characters, where Gong has a limit. */
export const textInput = <const F extends Field & { readonly maxLength?: number }>({
  maxLength,
  ...field
}: F) => defineInput(string, field, readers.readText(maxLength));

/** A number, typed as text, within its limits. */
export const numberInput = <const F extends Field & readers.NumberLimits>({
  min,
  max,
  integer,
  ...field
}: F) => defineInput(string, field, readers.readNumber({ min, max, integer }));

/** Values to choose from, a list or with a label for each. */
interface Choosing extends Omit<Field, "model"> {
  readonly choices: readonly string[] | Readonly<Record<string, string>>;
}

type ChoiceOf<C> = C extends readonly (infer Value)[] ? Value : keyof C;

/** One of a closed list. */
export const choiceInput = <const F extends Choosing>({ choices, ...field }: F) => {
  const model = modelOf(choices);
  const read = readers.readChoice(
    model.map(({ value }) => value as ChoiceOf<F["choices"]> & string),
  );
  return defineInput({ ...string, model }, field, read);
};

/** One of a list that Gong may have added to (B13). */
export const suggestionInput = <const F extends Choosing>({ choices, ...field }: F) => {
  const model = modelOf(choices);
  return defineInput(
    { ...string, model },
    field,
    readers.readSuggestion(model.map(({ value }) => value)),
  );
};

function modelOf(choices: Choosing["choices"]) {
  const labels = Array.isArray(choices)
    ? choices.map((value) => [value, value])
    : Object.entries(choices);
  return labels.map(([value, label]) => ({ label, value }));
}

/** A structured value, typed and checked by its part. */
interface Structure extends Field {
  readonly part: Part<unknown>;
  /** When given, the comment goes on with the form of the value, the example, and this. */
  readonly more?: string;
}

/** JSON. */
export const jsonInput = <const F extends Structure>({ part, more, ...field }: F) => {
  const kind = field.example?.startsWith("[") ? "list" : "object";
  const form = `, as a JSON ${kind}, for example ${field.example}. ${more}`.trimEnd();
  const comments = more === undefined ? field.comments : field.comments + form;
  const read = readJson(part as Part<TypeOf<F["part"]>>);
  return defineInput({ type: "code", language: "json" }, { ...field, comments }, read);
};

/** A list of names and values; nothing when it has none. @param read reads each value */
export const pairsInput = <const F extends Field, T>(field: F, read: readers.Reader<T>) =>
  defineInput({ ...string, collection: "keyvaluelist" }, field, readPairs(read));
