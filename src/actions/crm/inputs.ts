import { objectTypes } from "../../crm/fields";
import { defineInput } from "../../inputs/define";
import { choiceInput, idInput } from "../../inputs/fields";
import { readLine } from "../../inputs/readers";

/** The integration that CRM data belongs to. */
export const integrationIdInput = idInput({
  label: "Integration Id",
  required: true,
  comments: "From Register CRM Integration or List CRM Integrations, or pick one.",
  example: "5517027188234205706",
  dataSource: "crmIntegrations",
});

/** Types of objects whose fields can be added to (G38). */
export const schemaTypes = ["ACCOUNT", "CONTACT", "DEAL", "LEAD"] as const;

/** A type of object that has a schema. @param required whether Gong needs it */
export const schemaTypeInput = <const Required extends boolean>(
  required: Required,
  comments: string,
) =>
  choiceInput({
    label: "Object Type",
    required,
    comments,
    example: "ACCOUNT",
    choices: schemaTypes,
  });

/** A type of object that can be uploaded (G38). */
export const objectTypeInput = choiceInput({
  label: "Object Type",
  required: true,
  comments: "Type of the records. An upload can have only one type.",
  example: "ACCOUNT",
  choices: objectTypes,
});

/**
 * An ID that the caller gives to a request, by which Gong knows it again (G38, G59).
 *
 * @param maxLength characters at most, where more are added to it
 */
export const requestIdInput = <const Label extends string, const Required extends boolean>(
  label: Label,
  required: Required,
  comments: string,
  example: string,
  maxLength = 64,
) =>
  defineInput({ type: "string" }, { label, required, comments, example }, (given, refuse) => {
    const text = readLine(given, refuse);
    if (!/^[\w-]+$/.test(text)) {
      return refuse("must consist of letters, digits, hyphens, and underscores");
    }
    return text.length <= maxLength ? text : refuse(`must have at most ${maxLength} characters`);
  });
