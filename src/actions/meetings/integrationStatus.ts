import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { integrationStatusInputs } from "./statusInputs";

/** Addresses in one request at most, by Gong's description. */
const maxEmails = 100;

/** Checks for whom Gong can create meetings. */
export const integrationStatus = gongAction(operations.getIntegrationStatus, {
  description:
    "Check whether Gong can create meetings for people, and what is missing if it cannot.",
  inputs: integrationStatusInputs,
  checks: ({ emails }) => {
    if (emails.length > maxEmails) throw new InputError("Emails", "must be at most 100");
  },
  request: ({ emails }) => ({ body: { emails } }),
});
