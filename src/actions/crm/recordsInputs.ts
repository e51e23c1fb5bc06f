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
    comments: `The records as a list from an earlier step or as JSON, for example ${exampleRecords}. A record that has isDeleted true is deleted in Gong. Give either this, File, or File URL.`,
    placeholder: '[{"objectId": "…", "modifiedDate": "…"}]',
    example: exampleRecords,
    part: listOf(anything),
  }),
  fileInput: fileInput({
    label: "File",
    comments:
      "A file with the records: CSV with the field names in its first line, or a JSON object on each line.",
    placeholder: "File of an earlier step",
    example: "the result of a step that downloads a CSV file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    comments:
      "Web address of such a file, in place of File. It is read as it arrives, so it can have any size. It must begin with https:// and must not lead to a private address.",
    example: "https://exports.harbourline.example/accounts.csv",
  }),
  uploadId: requestIdInput(
    "Upload Id",
    false,
    "An ID that you choose for these records, at most 47 letters, digits, hyphens, and underscores. Run it again with the same ID and records, and nothing is uploaded twice. Blank makes one up.",
    "accounts-2026-03-01",
    47,
  ),
  firstRecord: numberInput({
    label: "First Record",
    comments:
      "Where to go on: nextRecord of a run that ended before all records were sent. Blank begins with the first.",
    example: "1",
    min: 1,
    integer: true,
  }),
  pending: textListInput({
    label: "Pending Uploads",
    comments:
      "Uploads to wait for before anything is sent: pending of the run before. Blank waits for none.",
    example: "accounts-2026-03-01-8c1f0e2a9b3d4c5e",
  }),
};
