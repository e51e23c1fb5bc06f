import type { ActionLogger } from "@prismatic-io/spectral";
import { defineInput } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import type { Reader } from "../../inputs/readers";

/** Digits with at most three separators between them, and pairs of brackets. */
const writtenNumber = /^\+\d(?:[ .-]{0,3}(?:\d|\(\d{1,6}\)))*$/;
const oneNumber =
  "must be exactly one valid phone number that begins with + and the country code, without an extension";
const otherSpelling =
  "must leave out what is dialed only within the country (+44 20 7946 0958, not +44 020 7946 0958)";

const readPhoneNumber: Reader<string> = (given, refuse) => {
  const text = typeof given === "string" ? given.trim() : "";
  return writtenNumber.test(text) ? text : refuse(oneNumber);
};

/** The phone number that data privacy is about; `phoneNumberQuery` makes of it what is sent. */
export const phoneNumberInput = defineInput(
  { type: "string" },
  {
    label: "Phone Number",
    required: true,
    comments:
      "Exactly one phone number: +, country code, area code, and number, such as +1 425 555 0142, +1 (425) 555-0142, or +14255550142. Leave out extensions, and a 0 that is dialed only within the country.",
    example: "+14255550142",
  },
  readPhoneNumber,
);

/**
 * The one phone number that a text says in E.164, as Gong looks for it. An erasure cannot be undone,
 * so nothing is guessed: the digits given must be exactly those of a valid number. The log shows as
 * much of the number as a person may see.
 *
 * @throws InputError that says how to write the number
 */
export async function phoneNumberQuery(
  { phoneNumber: written }: { readonly phoneNumber: string },
  logger: Pick<ActionLogger, "info">,
) {
  const { parsePhoneNumberFromString } = await import(
    /* webpackMode: "eager" */ "libphonenumber-js/core"
  );
  const { default: metadata } = await import(
    /* webpackMode: "eager" */ "libphonenumber-js/metadata.min.json"
  );
  const parsed = parsePhoneNumberFromString(written, { extract: false }, metadata);
  const number = parsed?.isValid() && !parsed.ext ? parsed.number : undefined;
  if (number !== `+${written.replace(/\D/g, "")}`) {
    throw new InputError(
      phoneNumberInput.label,
      number ? otherSpelling : oneNumber,
      phoneNumberInput.example,
    );
  }
  logger.info(`Phone Number has ${number.length - 1} digits and ends in ${number.slice(-2)}.`);
  return { query: { phoneNumber: number } };
}
