import { isLosslessNumber } from "lossless-json";
import { isPlainObject, kindOf, type Refuse } from "./readers";

/**
 * Checks that a part of a structured value, which stays as it is, has what Gong requires. Fields that
 * are not named, and null or blank ones that are not required, pass (B12, B27).
 */
export interface Part<T> {
  (value: unknown, place: string, refuse: Refuse): void;
  /** Carries the type; it has no value. */
  readonly type?: T;
}

/** The type that a part describes. */
export type TypeOf<P> = P extends Part<infer T> ? T : never;

type Parts = Readonly<Record<string, Part<unknown>>>;

/** Text, or a number or boolean that Gong reads as text; a number that has lost digits is none (B14). */
export const text = part<string | number>("text", (value) => {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return "text, because a number of this size loses digits";
  }
  return isScalar(value) || `text, not ${kindOf(value)}`;
});

/** A number, also as text with digits. */
export const number = part<number>(
  "a number",
  (value) => isScalar(value) && Number.isFinite(Number(String(value))),
);

/** One of a few values that Gong names for good, also as text. */
export const oneOf = <const T extends string | number>(...values: T[]) =>
  part<T>(`one of ${values.join(", ")}`, (value) => values.map(String).includes(String(value)));

/** Any JSON. */
export const anything = part<unknown>("anything", () => true);

/** A number with more digits than a number holds is an object, and one value all the same. */
function isScalar(value: unknown): boolean {
  return typeof value !== "object" || isLosslessNumber(value);
}

/** @param fits whether a value does, or what it must be instead */
function part<T>(kind: string, fits: (value: unknown) => boolean | string): Part<T> {
  return (value, place, refuse) => {
    const fault = fits(value);
    if (fault !== true) refuse(`must be ${fault || kind}`, place);
  };
}

/** A list of parts. */
export function listOf<T>(item: Part<T>): Part<T[]> {
  return (value, place, refuse) => {
    if (!Array.isArray(value)) return refuse(`must be a list, not ${kindOf(value)}`, place);
    for (const [index, entry] of value.entries()) item(entry, `${place}[${index}]`, refuse);
  };
}

/** An object with the fields that are named, of which some are required, and any others. */
export function objectOf<Optional extends Parts, Required extends Parts = Record<never, never>>(
  optional: Optional,
  required: Required = {} as Required,
): Part<
  { [Key in keyof Required]: TypeOf<Required[Key]> } & {
    [Key in keyof Optional]?: TypeOf<Optional[Key]> | null;
  }
> {
  return (value, place, refuse) => {
    if (!isPlainObject(value)) return refuse(`must be an object, not ${kindOf(value)}`, place);
    const missing = Object.keys(required).filter((name) => (value[name] ?? null) === null);
    if (missing.length > 0) refuse(`needs ${missing.join(", ")}`, place);
    for (const [name, part] of Object.entries({ ...required, ...optional })) {
      const field = value[name] ?? "";
      if (field !== "") part(field, place ? `${place}.${name}` : name, refuse);
    }
  };
}
