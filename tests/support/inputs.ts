import { InputError } from "../../src/inputs/InputError";

/** What an input says of a value that it refuses. @throws what is no refusal, and when it takes it */
export function refusalOf(
  { clean }: { readonly clean: (value: unknown) => unknown },
  value: unknown,
): string {
  try {
    clean(value);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("The value was taken.");
}
