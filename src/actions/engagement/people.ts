import { jsonInput } from "../../inputs/fields";
import { people, person, shareRecipients, sharer } from "../../schemas/engagement";

const examplePerson = {
  email: "robin.vale@northmoor.example",
  name: "Robin Vale",
  title: "Head of Purchasing",
  context: [
    {
      system: "Salesforce",
      objects: [{ objectType: "Contact", objectId: "0031Q00002VbWdLQAV" }],
    },
  ],
};

const personFormat =
  "email, name, title and context, which names CRM objects by system and objects with objectType and objectId";

/** The person who did what an event reports. */
export const personInput = <const Label extends string>(label: Label, comments: string) =>
  jsonInput(
    {
      label,
      required: false,
      comments: `${comments}, as an object in JSON. It may have ${personFormat}.`,
      placeholder: '{"email": "…", "name": "…"}',
      example: JSON.stringify(examplePerson),
    },
    person,
  );

/** The user who shared the content. */
export const sharerInput = jsonInput(
  {
    label: "Sharer",
    required: false,
    comments:
      "The company's user who shared the content, as an object in JSON. It may have id, which is a Gong user id as text, email and name.",
    placeholder: '{"email": "…", "name": "…"}',
    example: JSON.stringify({
      id: "234599484848423",
      email: "ada.quill@harbourline.example",
      name: "Ada Quill",
    }),
  },
  sharer,
);

/** The people whom content was shared with. */
export const recipientsInput = jsonInput(
  {
    label: "Recipients",
    required: false,
    comments: `The people whom the content was shared with, as a list in JSON. Each needs email and may have ${personFormat.replace("email, ", "")}.`,
    placeholder: '[{"email": "…", "name": "…"}]',
    example: JSON.stringify([examplePerson]),
  },
  shareRecipients,
);

/** The people outside the company who took part. */
export const nonCompanyParticipantsInput = jsonInput(
  {
    label: "Non Company Participants",
    required: false,
    comments: `People outside the company who took part in the event, as a list in JSON. Each may have ${personFormat}.`,
    placeholder: '[{"email": "…", "name": "…"}]',
    example: JSON.stringify([examplePerson]),
  },
  people,
);
