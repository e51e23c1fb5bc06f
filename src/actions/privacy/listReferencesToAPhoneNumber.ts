import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { examplePhoneReferences } from "./example";
import { phoneNumberInput } from "./inputs";
import { toE164 } from "./phoneNumber";

/** Lists what refers to a phone number, as strictly as an erasure, which usually follows. */
export const listReferencesToAPhoneNumber = gongAction(operations.listReferencesToPhoneNumber, {
  description:
    "List the leads and contacts that have this phone number, with their calls, email messages and meetings.",
  inputs: { phoneNumber: phoneNumberInput },
  request: async ({ phoneNumber }, log) => ({
    query: { phoneNumber: await toE164(phoneNumber, log) },
  }),
  example: examplePhoneReferences,
});
