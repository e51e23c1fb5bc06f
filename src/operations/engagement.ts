import { registeredEvent } from "../schemas/engagement";
import { operation } from "./operation";

// Gong keeps these three beside POST /v2/digital-interaction, which replaces them (G42).
const scope = "api:engagement-data:write";

/** Reports that somebody acted on content. */
export const reportAction = operation({
  name: "Custom Action Event",
  method: "PUT",
  path: "/v2/customer-engagement/action",
  scope,
  resend: "never",
  answer: registeredEvent,
});

/** Reports that content was shared. */
export const reportShare = operation({
  name: "Custom Shared Event",
  method: "PUT",
  path: "/v2/customer-engagement/content/shared",
  scope,
  resend: "never",
  answer: registeredEvent,
});

/** Reports that content was viewed. */
export const reportView = operation({
  name: "Custom Viewed Event",
  method: "PUT",
  path: "/v2/customer-engagement/content/viewed",
  scope,
  resend: "never",
  answer: registeredEvent,
});
