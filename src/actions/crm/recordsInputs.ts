import { fileInput, jsonInput, numberInput, textListInput, urlInput } from "../../inputs/fields";
import { anything, listOf } from "../../inputs/structures";
import { integrationIdInput, objectTypeInput, requestIdInput } from "./inputs";

const exampleRecords =
  '[{"objectId": "0013601230sV7grAAC", "modifiedDate": "2026-03-01T09:00:00Z", "name": "Northmoor", "domains": ["northmoor.example"]}]';

/** The inputs of Upload CRM Records. */
export const recordsInputs = {
  integrationId: integrationIdInput,
  objectType: objectTypeInput,
  records: jsonInput({
    label: "Records",
    comments: `The records, as a list from an earlier step or as JSON, for example ${exampleRecords}. Set isDeleted to true to delete a record in Gong, and a field to null to empty it. Leave Records blank if you use File or File URL.`,
    placeholder: '[{"objectId": "…", "modifiedDate": "…"}]',
    example: exampleRecords,
    part: listOf(anything),
  }),
  fileInput: fileInput({
    label: "File",
    comments:
      "A file with the records: CSV with the field names in its first line, or a JSON object on each line. UTF-8.",
    placeholder: "File of an earlier step",
    example: "the result of a step that downloads a CSV file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    comments: "Web address of the file, of any size, instead of File. It must begin with https://.",
    example: "https://exports.harbourline.example/accounts.csv",
  }),
  uploadId: requestIdInput(
    "Upload Id",
    false,
    "An ID that you choose for these records: at most 47 letters, digits, hyphens, and underscores. If you run the step again with the same ID and records, nothing is uploaded twice. Blank creates one.",
    "accounts-2026-03-01",
    47,
  ),
  firstRecord: numberInput({
    label: "First Record",
    comments:
      "Where to resume: nextRecord of the run that ended early. Blank starts with the first record.",
    example: "1",
    min: 1,
    integer: true,
  }),
  pending: textListInput({
    label: "Pending Uploads",
    comments: "Uploads to wait for first: pending from the run that ended early.",
    example: "accounts-2026-03-01-8c1f0e2a9b3d4c5e",
  }),
};
