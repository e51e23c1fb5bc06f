import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { phoneNumberInput, toE164 } from "./phoneNumber";

/** Lists what refers to a phone number, as strictly as an erasure, which usually follows. */
export const listReferencesToAPhoneNumber = gongAction(operations.listReferencesToPhoneNumber, {
  description:
    "List leads and contacts with this phone number, and their calls, emails, and meetings.",
  inputs: { phoneNumber: phoneNumberInput },
  request: async (values, log) => ({
    query: { phoneNumber: await toE164(values.phoneNumber, log) },
  }),
});
