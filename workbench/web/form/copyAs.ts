import { stringify } from "yaml";
import { type InputDefinition, type Item, isFile, type Values } from "../../shared/catalog";

/** Inputs with a value that differs from what stands there by itself. */
function given(item: Item, values: Values): [InputDefinition, unknown][] {
  return item.inputs
    .map((input): [InputDefinition, unknown] => [input, values[input.key]])
    .filter(([input, value]) => !isBlank(value) && value !== input.default);
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

const exampleEvent = `{"callData": {"metaData": {"id": "1"}}, "isTest": true}`;

/** The form as a line for the shell. A webhook's line needs what Gong would send, too. */
export function asCommand(item: Item, values: Values): string {
  const words = given(item, values).flatMap(([{ key, collection }, value]) => {
    if (collection === "keyvaluelist") {
      return (value as { key: string; value: unknown }[]).map(
        (pair) => `--${key} ${quoted(`${pair.key}=${textOf(pair.value)}`)}`,
      );
    }
    if (collection === "valuelist") {
      return (value as unknown[]).map((each) => `--${key} ${quoted(textOf(each))}`);
    }
    return value === "true" ? [`--${key}`] : [`--${key} ${quoted(textOf(value))}`];
  });
  const event = item.startedBy === "webhook" ? [`--body ${quoted(exampleEvent)}`] : [];
  return ["npm run action --", item.key, ...words, ...event].join(" ");
}

function textOf(value: unknown): string {
  if (isFile(value)) return `@${value.name}`;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The form as a step of an integration's definition. */
export function asYaml(item: Item, values: Values): string {
  const step = {
    name: item.label,
    description: "",
    ...(item.kind === "trigger" && { isTrigger: true }),
    action: { key: item.key, component: { key: "gong", isPublic: false, version: "LATEST" } },
    inputs: {
      ...(item.hasConnection && { connection: { type: "configVar", value: "Gong Connection" } }),
      ...Object.fromEntries(
        given(item, values).map(([input, value]) => [input.key, yamlInput(value)]),
      ),
    },
  };
  return stringify([step], { lineWidth: 0 });
}

function yamlInput(value: unknown): object {
  if (isFile(value)) return { type: "reference", value: "" };
  if (!Array.isArray(value)) return { type: "value", value: textOf(value) };
  return {
    type: "complex",
    value: value.map((each: unknown) =>
      isPair(each)
        ? { name: { type: "value", value: each.key }, type: "value", value: textOf(each.value) }
        : { type: "value", value: textOf(each) },
    ),
  };
}

function isPair(value: unknown): value is { key: string; value: unknown } {
  return typeof value === "object" && value !== null && "key" in value && "value" in value;
}
