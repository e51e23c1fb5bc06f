import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { registrationInputs } from "./operationInputs";

/** Registers the integration that CRM data is uploaded to. */
export const registerGenericCrmIntegration = gongAction(operations.registerCrmIntegration, {
  description:
    "Register a CRM integration, once, before you upload CRM data. A company has one at a time.",
  inputs: registrationInputs,
  request: ({ ownerEmail, name }) => ({ body: { ownerEmail, name } }),
});
