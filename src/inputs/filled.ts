import { type StructuredObjectInputField, structuredObjectInput } from "@prismatic-io/spectral";
import type { Field } from "./define";
import { InputError } from "./InputError";
import { readJsonValue, toJsonValue } from "./json";
import { isBlank, kindOf, type Refuse } from "./readers";

/** What a builder sees of a structured input. */
interface Frame {
  readonly label: string;
  readonly comments: string;
  /** What errors show when a required one is blank. */
  readonly example?: string;
  readonly required?: boolean;
}

/** The fields of an object, made by the factories of `fields.ts`. */
// biome-ignore lint/suspicious/noExplicitAny: the factories' types differ by kind.
type Parts = Readonly<Record<string, any>>;

type Filled<P extends Parts> = {
  readonly [Key in keyof P]?: P[Key] extends { clean: (value: unknown) => infer Value }
    ? Value
    : unknown;
};

/** A structured input, and what reads its value: the platform takes no `clean` on it. */
export interface Structured<T> {
  readonly input: StructuredObjectInputField;
  /** @returns nothing when it is blank. @throws InputError that names the place */
  read(given: unknown): T | undefined;
  /** The same value as JSON, for an input beside it. */
  asJson<const F extends Field>(field: F): JsonInput<F, T>;
}

type JsonInput<F, T> = F & {
  readonly type: "code";
  readonly language: "json";
  readonly clean: (given: unknown) => T | undefined;
};

/** A structured input whose label errors name. */
type Read<T> = (frame: Frame) => (given: unknown) => T | undefined;

function structured<T>(frame: Frame, input: StructuredObjectInputField, read: Read<T>) {
  return {
    input,
    read: read(frame),
    asJson: <const F extends Field>(field: F): JsonInput<F, T> => ({
      ...field,
      type: "code",
      language: "json",
      clean: read(field),
    }),
  };
}

/** One object that a person fills field by field; a step may hand over an object or its JSON. */
export function filledObject<const P extends Parts>(frame: Frame, parts: P): Structured<Filled<P>> {
  return structured(
    frame,
    inputOf(frame, parts),
    (named) => (given) =>
      readOf(given, named, (refuse) => {
        const object = jsonOf(given, refuse);
        if (!isObject(object)) return refuse(`must be an object, not ${kindOf(object)}`);
        return readObject(object, named, parts, "");
      }),
  );
}

/** A list of objects that a person fills row by row; a step may hand over a list or its JSON. */
export function filledList<const P extends Parts>(frame: Frame, parts: P): Structured<Filled<P>[]> {
  const input = { ...inputOf(frame, parts), collection: "valuelist" as const };
  return structured(
    frame,
    input,
    (named) => (given) =>
      readOf(given, named, (refuse) => {
        const list = jsonOf(given, refuse);
        const rows: Filled<P>[] = [];
        for (const [index, row] of (Array.isArray(list) ? list : [list]).entries()) {
          if (isBlank(row)) continue;
          if (!isObject(row)) return refuse(`must be an object, not ${kindOf(row)}`, `[${index}]`);
          const filled = readObject(row, named, parts, `[${index}]`);
          if (filled) rows.push(filled);
        }
        return rows.length > 0 ? rows : undefined;
      }),
  );
}

function inputOf({ label, comments }: Frame, parts: Parts): StructuredObjectInputField {
  // Read below, where an error can tell which row it is about.
  const inputs = Object.fromEntries(
    Object.entries(parts).map(([key, { clean: _, ...part }]) => [key, part]),
  );
  return structuredObjectInput({ label, comments, inputs });
}

function readOf<T>(given: unknown, frame: Frame, read: (refuse: Refuse) => T | undefined) {
  const { label, example, required } = frame;
  const refuse: Refuse = (problem, place) => {
    throw new InputError(label, problem, example, place);
  };
  const value = isBlank(given) ? undefined : read(refuse);
  return value === undefined && required ? refuse("is required") : value;
}

/** What is given, or what its JSON says. */
function jsonOf(given: unknown, refuse: Refuse): unknown {
  return typeof given === "string" ? readJsonValue(given, refuse) : toJsonValue(given, refuse);
}

/** @returns nothing for a row in which all fields are blank */
function readObject<P extends Parts>(
  given: Record<string, unknown>,
  { label }: Frame,
  parts: P,
  place: string,
): Filled<P> | undefined {
  if (Object.values(given).every(isBlank)) return undefined;
  // Fields that Gong added since are sent as well (B12).
  const more = Object.entries(given).filter(([key, value]) => !(key in parts) && !isBlank(value));
  const known = Object.entries(parts).map(([key, part]) => {
    try {
      return [key, part.clean(Object.hasOwn(given, key) ? given[key] : undefined)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(label, `${error.input} ${error.problem}`, error.example, place);
    }
  });
  const fields = [...known, ...more].filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as Filled<P>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value of a structured input or of the JSON input beside it.
 *
 * @throws InputError when both are given
 */
export function either<T>(
  filled: T | undefined,
  json: T | undefined,
  labels: readonly [string, string],
) {
  if (filled !== undefined && json !== undefined) {
    throw new InputError(labels[1], `must be blank when ${labels[0]} is given`);
  }
  return filled ?? json;
}
