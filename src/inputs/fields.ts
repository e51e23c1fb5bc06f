import { defineInput, type Field } from "./define";
import { readFile } from "./file";
import { readFileName } from "./fileName";
import { readIdList } from "./idList";
import { readJson } from "./json";
import { readPairs } from "./pairs";
import {
  type NumberLimits,
  readBoolean,
  readChoice,
  readDateTime,
  readDay,
  readId,
  readInstant,
  readLine,
  readNumber,
  readSuggestion,
  readText,
  readTrimmed,
  readUrl,
} from "./readers";
import type { Part } from "./structures";
import { readTextList } from "./textList";

const string = { type: "string" } as const;

/** Free text, kept as it is. @param maxLength characters at most, where Gong has a limit */
export const textInput = <const F extends Field>(field: F, maxLength?: number) =>
  defineInput(string, field, readText(maxLength));

/** A code, a cursor or an address that is sent as it is, without spaces around it. */
export const trimmedInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readTrimmed);

/** Text on one line. @param maxLength characters at most */
export const lineInput = <const F extends Field>(field: F, maxLength?: number) =>
  defineInput(string, field, readLine(maxLength));

/** A Gong ID (G17). */
export const idInput = <const F extends Field>(field: F) => defineInput(string, field, readId);

/** A list of Gong IDs; nothing when it has none. */
export const idListInput = <
  const F extends Omit<Field, "default"> & { readonly default?: string[] },
>({
  default: sample,
  ...field
}: F) => ({
  ...defineInput({ ...string, collection: "valuelist" }, field, readIdList),
  ...(sample ? { default: sample } : {}),
});

/** A list of texts, such as names or addresses; nothing when it has none. */
export const textListInput = <const F extends Omit<Field, "default">>(field: F) =>
  defineInput({ ...string, collection: "valuelist" }, field, readTextList);

/** A day, picked from a calendar. */
export const dayInput = <const F extends Field>(field: F) =>
  defineInput({ type: "date" }, field, readDay);

/** A date and time that is sent as it was given (B16). */
export const dateTimeInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readDateTime);

/** A date and time that code reckons with, in a canonical form. */
export const instantInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readInstant);

/** A number, typed as text. */
export const numberInput = <const F extends Field>(field: F, limits?: NumberLimits) =>
  defineInput(string, field, readNumber(limits));

/** A switch. */
export const booleanInput = <const F extends Field>(field: F) =>
  defineInput({ type: "boolean" }, field, readBoolean);

type Choices<Choice extends string> = readonly Choice[] | Readonly<Record<Choice, string>>;

/** One of a closed list; the labels default to the values. */
export const choiceInput = <const F extends Omit<Field, "model">, const Choice extends string>(
  field: F,
  choices: Choices<Choice>,
) => {
  const model = modelOf(choices);
  return defineInput(
    { ...string, model },
    field,
    readChoice(model.map(({ value }) => value as Choice)),
  );
};

/** One of a list that Gong may have added to (B13); the labels default to the values. */
export const suggestionInput = <const F extends Omit<Field, "model">>(
  field: F,
  suggestions: Choices<string>,
) => {
  const model = modelOf(suggestions);
  return defineInput({ ...string, model }, field, readSuggestion(model.map(({ value }) => value)));
};

function modelOf(choices: Choices<string>) {
  return Array.isArray(choices)
    ? choices.map((value: string) => ({ label: value, value }))
    : Object.entries(choices).map(([value, label]) => ({ label: String(label), value }));
}

/** A web address that this component itself opens or compares. */
export const urlInput = <const F extends Field>(field: F) => defineInput(string, field, readUrl);

/** A structured value, typed and checked by its part. */
export const jsonInput = <const F extends Field, T>(field: F, part: Part<T>) =>
  defineInput({ type: "code", language: "json" }, field, readJson(part));

/** A file. */
export const fileInput = <const F extends Field>(field: F) =>
  defineInput({ type: "data" }, field, readFile);

/** The name of a file. */
export const fileNameInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readFileName);

/** A list of names and values; nothing when it has none. */
export const pairsInput = <const F extends Omit<Field, "default">>(field: F) =>
  defineInput({ ...string, collection: "keyvaluelist" }, field, readPairs);
