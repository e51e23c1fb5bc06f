import { multipart } from "../../client/multipart";
import { fileInput, urlInput } from "../../inputs/fields";
import * as operations from "../../operations/crm";
import { toGivenFile } from "../givenFile";
import { gongAction } from "../gongAction";
import { integrationIdInput, objectTypeInput, requestIdInput } from "./inputs";

/** The largest file that Gong takes, in bytes (G38). */
const maxBytes = 200 * 1024 ** 2;

/** Uploads one file of objects as it is. */
export const uploadCrmData = gongAction(operations.uploadCrmObjects, {
  description:
    "Upload one file of CRM objects as it is: an object on each line, as JSON, no object twice. Gong works it in afterwards; Get CRM Request Status tells how it went. Upload CRM Records does all this for records of any number.",
  inputs: {
    integrationId: integrationIdInput,
    objectType: objectTypeInput,
    clientRequestId: requestIdInput(
      "Client Request Id",
      true,
      "An ID that you choose for this file: letters, digits, hyphens, and underscores. Gong takes each once, so sending the same file again does no harm.",
      "accounts-2026-03-01",
    ),
    fileInput: fileInput({
      label: "File",
      comments: "The file from an earlier step, at most 200 MB. Give either this or File URL.",
      placeholder: "File of an earlier step",
      example: "the result of a step that downloads a file",
    }),
    fileUrl: urlInput({
      label: "File URL",
      comments:
        "Web address of the file, in place of File. It must begin with https:// and must not lead to a private address.",
      example: "https://exports.harbourline.example/accounts.ldjson",
    }),
  },
  request: ({ integrationId, objectType, clientRequestId, fileInput: file, fileUrl }) => {
    const fileName = `${clientRequestId}.ldjson`;
    const given = toGivenFile({ file, fileUrl, fileName }, { maxBytes, allowsText: true });
    return {
      query: { integrationId, objectType, clientRequestId },
      form: async ({ signal }) => multipart([["dataFile", await given.open(signal)]]),
    };
  },
  example: { clientRequestId: "accounts-2026-03-01" },
});
