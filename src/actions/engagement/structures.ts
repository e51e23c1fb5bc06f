import { crmObjects } from "../../inputs/crmObjects";
import { jsonInput } from "../../inputs/fields";
import { anything, listOf, objectOf, text } from "../../inputs/structures";

const person = objectOf({ email: text, name: text, title: text, context: crmObjects });
const robin = '{"email": "robin.vale@northmoor.example", "name": "Robin Vale"}';
const more = "Other fields: title; and context, a list like CRM Context.";

/** The person who did what an event reports. */
export const personInput = <const Label extends string>(label: Label, comments: string) =>
  jsonInput({ label, comments, example: robin, more, part: person });

/** People whom an event names. */
export const peopleInput = <const Label extends string>(label: Label, comments: string) =>
  jsonInput({ label, comments, example: `[${robin}]`, more, part: listOf(person) });

/** The user who shared the content. */
export const sharerInput = jsonInput({
  label: "Sharer",
  comments: "The user of your company who shared the content",
  example: '{"email": "ada.quill@harbourline.example", "name": "Ada Quill"}',
  more: "Another field: id, from List Users.",
  part: objectOf({ id: text, email: text, name: text }),
});

/** Further facts about the content or the event. */
export const propertiesInput = <const Label extends string>(
  label: Label,
  comments: string,
  example: string,
) =>
  jsonInput({
    label,
    comments,
    example,
    more: "The dataType is string, number, date, or url.",
    part: listOf(objectOf({}, { name: text, value: anything, dataType: text })),
  });
