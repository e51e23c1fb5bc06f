import { InputError } from "./InputError";
import { isBlank, type Reader, type Refuse } from "./readers";

/** What a builder sees of an input. */
export interface Field {
  readonly label: string;
  /** What the value is, its limits and its format, in a sentence or two. */
  readonly comments: string;
  /** A right value; errors show it. */
  readonly example?: string;
  /** Shown while the field is blank; the example without one. */
  readonly placeholder?: string;
  readonly required?: boolean | undefined;
  /** Whether a blank one is refused although the form, as integrations know it, calls it optional. */
  readonly needed?: boolean;
  readonly default?: string | readonly string[];
  /** Key of the data source that lists values to pick from. */
  readonly dataSource?: string;
  readonly model?: { label: string; value: string }[];
}

/** The value of an input: always there when a blank one is refused, else perhaps not given. */
export type ValueOf<F, T> = F extends { readonly required: true } | { readonly needed: true }
  ? Exclude<T, undefined>
  : T | undefined;

/** An input of the platform whose value is checked and typed before an action sees it. */
export type CheckedInput<Kind extends object, F extends Field, T> = Kind &
  F & { clean: (value: unknown) => ValueOf<F, T> };

/**
 * Makes an input whose `clean` reads values, or refuses them by the input's label.
 *
 * @param kind what the platform needs to know to draw it, such as `{ type: "string" }`
 */
export function defineInput<const Kind extends object, const F extends Field, T>(
  kind: Kind,
  field: F,
  read: Reader<T>,
): CheckedInput<Kind, F, T> {
  const { example, placeholder = example, required = false, needed } = field;
  const refuse: Refuse = (problem, place, right = example) => {
    throw new InputError(field.label, problem, right, place);
  };
  const clean = (given: unknown) => {
    const value = isBlank(given) ? undefined : read(given, refuse);
    return value ?? (required || needed ? refuse("is required") : undefined);
  };
  return { ...kind, ...field, placeholder, required, clean } as CheckedInput<Kind, F, T>;
}

/** The inputs of a form, each with a `clean` that types its value. */
// biome-ignore lint/suspicious/noExplicitAny: spectral's input types differ by kind.
export type Fields = Readonly<Record<string, any>>;

/** The values that a form hands over: what each input's `clean` makes of what was entered. */
export type ValuesOf<F extends Fields> = {
  readonly [Key in keyof F]: F[Key] extends { clean: (value: unknown) => infer Value }
    ? Value
    : unknown;
};
