import { jsonInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { eventProperties } from "../../schemas/engagement";
import { parseInstant } from "../../text/instant";
import { parseUrl } from "../../text/parseUrl";

const format =
  "as a list in JSON. Each has name, value and dataType: string, number, date (ISO 8601) or url.";

/** Further facts about the content. */
export const contentPropertiesInput = jsonInput(
  {
    label: "Content Properties",
    required: false,
    comments: `Further facts about the content, ${format}`,
    placeholder: '[{"name": "…", "value": "…", "dataType": "string"}]',
    example: JSON.stringify([{ name: "Pages", value: "12", dataType: "number" }]),
  },
  eventProperties,
);

/** Further facts about the event. */
export const eventPropertiesInput = jsonInput(
  {
    label: "Event Properties",
    required: false,
    comments: `Further facts about the event, ${format}`,
    placeholder: '[{"name": "…", "value": "…", "dataType": "string"}]',
    example: JSON.stringify([
      { name: "Signed On", value: "2026-03-01T09:00:00-07:00", dataType: "date" },
    ]),
  },
  eventProperties,
);

type Properties = ReturnType<typeof contentPropertiesInput.clean>;
type DataType = NonNullable<Properties>[number]["dataType"];

/** What a value must be for its dataType. */
const kinds: Readonly<Record<DataType, readonly [fits: (value: string) => boolean, kind: string]>> =
  {
    string: [() => true, "text"],
    number: [(value) => /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(value), "a number"],
    date: [(value) => parseInstant(value) !== undefined, "a date in ISO 8601"],
    url: [(value) => parseUrl(value) !== undefined, "a web address"],
  };

/**
 * The properties as Gong takes them: every value is text, numbers included, in the format of its
 * dataType.
 *
 * @param input whose value they are, for what is said of a wrong one
 * @throws InputError for a value that is not of its dataType
 */
export function toProperties(
  input: { readonly label: string; readonly example?: string },
  properties: Properties,
) {
  return properties?.map(({ name, value, dataType }, index) => {
    const text = String(value);
    const [fits, kind] = kinds[dataType];
    if (!fits(text)) {
      throw new InputError(
        input.label,
        `must be ${kind}, as its dataType says`,
        input.example,
        `[${index}].value`,
      );
    }
    return { name, value: text, dataType };
  });
}
