import { textListInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";

/** Addresses that Gong takes at once, by its description. */
const maxEmails = 100;

/** Tells for whom Gong can create meetings. */
export const integrationStatus = gongAction(operations.getIntegrationStatus, {
  description:
    "Check whether Gong can create meetings for people, and what is missing if it cannot.",
  inputs: {
    emails: textListInput({
      label: "Emails",
      required: true,
      comments: "Email addresses of the organizers, at most 100.",
      example: "ada.quill@harbourline.example",
    }),
  },
  checks: ({ emails }) => {
    if (emails.length > maxEmails) throw new InputError("Emails", "must be at most 100");
  },
  request: ({ emails }) => ({ body: { emails } }),
  example: { users: [{ email: "ada.quill@harbourline.example", exists: true, valid: true }] },
});
