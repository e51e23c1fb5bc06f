import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { phoneNumberInput, phoneNumberQuery } from "./phoneNumber";

/** Lists what refers to a phone number, as strictly as an erasure, which usually follows. */
export const listReferencesToAPhoneNumber = gongAction(operations.listReferencesToPhoneNumber, {
  description:
    "List leads and contacts with this phone number, and their calls, emails, and meetings.",
  inputs: { phoneNumber: phoneNumberInput },
  request: phoneNumberQuery,
});
