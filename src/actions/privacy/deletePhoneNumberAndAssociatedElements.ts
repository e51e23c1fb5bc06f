import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/privacy";
import { displayOf, outputOf } from "../describe";
import { privacyPhoneInput } from "./privacyInputs";

/** Erases a phone number and what refers to it (G36). */
export const deletePhoneNumberAndAssociatedElements = action({
  display: displayOf(
    operations.erasePhoneNumber,
    "Erase what Gong holds of the person with this phone number: leads and contacts, with their calls and e-mail messages. This cannot be undone, and takes Gong several hours. Erase the data from the CRM and the mail system first, or Gong imports it again.",
  ),
  inputs: { connection: connectionInput, phoneNumber: privacyPhoneInput },
  performSafety: "notAllowed",
  perform: async (context, { connection, phoneNumber }) => ({
    data: await createClient(connection, context).call(operations.erasePhoneNumber, {
      query: { phoneNumber },
    }),
  }),
  outputSchema: outputOf(operations.erasePhoneNumber),
  examplePayload: { data: { requestId: "4al018gzaztcr8nbukw" } },
});
