import type { Inputs, Value } from "./definition";
import { under } from "./problems";
import type { InputFacts } from "./publicParts";
import { problemsOfValue, type Scope } from "./scope";

/** What is wrong with the inputs of a step or a data source. */
export function problemsOfInputs(
  inputs: Inputs,
  facts: readonly InputFacts[],
  scope: Scope,
): string[] {
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  const missing = facts
    .filter((fact) => fact.required && !fact.default && isBlank(inputs[fact.key]))
    .map(({ key }) => `the input ${key} is required`);
  const wrong = Object.entries(inputs).flatMap(([key, value]) => {
    const fact = known.get(key);
    if (!fact) return [`there is no input ${key}; there are ${[...known.keys()].join(", ")}`];
    return under(key, [...problemsOfKind(value, fact, scope), ...problemsOfValue(value, scope)]);
  });
  return [...missing, ...wrong];
}

function isBlank(value: Value | undefined): boolean {
  return value === undefined || value.value.length === 0;
}

function problemsOfKind(value: Value, fact: InputFacts, { configVars }: Scope): string[] {
  const { type, collection, model } = fact;
  if (type === "connection") {
    const named = value.type === "configVar" ? configVars.get(value.value) : undefined;
    return named?.dataType === "connection" ? [] : ["must be a config variable of a connection"];
  }
  if (value.type === "complex") return problemsOfList(value.value, collection);
  if (value.type !== "value" || value.value === "") return [];
  if (collection) return ["must be of the type complex"];
  const choices = type === "boolean" ? ["true", "false"] : model?.map((choice) => choice.value);
  return !choices || choices.includes(value.value)
    ? []
    : [`"${value.value}" is none of ${choices.join(", ")}`];
}

function problemsOfList(entries: readonly Value[], collection: string | undefined): string[] {
  if (!collection) return ["must not be of the type complex"];
  return collection === "keyvaluelist" && entries.some(({ name }) => name === undefined)
    ? ["must have a name for each value"]
    : [];
}
