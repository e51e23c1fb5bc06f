import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { emailAddressInput } from "./emailAddress";

/** Erases an email address and what refers to it (G36). */
export const deleteEmailAddressAndAssociatedElements = gongAction(operations.eraseEmailAddress, {
  description:
    "Erase what Gong stores about the person with this email address: calls, email messages, leads, and contacts. You cannot undo this, and it takes Gong several hours. Erase the data from your CRM and email system first, or Gong imports it again.",
  inputs: { emailAddress: emailAddressInput },
  request: (query) => ({ query }),
});
