import * as operations from "../../operations/privacy";
import { gongAction } from "../gongAction";
import { emailAddressInput } from "./emailAddress";

/** Lists what refers to an email address. */
export const listReferencesToAnEmailAddress = gongAction(operations.listReferencesToEmailAddress, {
  description:
    "List the calls, email messages, meetings, leads, contacts, and engagement events that refer to an email address.",
  inputs: { emailAddress: emailAddressInput },
  request: (query) => ({ query }),
});
