import { operation } from "./operation";

/** Reports an event; the same event again does no harm (G42). */
export const addDigitalInteraction = operation("POST /v2/digital-interaction", {
  name: "Add Digital Interaction",
  scope: "api:digital-interactions:write",
  idempotent: true,
  changes: true,
  repeat: { status: 409 },
  hints: [
    {
      status: 409,
      hint: "Gong already has an event with this Event Id. Use a new ID for each event.",
    },
  ],
});

/** The scope of three operations that Digital Interaction replaces (G42). */
const scope = "api:engagement-data:write";

/** Reports that a person acted on content. */
export const reportAction = operation("PUT /v2/customer-engagement/action", {
  name: "Custom Action Event",
  scope,
});

/** Reports that content was shared. */
export const reportShare = operation("PUT /v2/customer-engagement/content/shared", {
  name: "Custom Shared Event",
  scope,
});

/** Reports that content was viewed. */
export const reportView = operation("PUT /v2/customer-engagement/content/viewed", {
  name: "Custom Viewed Event",
  scope,
});
