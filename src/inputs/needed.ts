import type { Field } from "./define";
import { InputError } from "./InputError";

interface OptionalInput extends Field {
  readonly clean: (value: unknown) => unknown;
}

type Needed<Input extends OptionalInput> = Omit<Input, "clean"> & {
  clean: (value: unknown) => Exclude<ReturnType<Input["clean"]>, undefined>;
};

/**
 * An input that integrations know as optional although Gong refuses requests without it. It stays
 * optional on the form, and a blank one is refused by its label before anything is sent.
 */
export function needed<Input extends OptionalInput>(input: Input): Needed<Input> {
  const clean = (value: unknown) => {
    const given = input.clean(value);
    if (given === undefined) throw new InputError(input.label, "is required", input.example);
    return given as Exclude<ReturnType<Input["clean"]>, undefined>;
  };
  return { ...input, clean };
}
