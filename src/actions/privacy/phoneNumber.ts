import type { ActionLogger } from "@prismatic-io/spectral";
import { InputError } from "../../inputs/InputError";
import { phoneNumberInput } from "./inputs";

/**
 * The one phone number that a text stands for, as Gong looks for it. An erasure cannot be undone,
 * so nothing is guessed: the digits given must be exactly those of a valid number's E.164 form.
 * The log tells which number it was by as much as a person may be shown of it.
 *
 * @param written a number with its country code, perhaps with separators
 * @returns for example `+14255550142`
 * @throws InputError that says how the number is to be written
 */
export async function toE164(written: string, logger: Pick<ActionLogger, "info">): Promise<string> {
  const { parsePhoneNumberWithError } = await import(
    /* webpackMode: "eager" */ "libphonenumber-js/core"
  );
  const { default: metadata } = await import(
    /* webpackMode: "eager" */ "libphonenumber-js/metadata.min.json"
  );
  const number = parse(() => parsePhoneNumberWithError(written, { extract: false }, metadata));
  if (!number?.isValid() || number.ext) {
    return refuse("must be a valid phone number with country code, without an extension");
  }
  if (number.number !== `+${written.replace(/\D/g, "")}`) {
    return refuse(
      "must leave out what is dialed within the country only (+44 20 7946 0958, not +44 020 7946 0958)",
    );
  }
  const { length } = number.number;
  logger.info(`Phone Number has ${length - 1} digits and ends in ${number.number.slice(-2)}.`);
  return number.number;
}

/** The library throws at what is no number at all. */
function parse<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

function refuse(problem: string): never {
  throw new InputError(phoneNumberInput.label, problem, phoneNumberInput.example);
}
