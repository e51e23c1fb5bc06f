import type { BuiltComponent } from "./component";

type BuiltInput = BuiltComponent["actions"][string]["inputs"][number];

const day = 24 * 3600_000;
/** The day after the month that the component's examples are about. */
const exampleToday = Date.parse("2026-04-01T00:00:00Z");

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

/** Whether `@path` stands for what is in a file: in files, and in JSON, which is long. */
export function takesFile({ type, example }: BuiltInput): boolean {
  return ["data", "code", "jsonForm"].includes(type) || /^[[{]/.test(example ?? "");
}

/**
 * What an input is, its choices, its default and an example to copy: a paragraph for each.
 *
 * @param now milliseconds since 1970; dates of examples lie as far from it as makes sense
 */
export function inputHelp(input: BuiltInput, now: number): string {
  const { comments, collection, required, default: preset, model = [], example } = input;
  // A list's default is a sample, which counts as blank.
  const shownPreset = Array.isArray(preset) ? "" : String(preset ?? "");
  const choices = model.map(({ value }: { value: string }) => value);
  const paragraphs = [
    [
      required && !shownPreset ? "Required." : "",
      comments,
      collection ? "May be given several times." : "",
    ]
      .filter(Boolean)
      .join(" "),
    choices.length > 0 ? `Choices: ${choices.join(", ")}.` : "",
    shownPreset ? `Default: ${shownPreset}.` : "",
    example ? `Example: --${input.key} ${quote(exampleOf(input, example, now))}` : "",
  ];
  return paragraphs.filter(Boolean).join("\n");
}

/** What stands below the options of an action. */
export function examplesEnd(inputs: readonly BuiltInput[]): string {
  const hasFiles = inputs.some((input) => takesFile(input) || input.collection === "keyvaluelist");
  const lines = [
    ...(inputs.some(({ example }) => example)
      ? ["Ids, addresses and files in examples are made up: replace them with real ones."]
      : []),
    ...(hasFiles
      ? [
          "@PATH stands for what is in a file: for a file, for JSON, and for the value in name=value.",
        ]
      : []),
  ];
  return lines.length > 0 ? `\n${lines.join("\n")}` : "";
}

/** An example of the component in the form that a command line takes. */
function exampleOf({ key, type, collection }: BuiltInput, example: string, now: number): string {
  const pair = collection === "keyvaluelist" ? example.replace(": ", "=") : example;
  const given = pair.replace(/the result of a step .*/, "@recording.mp3");
  if (type === "data") return given;
  // Meetings are planned; all else has happened.
  const ahead = /^(start|end)Time$/.test(key) ? 38 : 0;
  const shift = Math.floor((now - exampleToday) / day) + ahead;
  return given.replace(/\d{4}-\d\d-\d\d(?=T\d\d:)/g, (date) => dayFrom(Date.parse(date), shift));
}

/** As a shell takes it for one word. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
