import { multipart } from "../../client/multipart";
import * as operations from "../../operations/crm";
import { toGivenFile } from "../givenFile";
import { gongAction } from "../gongAction";
import { uploadInputs } from "./operationInputs";

/** The largest file that Gong takes, in bytes (G38). */
const maxBytes = 200 * 1024 ** 2;

/** Uploads one file of objects as it is. */
export const uploadCrmData = gongAction(operations.uploadCrmObjects, {
  description:
    "Upload one file of CRM objects unchanged, with a JSON object on each line and no object twice. Gong processes it later; Get CRM Request Status shows the outcome. Upload CRM Records does all of this for any number of records.",
  inputs: uploadInputs,
  request: ({ integrationId, objectType, clientRequestId, fileInput, fileUrl }) => {
    const fileName = `${clientRequestId}.ldjson`;
    const given = toGivenFile({ fileInput, fileUrl, fileName }, { maxBytes, allowsText: true });
    return {
      query: { integrationId, objectType, clientRequestId },
      form: async (signal) => multipart([["dataFile", await given.open(signal)]]),
    };
  },
});
