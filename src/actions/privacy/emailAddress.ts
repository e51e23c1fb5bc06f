import { defineInput } from "../../inputs/define";
import type { Reader } from "../../inputs/readers";

const atom = "[A-Za-z\\d!#&'+/=^_`~-]+";
const label = "[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?";
const lastLabel = "[A-Za-z][A-Za-z\\d-]{0,61}[A-Za-z\\d]";
const lengths = "(?=.{1,254}$)(?=[^@]{1,64}@)";
/**
 * One email address as RFC 5321 limits it, in ASCII: a letter that only looks like another would
 * name another person. Before the `@` it has no `* % ? $ { | }`, which elsewhere stand for many
 * addresses or for a value still to be filled in.
 */
const emailAddress = new RegExp(`^${lengths}${atom}(?:\\.${atom})*@(?:${label}\\.)+${lastLabel}$`);

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
    comments: "Exactly one email address, without a name or anything else.",
    example: "robin.vale@northmoor.example",
  },
  readEmailAddress,
);
