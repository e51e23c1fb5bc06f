import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/privacy";
import { displayOf, outputOf } from "../describe";
import { exampleReferences } from "./example";
import { privacyPhoneInput } from "./privacyInputs";

/** Lists what refers to a phone number. */
export const listReferencesToAPhoneNumber = action({
  display: displayOf(
    operations.listReferencesToPhoneNumber,
    "List the leads and contacts that have this phone number, with their calls, e-mail messages and meetings.",
  ),
  inputs: { connection: connectionInput, phoneNumber: privacyPhoneInput },
  performSafety: "safe",
  perform: async (context, { connection, phoneNumber }) => ({
    data: await createClient(connection, context).call(operations.listReferencesToPhoneNumber, {
      query: { phoneNumber },
    }),
  }),
  outputSchema: outputOf(operations.listReferencesToPhoneNumber),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      suppliedPhoneNumber: "+14255550142",
      matchingPhoneNumbers: ["+1 425-555-0142"],
      emailAddresses: ["robin.vale@northmoor.example"],
      ...exampleReferences,
    },
  },
});
