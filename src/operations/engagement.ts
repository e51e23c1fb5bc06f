import { operation } from "./operation";

// Gong keeps these three beside POST /v2/digital-interaction, which replaces them (G42).
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
