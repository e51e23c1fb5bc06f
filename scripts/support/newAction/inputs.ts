import { titleOf, type Value } from "./operation";

/** How an input is written: its factory, and values as forms and steps give them. */
export interface Input {
  readonly key: string;
  readonly value: Value;
  /** The whole expression, for example `idInput({…})`. */
  readonly code: string;
  /** The file of `src/inputs/` and the names that it is imported by. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** As a form gives it. */
  readonly text: unknown;
  /** As it is sent. */
  readonly sent: unknown;
}

/** Pickers by the end of a field's name. */
const pickers: readonly (readonly [RegExp, string, string])[] = [
  [/call-?ids?$/i, "calls", "7782342274025937895"],
  [/(user|owner|manager)-?ids?$/i, "users", "234599484848423"],
  [/workspace-?ids?$/i, "workspaces", "623457276584334"],
  [/tracker-?ids?$/i, "trackers", "6840000929075400007"],
  [/scorecard-?ids?$/i, "scorecards", "6843152929075440037"],
  [/ids?$/i, "", "6843152929075440037"],
];

/** The input for a value of an operation. */
export function inputOf(value: Value): Input {
  const key = value.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const [, dataSource, id] = pickers.find(([ends]) => ends.test(value.name)) ?? [];
  const kind = kindOf(value, id);
  if (value.name === "workspaceId" && !value.required) {
    const code = `workspaceIdInput(${JSON.stringify(value.words)})`;
    const imports = { "../../inputs/ids": ["workspaceIdInput"] };
    return { key, value, code, imports, text: kind.example, sent: kind.example };
  }
  const field = {
    label: titleOf(value.name),
    ...(value.required ? { required: true } : {}),
    comments: value.words || `${titleOf(value.name)}.`,
    ...(kind.isSwitch ? {} : { example: kind.example }),
    ...(dataSource && id ? { dataSource } : {}),
  };
  return {
    key,
    value,
    code: `${kind.factory}({${JSON.stringify(field).slice(1, -1)}${kind.more ? `,${kind.more}` : ""}})`,
    imports: {
      "../../inputs/fields": [kind.factory],
      ...(kind.parts ? { "../../inputs/structures": kind.parts } : {}),
    },
    text: kind.text ?? kind.example,
    sent: kind.sent ?? kind.example,
  };
}

interface Kind {
  readonly factory: string;
  /** What a form shows as an example. */
  readonly example: string;
  /** What its factory needs beside that: choices, or the parts of a structure. */
  readonly more?: string;
  readonly parts?: readonly string[];
  readonly isSwitch?: boolean;
  readonly text?: unknown;
  readonly sent?: unknown;
}

function kindOf({ name, schema }: Value, id: string | undefined): Kind {
  const { type, format, items } = schema;
  const choices = schema.enum ?? (type === "array" ? items?.enum : undefined);
  if (type === "boolean")
    return { factory: "booleanInput", example: "true", isSwitch: true, sent: true };
  if (type === "array" && items?.type === "string") {
    const example = id ?? choices?.[0] ?? "first";
    const factory = id ? "idListInput" : "textListInput";
    return { factory, example, sent: [example] };
  }
  if (type === "array" || type === "object" || (!type && !choices)) {
    const example = type === "array" ? "[{}]" : "{}";
    const part = type === "array" ? "part: listOf(anything)" : "part: objectOf({})";
    const parts = type === "array" ? ["anything", "listOf"] : ["objectOf"];
    return { factory: "jsonInput", example, more: part, parts, sent: JSON.parse(example) };
  }
  if (choices?.[0]) {
    return {
      factory: "suggestionInput",
      example: choices[0],
      more: `choices: ${JSON.stringify(choices)}`,
    };
  }
  if (format === "date-time") return { factory: "dateTimeInput", example: "2026-03-01T09:00:00Z" };
  if (format === "date") return { factory: "dayInput", example: "2026-03-01" };
  // Gong's description has IDs as numbers, too (G17).
  if (id) return { factory: "idInput", example: id };
  if (type === "integer" || type === "number") {
    return { factory: "numberInput", example: "1", sent: 1 };
  }
  return { factory: "textInput", example: textFor(name) };
}

/** A made-up text that fits a field's name. */
export function textFor(name: string): string {
  if (/email/i.test(name)) return "ada.quill@harbourline.example";
  if (/phone/i.test(name)) return "+14255550142";
  if (/ur[il]$/i.test(name)) return "https://content.harbourline.example/1";
  if (/(date|time|created|updated)$/i.test(name)) return "2026-03-01T09:00:00Z";
  return titleOf(name);
}
