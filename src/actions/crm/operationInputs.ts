import { fileInput, idListInput, textInput, trimmedInput, urlInput } from "../../inputs/fields";
import { integrationIdInput, objectTypeInput, requestIdInput, schemaTypeInput } from "./inputs";

/** What is deleted, and how to ask for its status. */
export const deletionInputs = {
  integrationId: integrationIdInput,
  clientRequestId: requestIdInput(
    "Client Request Id",
    true,
    "An ID that you choose, for Get CRM Request Status: letters, digits, hyphens, and underscores.",
    "delete-2026-03-01",
  ),
};

/** Which objects are wanted. */
export const objectsInputs = {
  integrationId: integrationIdInput,
  objectType: schemaTypeInput(true, "Type of the objects."),
  objectIds: idListInput({
    label: "Object Ids",
    required: true,
    comments:
      "IDs of the objects in your CRM, at most 100. Objects that Gong does not have are null.",
    example: "0013601230sV7grAAC",
  }),
};

/** Which upload or deletion is asked about. */
export const statusInputs = {
  integrationId: integrationIdInput,
  clientRequestId: requestIdInput(
    "Client Request Id",
    true,
    "The Client Request Id that you entered for the upload or deletion.",
    "accounts-2026-03-01",
  ),
};

/** Whose fields are wanted. */
export const schemaFieldsInputs = {
  integrationId: integrationIdInput,
  objectType: schemaTypeInput(
    false,
    "Only fields of this type of object. Blank lists the fields of all types.",
  ),
};

/** What is registered. */
export const registrationInputs = {
  ownerEmail: trimmedInput({
    label: "Owner Email",
    required: true,
    comments: "Email address of the person responsible for the integration.",
    example: "ada.quill@harbourline.example",
  }),
  name: textInput({
    label: "Name",
    required: true,
    comments: "Name of the integration, as Gong shows it.",
    example: "Harbourline CRM",
  }),
};

/** What is uploaded. */
export const uploadInputs = {
  integrationId: integrationIdInput,
  objectType: objectTypeInput,
  clientRequestId: requestIdInput(
    "Client Request Id",
    true,
    "An ID that you choose for this file: letters, digits, hyphens, and underscores. Gong accepts each only once, so sending the same file again does no harm.",
    "accounts-2026-03-01",
  ),
  fileInput: fileInput({
    label: "File",
    comments:
      "A file from an earlier step, at most 200 MB. Leave it blank if you enter a File URL.",
    placeholder: "File of an earlier step",
    example: "the result of a step that downloads a file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    comments: "Web address of the file, instead of File. It must begin with https://.",
    example: "https://exports.harbourline.example/accounts.ldjson",
  }),
};
