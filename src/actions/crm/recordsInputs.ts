import { fileInput, jsonInput, numberInput, textListInput, urlInput } from "../../inputs/fields";
import { anything, listOf } from "../../inputs/structures";
import { integrationIdInput, objectTypeInput, requestIdInput } from "./inputs";

const exampleRecords =
  '[{"objectId": "0013601230sV7grAAC", "modifiedDate": "2026-03-01T09:00:00Z", "name": "Northmoor", "domains": ["northmoor.example"]}]';

/** The inputs of Upload CRM Records. */
export const recordsInputs = {
  integrationId: integrationIdInput,
  objectType: objectTypeInput,
  records: jsonInput(
    {
      label: "Records",
      required: false,
      comments: `The records as a list from an earlier step or as JSON, for example ${exampleRecords}. A record that has isDeleted true is deleted in Gong. Give either this, File, or File URL.`,
      placeholder: '[{"objectId": "…", "modifiedDate": "…"}]',
      example: exampleRecords,
    },
    listOf(anything),
  ),
  fileInput: fileInput({
    label: "File",
    required: false,
    comments:
      "A file with the records: CSV with the field names in its first line, or a JSON object on each line.",
    placeholder: "File of an earlier step",
    example: "the result of a step that downloads a file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    required: false,
    comments:
      "Web address of such a file, in place of File. It is read as it arrives, so it can have any size. It must begin with https:// and must not lead to a private address.",
    placeholder: "https://exports.harbourline.example/accounts.csv",
    example: "https://exports.harbourline.example/accounts.csv",
  }),
  uploadId: requestIdInput(
    "Upload Id",
    false,
    "An ID that you choose for these records, at most 47 letters, digits, hyphens, and underscores. Run it again with the same ID and records, and nothing is uploaded twice. Blank makes one up.",
    "accounts-2026-03-01",
    47,
  ),
  firstRecord: numberInput(
    {
      label: "First Record",
      required: false,
      comments:
        "Where to go on: nextRecord of a run that ended before all records were sent. Blank begins with the first.",
      placeholder: "1",
      example: "1",
    },
    { min: 1, integer: true },
  ),
  pending: textListInput({
    label: "Pending Uploads",
    required: false,
    comments:
      "Uploads to wait for before anything is sent: pending of the run before. Blank waits for none.",
    placeholder: "accounts-2026-03-01-8c1f0e2a9b3d4c5e",
    example: "accounts-2026-03-01-8c1f0e2a9b3d4c5e",
  }),
};
