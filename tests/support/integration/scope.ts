import {
  type ConfigVar,
  type Reference,
  referencesIn,
  toReference,
  type Value,
} from "./definition";
import { fieldOf, type Schema } from "./known";

/** What a step can refer to: the steps before it, and what the customer entered. */
export interface Scope {
  readonly configVars: ReadonlyMap<string, ConfigVar>;
  /** By the name that references have for them. */
  readonly steps: ReadonlyMap<string, { readonly results?: Schema; readonly currentItem?: Schema }>;
}

/** What a text refers to that is not there; nothing when all is well. */
function problemOfReference(text: string, scope: Scope): string[] {
  const reference = toReference(text);
  if (!reference) return [`"${text}" is no reference of the form step.results.field`];
  return schemaOfReference(reference, scope) ? [] : [explain(reference, scope)];
}

/** The schema of what a reference leads to; nothing when it leads nowhere. */
export function schemaOfReference(reference: Reference, { steps }: Scope): Schema | undefined {
  const schema = steps.get(reference.step)?.[reference.source];
  return schema && fieldOf(schema, reference.path);
}

function explain({ step, source, path }: Reference, { steps }: Scope): string {
  const known = steps.get(step);
  if (!known) return `there is no step ${step} before this one`;
  if (!known[source]) return `${step} has no ${source} here`;
  return `${step} has no field ${path.join(".")} in its ${source}`;
}

/** Everything that a value refers to in vain, however deep it stands. */
export function problemsOfValue(value: Value, scope: Scope): string[] {
  const own = value.name ? problemsOfValue(value.name, scope) : [];
  switch (value.type) {
    case "value":
      return own;
    case "configVar":
      return scope.configVars.has(value.value)
        ? own
        : [...own, `there is no config variable "${value.value}"`];
    case "reference":
      return [...own, ...problemOfReference(value.value, scope)];
    case "template":
      return [
        ...own,
        ...referencesIn(value.value).flatMap((text) => problemOfReference(text, scope)),
      ];
    case "complex":
      return [...own, ...value.value.flatMap((inner) => problemsOfValue(inner, scope))];
  }
}

/** What code reads of other steps in vain, as far as it names fields one after another. */
export function problemsOfCode(code: string, scope: Scope): string[] {
  const reads = code.matchAll(/\bstepResults\.(\w+(?:\??\.\w+)*)(\()?/g);
  return Array.from(reads, ([, read = "", call]) => {
    const parts = read.replaceAll("?", "").split(".");
    // What is called is a method, and no field.
    return (call ? parts.slice(0, -1) : parts).join(".");
  }).flatMap((text) => problemOfReference(text, scope));
}
