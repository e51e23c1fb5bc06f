import { crmObjects } from "../../inputs/crmObjects";
import { jsonInput } from "../../inputs/fields";
import { listOf, objectOf, text } from "../../inputs/structures";

const person = objectOf({ email: text, name: text, title: text, context: crmObjects });
const examplePerson = '{"email": "robin.vale@northmoor.example", "name": "Robin Vale"}';
const more = "title; and context, a list of CRM objects like CRM Context";

/** The person who did what an event reports. */
export const personInput = <const Label extends string>(label: Label, comments: string) =>
  jsonInput({
    label,
    comments: `${comments}, as a JSON object, for example ${examplePerson}. Other fields: ${more}.`,
    placeholder: '{"email": "…", "name": "…"}',
    example: examplePerson,
    part: person,
  });

const peopleInput = <const Label extends string>(label: Label, comments: string) =>
  jsonInput({
    label,
    comments: `${comments}, as a JSON list, for example [${examplePerson}]. Other fields: ${more}.`,
    placeholder: '[{"email": "…", "name": "…"}]',
    example: `[${examplePerson}]`,
    part: listOf(person),
  });

const exampleSharer = '{"email": "ada.quill@harbourline.example", "name": "Ada Quill"}';

/** The user who shared the content. */
export const sharerInput = jsonInput({
  label: "Sharer",
  comments: `Your company's user who shared the content, as a JSON object, for example ${exampleSharer}. Another field is id, the user's ID in Gong.`,
  placeholder: '{"email": "…", "name": "…"}',
  example: exampleSharer,
  part: objectOf({ id: text, email: text, name: text }),
});

/** The people with whom content was shared. */
export const recipientsInput = peopleInput("Recipients", "The people who got the content");

/** The people outside the company who took part. */
export const nonCompanyParticipantsInput = peopleInput(
  "Non Company Participants",
  "People outside your company who took part in the event",
);
