import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { defineInput, type Field } from "./define";
import { readFile } from "./file";
import { readFileName } from "./fileName";
import { readIdList } from "./idList";
import { type InputSchema, readJson } from "./json";
import { readPairs } from "./pairs";
import {
  type NumberLimits,
  type Reader,
  readBoolean,
  readChoice,
  readEmailAddress,
  readId,
  readInstant,
  readLine,
  readNumber,
  readPhoneNumber,
  readText,
  readUrl,
} from "./readers";

const string = { type: "string" } as const;

/** Free text. @param maxLength characters at most */
export const textInput = <const F extends Field>(field: F, maxLength?: number) =>
  defineInput(string, field, readText(maxLength));

/** Text on one line, such as a code or a file name. @param maxLength characters at most */
export const lineInput = <const F extends Field>(field: F, maxLength?: number) =>
  defineInput(string, field, readLine(maxLength));

/** A Gong id (G17). */
export const idInput = <const F extends Field>(field: F) => defineInput(string, field, readId);

/** A list of Gong ids; nothing when it has none. */
export const idListInput = <
  const F extends Omit<Field, "default"> & { readonly default?: string[] },
>({
  default: sample,
  ...field
}: F) => ({
  ...defineInput({ ...string, collection: "valuelist" }, field, readIdList),
  ...(sample ? { default: sample } : {}),
});

/** A date and time (G20). */
export const instantInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readInstant);

/** A number, typed as text. */
export const numberInput = <const F extends Field>(field: F, limits?: NumberLimits) =>
  defineInput(string, field, readNumber(limits));

/** A switch. */
export const booleanInput = <const F extends Field>(field: F) =>
  defineInput({ type: "boolean" }, field, readBoolean);

/** One of a closed list; the labels default to the values. */
export const choiceInput = <const F extends Omit<Field, "model">, const Choice extends string>(
  field: F,
  choices: readonly Choice[] | Readonly<Record<Choice, string>>,
) => {
  const labels = Array.isArray(choices)
    ? Object.fromEntries(choices.map((choice) => [choice, choice]))
    : choices;
  const model = Object.entries(labels).map(([value, label]) => ({ label: String(label), value }));
  return defineInput({ ...string, model }, field, readChoice(Object.keys(labels) as Choice[]));
};

/** A web address. */
export const urlInput = <const F extends Field>(field: F) => defineInput(string, field, readUrl);

/** One e-mail address. */
export const emailAddressInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readEmailAddress);

/** One phone number. */
export const phoneNumberInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readPhoneNumber);

/** A structured value, typed and checked by its schema. */
export const jsonInput = <const F extends Field, const S extends InputSchema>(
  field: F,
  schema: S,
) =>
  defineInput(
    { type: "code", language: "json" },
    field,
    readJson(schema) as Reader<S extends JSONSchema ? FromSchema<S> : never>,
  );

/** A file. */
export const fileInput = <const F extends Field>(field: F) =>
  defineInput({ type: "data" }, field, readFile);

/** The name of a file, at most 255 characters. */
export const fileNameInput = <const F extends Field>(field: F) =>
  defineInput(string, field, readFileName);

/** A list of names and values; nothing when it has none. */
export const pairsInput = <const F extends Omit<Field, "default">>(field: F) =>
  defineInput({ ...string, collection: "keyvaluelist" }, field, readPairs);
