import { textListInput } from "../../inputs/fields";

/** What the action asks for. */
export const integrationStatusInputs = {
  emails: textListInput({
    label: "Emails",
    required: true,
    comments: "Email addresses of meeting organizers, at most 100.",
    example: "ada.quill@harbourline.example",
  }),
};
