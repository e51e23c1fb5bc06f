import type { BuiltInput, Part } from "./actionParts";
import { takesFile } from "./actionValues";

const day = 24 * 3600_000;
/** The day after the month that the component's examples are about. */
const exampleToday = Date.parse("2026-04-01T00:00:00Z");
/** Choices that help shows at most; `--choices` shows the rest. */
const maxChoices = 12;

/** A day before or after now, as `2026-03-01` (UTC). */
export function dayFrom(now: number, days: number): string {
  return new Date(now + days * day).toISOString().slice(0, 10);
}

/** The option for an input, with what its value looks like. */
export function termOf(input: BuiltInput): string {
  const { key, type, collection } = input;
  if (type === "boolean") return `--${key} [true|false]`;
  if (collection === "keyvaluelist") return `--${key} <name=value>`;
  if (type === "data") return `--${key} <@file>`;
  return `--${key} <${takesFile(input) ? "JSON or @file" : "value"}>`;
}

/** The values of a drop-down. */
export function choicesOf({ model = [] }: BuiltInput): string[] {
  return (model as { value: string }[]).map(({ value }) => value);
}

/** Whether help shows only a part of a drop-down. */
export const isFolded = (input: BuiltInput) => choicesOf(input).length > maxChoices;

/**
 * What an input is, its choices, its default and an example to copy: a paragraph for each.
 *
 * @param parts where the picker of the input is looked up
 * @param now milliseconds since 1970; dates of examples lie as far from it as makes sense
 */
export function inputHelp(input: BuiltInput, parts: readonly Part[], now: number): string {
  const { key, comments, collection, required, default: preset, example } = input;
  // A list's default is a sample, which counts as blank.
  const shownPreset = Array.isArray(preset) ? "" : String(preset ?? "");
  const notes = [
    required && !shownPreset && "Required.",
    comments,
    collection && "You can use this option several times.",
  ];
  return [
    notes.filter(Boolean).join(" "),
    choicesHelp(input),
    shownPreset && `Default: ${shownPreset}.`,
    pickerHelp(input, parts),
    example && `Example: --${key} ${quote(exampleOf(input, example, now))}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** What stands below the options. */
export function examplesEnd(inputs: readonly BuiltInput[]): string {
  const lines = [
    inputs.some(({ dataSource }) => dataSource) &&
      "IDs in examples are those of the local Gong. On a real account, use your own.",
    inputs.some((input) => takesFile(input) || input.collection === "keyvaluelist") &&
      "@PATH reads the value from a file. It works for files, JSON, and the value in name=value.",
  ].filter(Boolean);
  return lines.length > 0 ? `\n${lines.join("\n")}` : "";
}

function choicesHelp(input: BuiltInput): string {
  const choices = choicesOf(input);
  if (!isFolded(input)) return choices.length > 0 ? `Choices: ${choices.join(", ")}.` : "";
  const first = choices.slice(0, 5).join(", ");
  return `Choices: ${first}, and ${choices.length - 5} more. "--choices ${input.key}" lists them all.`;
}

/** Which picker lists IDs for an input, with what it needs itself. */
function pickerHelp({ dataSource, type }: BuiltInput, parts: readonly Part[]): string {
  if (type === "jsonForm") return "";
  const picker = parts.find(({ kind, key }) => kind === "picker" && key === dataSource);
  if (!picker) return "";
  const needs = picker.inputs.filter(({ required }) => required).map(({ key }) => ` --${key} ID`);
  return `Find one with: npm run action -- ${picker.key}${needs.join("")}`;
}

/** An example of the component in the form that a command line takes. */
function exampleOf({ key, type, collection }: BuiltInput, example: string, now: number): string {
  const pair = collection === "keyvaluelist" ? example.replace(": ", "=") : example;
  const given = pair.replace(
    /the result of a step .*/,
    type === "data" && key === "fileInput" && /CSV/.test(example)
      ? "@accounts.csv"
      : "@recording.mp3",
  );
  if (type === "data") return given;
  // Meetings are planned; all else has happened.
  const ahead = /^(start|end)Time$/.test(key) ? 38 : 0;
  const shift = Math.floor((now - exampleToday) / day) + ahead;
  return given.replace(/\b\d{4}-\d\d-\d\d(?![\d-])/g, (date) => dayFrom(Date.parse(date), shift));
}

/** As a shell takes it for one word. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
