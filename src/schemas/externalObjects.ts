import type { JSONSchema } from "json-schema-to-ts";

/** Objects of a CRM or another system, as uploads and events refer to them. */
export const externalObjects = (description: string) =>
  ({
    type: "array",
    description,
    items: {
      type: "object",
      additionalProperties: false,
      required: ["system"],
      properties: {
        system: { enum: ["Salesforce", "HubSpot", "MicrosoftDynamic", "Generic"] },
        objects: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["objectType", "objectId"],
            properties: {
              objectType: { enum: ["Lead", "Contact", "Account", "Opportunity", "User"] },
              objectId: { type: "string", minLength: 1 },
              fields: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["name"],
                  properties: { name: { type: "string", minLength: 1 }, value: {} },
                },
              },
            },
          },
        },
      },
    },
  }) as const satisfies JSONSchema;
