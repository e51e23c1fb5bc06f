import { type Inputs, referencesIn, toReference, type Value } from "./definition";

/** What a step left behind for others. */
export interface Left {
  readonly results?: unknown;
  /** Inside of a loop: what it is at. */
  readonly currentItem?: unknown;
}

/** What inputs are made of while a flow runs. */
export interface Memory {
  readonly configVars: Readonly<Record<string, unknown>>;
  /** By the name that references have for a step. */
  readonly steps: Readonly<Record<string, Left>>;
}

/** The values of all inputs. @throws Error that names the input whose value leads nowhere */
export function resolveAll(inputs: Inputs, memory: Memory): Record<string, unknown> {
  const entries = Object.entries(inputs).map(([key, value]) => {
    try {
      return [key, resolve(value, memory)];
    } catch (error) {
      throw new Error(`${key} > ${(error as Error).message}`);
    }
  });
  return Object.fromEntries(entries);
}

/**
 * The value of an input. A field that a step does not have is nothing; a step that did not run is
 * an error.
 */
export function resolve(value: Value, memory: Memory): unknown {
  switch (value.type) {
    case "value":
      return value.value;
    case "configVar":
      if (!Object.hasOwn(memory.configVars, value.value)) {
        throw new Error(`there is no config variable "${value.value}"`);
      }
      return memory.configVars[value.value];
    case "reference":
      return follow(value.value, memory);
    case "template":
      return fill(value.value, memory);
    case "complex":
      return value.value.map((entry) =>
        entry.name
          ? { key: resolve(entry.name, memory), value: resolve(entry, memory) }
          : resolve(entry, memory),
      );
  }
}

function follow(text: string, { steps }: Memory): unknown {
  const reference = toReference(text);
  if (!reference) throw new Error(`"${text}" is no reference`);
  const left = steps[reference.step];
  if (!left) throw new Error(`the step ${reference.step} has not run`);
  return reference.path.reduce<unknown>(
    (inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name],
    left[reference.source],
  );
}

function fill(template: string, memory: Memory): string {
  // By a function, since a text may hold signs that stand for something in a replacement.
  return referencesIn(template).reduce(
    (text, reference) =>
      text.replace(`{{#${reference}}}`, () => String(follow(reference, memory) ?? "")),
    template,
  );
}
