import { type StructuredObjectInputField, structuredObjectInput } from "@prismatic-io/spectral";
import { type CheckedInput, defineInput, type Field, type Fields, type ValuesOf } from "./define";
import { InputError } from "./InputError";
import { readJsonValue } from "./json";
import { isBlank, isPlainObject, kindOf, type Reader, type Refuse } from "./readers";

const json = { type: "code", language: "json" } as const;

/** What is read of an object that a person fills; blank fields are left out. */
type Filled<P extends Fields> = Partial<ValuesOf<P>>;

/** A structured input, and what reads its value: the platform runs no `clean` on it. */
export interface Structured<T> {
  readonly input: StructuredObjectInputField;
  /** @returns nothing when it is blank. @throws InputError that names the place */
  read(given: unknown): T | undefined;
  /** The same value as JSON, for an input beside it. */
  asJson<const F extends Field>(field: F): CheckedInput<typeof json, F, T | undefined>;
}

/**
 * One object that a person fills field by field; a step may give an object or its JSON.
 *
 * @param parts its fields, made by the factories of `fields.ts`
 */
export function filledObject<const P extends Fields>(field: Field, parts: P) {
  return structured<Filled<P>>(field, inputOf(field, parts), (given, refuse) =>
    readObject(readJsonValue(given, refuse), parts, refuse),
  );
}

/** A list of objects that a person fills row by row; a step may give a list or its JSON. */
export function filledList<const P extends Fields>(field: Field, parts: P) {
  const input = { ...inputOf(field, parts), collection: "valuelist" as const };
  return structured<Filled<P>[]>(field, input, (given, refuse) => {
    const rows = [readJsonValue(given, refuse)].flat().flatMap((row, index): Filled<P>[] => {
      const filled = isBlank(row) ? undefined : readObject(row, parts, refuse, `[${index}]`);
      return filled ? [filled] : [];
    });
    return rows.length > 0 ? rows : undefined;
  });
}

function structured<T>(
  field: Field,
  input: StructuredObjectInputField,
  read: Reader<T | undefined>,
): Structured<T> {
  const { clean } = defineInput(json, field, read);
  return { input, read: clean, asJson: (other) => defineInput(json, other, read) };
}

function inputOf({ label, comments }: Field, parts: Fields): StructuredObjectInputField {
  // Read below, where an error can name the row.
  const inputs = Object.fromEntries(
    Object.entries(parts).map(([key, { clean: _, ...part }]) => [key, part]),
  );
  return structuredObjectInput({ label, comments, inputs });
}

/** @returns nothing for a row in which all fields are blank */
function readObject<P extends Fields>(
  given: unknown,
  parts: P,
  refuse: Refuse,
  place?: string,
): Filled<P> | undefined {
  if (!isPlainObject(given)) return refuse(`must be an object, not ${kindOf(given)}`, place);
  const fields = new Map<string, unknown>(Object.entries(given));
  if ([...fields.values()].every(isBlank)) return undefined;
  for (const [key, part] of Object.entries(parts)) {
    try {
      fields.set(key, part.clean(fields.get(key)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refuse(`: ${error.input} ${error.problem}`, place, error.example);
    }
  }
  // Fields that Gong added since are sent as well (B12).
  return Object.fromEntries([...fields].filter(([, value]) => !isBlank(value))) as Filled<P>;
}

/**
 * The value of a structured input or of the JSON input beside it.
 *
 * @throws InputError when both are given
 */
export function either<T>(
  filled: T | undefined,
  fromJson: T | undefined,
  labels: readonly [string, string],
) {
  if (filled !== undefined && fromJson !== undefined) {
    throw new InputError(labels[1], `must be blank when ${labels[0]} is given`);
  }
  return filled ?? fromJson;
}
