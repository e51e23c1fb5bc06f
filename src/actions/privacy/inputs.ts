import { defineInput } from "../../inputs/define";
import type { Reader } from "../../inputs/readers";

/**
 * One email address as RFC 5321 limits it, in ASCII: a letter that only looks like another would
 * name another person. Left out of what it allows before the `@` is what elsewhere stands for many
 * addresses or for a value still to be filled in: `* % ? $ { | }`.
 */
const emailAddress = (() => {
  const atom = "[A-Za-z\\d!#&'+/=^_`~-]+";
  const label = "[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?";
  const lastLabel = "[A-Za-z][A-Za-z\\d-]{0,61}[A-Za-z\\d]";
  const lengths = "(?=.{1,254}$)(?=[^@]{1,64}@)";
  return new RegExp(`^${lengths}${atom}(?:\\.${atom})*@(?:${label}\\.)+${lastLabel}$`);
})();

const readEmailAddress: Reader<string> = (given, refuse) => {
  const text = typeof given === "string" ? given.trim() : "";
  return emailAddress.test(text)
    ? text
    : refuse("must be exactly one email address in ASCII letters, without a name or wildcards");
};

/** The email address that data privacy is about. */
export const emailAddressInput = defineInput(
  { type: "string" },
  {
    label: "Email Address",
    required: true,
    comments: "Exactly one email address, without a name or anything else beside it.",
    example: "robin.vale@northmoor.example",
  },
  readEmailAddress,
);

/** Digits with at most three separators between them, and pairs of brackets. */
const writtenNumber = /^\+\d(?:[ .-]{0,3}(?:\d|\(\d{1,6}\)))*$/;

const readPhoneNumber: Reader<string> = (given, refuse) => {
  const text = typeof given === "string" ? given.trim() : "";
  return writtenNumber.test(text)
    ? text
    : refuse(
        "must be exactly one phone number that begins with + and the country code, without an extension",
      );
};

/** The phone number that data privacy is about; `toE164` makes of it what is sent. */
export const phoneNumberInput = defineInput(
  { type: "string" },
  {
    label: "Phone Number",
    required: true,
    comments:
      "Exactly one phone number: +, country code, area code and number, such as +1 425 555 0142, +1 (425) 555-0142 or +14255550142. Leave out a 0 that is dialed within the country only, and any extension.",
    placeholder: "+1 425 555 0142",
    example: "+14255550142",
  },
  readPhoneNumber,
);
