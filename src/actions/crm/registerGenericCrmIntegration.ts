import { textInput, trimmedInput } from "../../inputs/fields";
import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";

/** Registers the integration that CRM data is uploaded to. */
export const registerGenericCrmIntegration = gongAction(operations.registerCrmIntegration, {
  description:
    "Register a CRM integration, once, before you upload CRM data. A company has one at a time.",
  inputs: {
    ownerEmail: trimmedInput({
      label: "Owner Email",
      required: true,
      comments: "Email address of the person who is responsible for the integration.",
      example: "ada.quill@harbourline.example",
    }),
    name: textInput({
      label: "Name",
      required: true,
      comments: "Name of the integration, which Gong shows.",
      example: "Harbourline CRM",
    }),
  },
  request: ({ ownerEmail, name }) => ({ body: { ownerEmail, name } }),
  example: { integrationId: "5517027188234205706" },
});
