import { fieldTypes } from "../../crm/fields";
import { booleanInput, lineInput, suggestionInput, textListInput } from "../../inputs/fields";
import { filledList } from "../../inputs/filled";
import { momentInput } from "../../inputs/range";
import { integrationIdInput, schemaTypeInput } from "./inputs";

const exampleFields =
  '[{"uniqueName": "industry", "label": "Industry", "type": "PICKLIST", "orderedValueList": ["Logistics", "Retail"]}]';

/** The fields that a person adds or changes, row by row. */
export const fields = filledList(
  {
    label: "Fields",
    comments:
      "The fields to add or change. Other fields stay as they are. Uploaded data uses the unique name.",
  },
  {
    uniqueName: lineInput({
      label: "Unique Name",
      required: true,
      comments: "Name of the field in the CRM and in the uploaded data.",
      example: "industry",
    }),
    label: lineInput({
      label: "Label",
      comments: "Name of the field in Gong. Blank uses the unique name for a new field.",
      example: "Industry",
    }),
    type: suggestionInput({
      label: "Type",
      comments:
        "Type of the values, required for a new field. Changing the type of a field deletes its data.",
      example: "STRING",
      choices: fieldTypes,
    }),
    referenceTo: suggestionInput({
      label: "Refers To",
      comments: "Type of the object that a REFERENCE field refers to. Required for this type.",
      example: "ACCOUNT",
      choices: ["ACCOUNT", "CONTACT", "DEAL", "LEAD", "USER"],
    }),
    orderedValueList: textListInput({
      label: "Values",
      comments: "The values of a PICKLIST field, in order. Required for this type.",
      example: "Logistics",
    }),
    lastModified: momentInput(
      "Last Modified",
      "When the field last changed in the CRM, without fractions of a second.",
      false,
    ),
    isDeleted: booleanInput({
      label: "Delete",
      comments: "Delete the field and its data in all objects.",
    }),
  },
);

/** The inputs of Upload CRM Schema. */
export const schemaInputs = {
  integrationId: integrationIdInput,
  objectType: schemaTypeInput(true, "Type of the objects that have the fields."),
  fields: fields.input,
  fieldsJson: fields.asJson({
    label: "Fields as JSON",
    comments: `The fields as a JSON list, instead of Fields, for example ${exampleFields}. Other fields: referenceTo, lastModified, and isDeleted.`,
    placeholder: '[{"uniqueName": "…", "label": "…", "type": "STRING"}]',
    example: exampleFields,
  }),
  deleteOthers: booleanInput({
    label: "Delete Other Fields",
    default: "false",
    comments: "Delete fields that you do not list. When off, they stay.",
  }),
  allowDeletingData: booleanInput({
    label: "Allow Deleting Field Data",
    default: "false",
    comments:
      "Deleting a field or changing its type deletes its data in all objects. When off, such changes are refused.",
  }),
  preview: booleanInput({
    label: "Preview",
    default: "false",
    comments: "Only show what would change. Nothing is uploaded.",
  }),
};
