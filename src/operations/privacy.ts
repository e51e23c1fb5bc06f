import { operation } from "./operation";

/** What refers to an email address; not paged. */
export const listReferencesToEmailAddress = operation({
  name: "List References to an Email Address",
  route: "GET /v2/data-privacy/data-for-email-address",
  scope: "api:data-privacy:read",
  idempotent: true,
});

/** What refers to a phone number; not paged. */
export const listReferencesToPhoneNumber = operation({
  name: "List References to a Phone Number",
  route: "GET /v2/data-privacy/data-for-phone-number",
  scope: "api:data-privacy:read",
  idempotent: true,
});

/** Erases an email address and what refers to it, for good (G36). */
export const eraseEmailAddress = operation({
  name: "Delete Email Address and Associated Elements",
  route: "POST /v2/data-privacy/erase-data-for-email-address",
  scope: "api:data-privacy:delete",
  idempotent: false,
});

/** Erases a phone number and what refers to it, for good (G36). */
export const erasePhoneNumber = operation({
  name: "Delete Phone Number and Associated Elements",
  route: "POST /v2/data-privacy/erase-data-for-phone-number",
  scope: "api:data-privacy:delete",
  idempotent: false,
});
