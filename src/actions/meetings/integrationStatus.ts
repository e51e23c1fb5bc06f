import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { integrationStatusInputs } from "./statusInputs";

/** Addresses that Gong takes at once, by its description. */
const maxEmails = 100;

/** Tells for whom Gong can create meetings. */
export const integrationStatus = gongAction(operations.getIntegrationStatus, {
  description:
    "Check whether Gong can create meetings for people, and what is missing if it cannot.",
  inputs: integrationStatusInputs,
  checks: ({ emails }) => {
    if (emails.length > maxEmails) throw new InputError("Emails", "must be at most 100");
  },
  request: ({ emails }) => ({ body: { emails } }),
});
