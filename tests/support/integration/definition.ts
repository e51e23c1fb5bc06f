import Ajv from "ajv";
import { parse } from "yaml";
import { definitionShape } from "./shape";

/** Where a trigger, action, connection or data source is to be found. */
export interface Part {
  readonly key: string;
  readonly component: { readonly key: string; readonly isPublic: boolean };
}

/** What stands in an input. `name` is for entries of lists of names and values. */
export type Value = { readonly name?: Value } & (
  | { readonly type: "value" | "reference" | "configVar" | "template"; readonly value: string }
  | { readonly type: "complex"; readonly value: readonly Value[] }
);

/** Inputs by their keys. */
export type Inputs = Readonly<Record<string, Value>>;

/** One step of a flow. The first is the trigger; loops hold steps, and branches do. */
export interface Step {
  readonly name: string;
  readonly description: string;
  readonly isTrigger?: true;
  readonly schedule?: { readonly type: string; readonly value: string };
  readonly errorConfig?: { readonly errorHandlerType: "fail" | "ignore" };
  readonly action: Part;
  readonly inputs: Inputs;
  readonly steps?: readonly Step[];
  readonly branches?: readonly { readonly name: string; readonly steps: readonly Step[] }[];
}

/** A flow: what starts it, and what happens then. */
export interface Flow {
  readonly name: string;
  readonly steps: readonly [Step, ...Step[]];
}

/** What the person who deploys an instance is asked for. */
export type ConfigVar = { readonly key: string } & (
  | { readonly dataType: "connection"; readonly connection: Part; readonly inputs: Inputs }
  | { readonly dataType: "jsonForm"; readonly dataSource: Part; readonly inputs: Inputs }
  | { readonly dataType: "string"; readonly defaultValue?: string }
);

/** An integration as it is imported. */
export interface Integration {
  readonly name: string;
  readonly documentation: string;
  readonly configPages: readonly { readonly elements: readonly { readonly value: string }[] }[];
  readonly requiredConfigVars: readonly ConfigVar[];
  readonly flows: readonly Flow[];
}

const isDefinition = new Ajv({ discriminator: true, strictTuples: false }).compile(definitionShape);

/**
 * Reads an integration definition.
 *
 * @param text YAML
 * @throws Error that names the place when it is no YAML, or has a shape that is not known here
 */
export function readDefinition(text: string): Integration {
  const value: unknown = parse(text);
  if (isDefinition(value)) return value as unknown as Integration;
  const [{ instancePath = "", message = "", params = {} } = {}] = isDefinition.errors ?? [];
  throw new Error(`${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
}

/** The name under which other steps know a step: its own in camel case. */
export function referenceName(name: string): string {
  return name
    .toLowerCase()
    .split(" ")
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

/** Steps with all that stand inside of them. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap(({ steps: inside = [], branches = [], ...step }) => [
    step,
    ...allSteps([...inside, ...branches.flatMap((branch) => branch.steps)]),
  ]);
}

/** A reference in its parts: `step.results.field` or, inside of a loop, `step.currentItem.field`. */
export interface Reference {
  readonly step: string;
  readonly source: "results" | "currentItem";
  readonly path: readonly string[];
}

/** Takes a reference apart; nothing when it is none. */
export function toReference(text: string): Reference | undefined {
  const [step = "", source = "", ...path] = text.split(".");
  if (source !== "results" && source !== "currentItem") return undefined;
  return [step, ...path].every((part) => /^\w+$/.test(part)) ? { step, source, path } : undefined;
}

/** The references in a template, as they stand between `{{#` and `}}`. */
export function referencesIn(template: string): string[] {
  return Array.from(template.matchAll(/\{\{#(.*?)\}\}/g), ([, reference = ""]) => reference);
}
