import { type InputDefinition, type Item, presets, type Values } from "../../shared/catalog";

/** Examples for all inputs, or only for those that must be given. */
export function exampleValues(item: Item, which: "required" | "all"): Values {
  const filled = item.inputs
    .filter(({ required }) => which === "all" || required)
    .map((input) => [input.key, exampleOf(input)] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  return { ...presets(item), ...Object.fromEntries(filled) };
}

/** An example as the form holds it. */
export function exampleOf(input: InputDefinition): unknown {
  const { example, collection, type, inputs } = input;
  if (type === "structuredObject") {
    const one = Object.fromEntries((inputs ?? []).map((child) => [child.key, exampleOf(child)]));
    return collection === "valuelist" ? [one] : one;
  }
  // A file is chosen, and a form is filled in: neither has an example as text.
  if (example === undefined || type === "data" || type === "jsonForm") return undefined;
  if (collection === "keyvaluelist") {
    const [, key = "", value = ""] = /^(.*?): ?(.*)$/s.exec(example) ?? [];
    return [{ key, value: type === "data" ? "" : value }];
  }
  if (collection === "valuelist") return example.split(/,\s*/);
  return type === "code" ? indented(example) : example;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
