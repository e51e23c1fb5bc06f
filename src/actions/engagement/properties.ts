import { jsonInput } from "../../inputs/fields";
import { anything, listOf, objectOf, text } from "../../inputs/structures";

const propertiesInput = <const Label extends string>(
  label: Label,
  comments: string,
  example: string,
) =>
  jsonInput({
    label,
    comments: `${comments}, as a JSON list, for example ${example}. The dataType is string, number, date or url.`,
    placeholder: '[{"name": "…", "value": "…", "dataType": "string"}]',
    example,
    part: listOf(
      objectOf({ name: text, value: anything, dataType: text }, ["name", "value", "dataType"]),
    ),
  });

/** Further facts about the content. */
export const contentPropertiesInput = propertiesInput(
  "Content Properties",
  "Facts about the content",
  '[{"name": "Pages", "value": "12", "dataType": "number"}]',
);

/** Further facts about the event. */
export const eventPropertiesInput = propertiesInput(
  "Event Properties",
  "Facts about the event",
  '[{"name": "Signed On", "value": "2026-03-01T09:00:00-07:00", "dataType": "date"}]',
);
