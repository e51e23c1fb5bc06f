import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/privacy";
import { displayOf, outputOf } from "../describe";
import { privacyEmailInput } from "./privacyInputs";

/** Erases an e-mail address and what refers to it (G36). */
export const deleteEmailAddressAndAssociatedElements = action({
  display: displayOf(
    operations.eraseEmailAddress,
    "Erase what Gong holds of the person with this e-mail address: calls, e-mail messages, leads and contacts. This cannot be undone, and takes Gong several hours. Erase the data from the CRM and the mail system first, or Gong imports it again.",
  ),
  inputs: { connection: connectionInput, emailAddress: privacyEmailInput },
  performSafety: "notAllowed",
  perform: async (context, { connection, emailAddress }) => ({
    data: await createClient(connection, context).call(operations.eraseEmailAddress, {
      query: { emailAddress },
    }),
  }),
  outputSchema: outputOf(operations.eraseEmailAddress),
  examplePayload: { data: { requestId: "4al018gzaztcr8nbukw" } },
});
