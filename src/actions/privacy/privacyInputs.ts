import { emailAddressInput, phoneNumberInput } from "../../inputs/fields";

/** The e-mail address that data privacy is about. */
export const privacyEmailInput = emailAddressInput({
  label: "Email Address",
  required: true,
  comments:
    "Exactly one e-mail address in ASCII letters, without a name, a wildcard or anything else beside it.",
  placeholder: "robin.vale@northmoor.example",
  example: "robin.vale@northmoor.example",
});

/** The phone number that data privacy is about. */
export const privacyPhoneInput = phoneNumberInput({
  label: "Phone Number",
  required: true,
  comments:
    "Exactly one phone number: +, country code, area code and number, 7 to 15 digits in all. Spaces, dots, hyphens and brackets are left out; an extension or (0) is refused.",
  placeholder: "+1 425 555 0142",
  example: "+14255550142",
});
