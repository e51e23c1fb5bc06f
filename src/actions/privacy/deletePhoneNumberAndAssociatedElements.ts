import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { phoneNumberInput, phoneNumberQuery } from "./phoneNumber";

/** Erases a phone number and what refers to it (G36). */
export const deletePhoneNumberAndAssociatedElements = gongAction(operations.erasePhoneNumber, {
  description:
    "Erase what Gong stores about the person with this phone number: leads and contacts, with their calls and email messages. You cannot undo this, and it takes Gong several hours. Erase the data from your CRM and email system first, or Gong imports it again.",
  inputs: { phoneNumber: phoneNumberInput },
  request: phoneNumberQuery,
});
