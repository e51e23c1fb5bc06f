import { operation } from "./operation";

/** Reports an event; the same event again does no harm (G42). */
export const addDigitalInteraction = operation({
  name: "Add Digital Interaction",
  route: "POST /v2/digital-interaction",
  scope: "api:digital-interactions:write",
  idempotent: true,
  changes: true,
  repeat: { status: 409 },
  hints: [{ status: 409, hint: "Gong has an event with this Event Id. Give each event its own." }],
});

/** The scope of three operations that Digital Interaction replaces (G42). */
const scope = "api:engagement-data:write";

/** Reports that a person acted on content. */
export const reportAction = operation({
  name: "Custom Action Event",
  route: "PUT /v2/customer-engagement/action",
  scope,
  idempotent: false,
});

/** Reports that content was shared. */
export const reportShare = operation({
  name: "Custom Shared Event",
  route: "PUT /v2/customer-engagement/content/shared",
  scope,
  idempotent: false,
});

/** Reports that content was viewed. */
export const reportView = operation({
  name: "Custom Viewed Event",
  route: "PUT /v2/customer-engagement/content/viewed",
  scope,
  idempotent: false,
});
