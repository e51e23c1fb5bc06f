import { operation } from "./operation";

/** What refers to an email address; not paged. */
export const listReferencesToEmailAddress = operation(
  "GET /v2/data-privacy/data-for-email-address",
  {
    name: "List References to an Email Address",
    scope: "api:data-privacy:read",
    idempotent: true,
  },
);

/** What refers to a phone number; not paged. */
export const listReferencesToPhoneNumber = operation("GET /v2/data-privacy/data-for-phone-number", {
  name: "List References to a Phone Number",
  scope: "api:data-privacy:read",
  idempotent: true,
});

/** Erases an email address and what refers to it, for good (G36). */
export const eraseEmailAddress = operation("POST /v2/data-privacy/erase-data-for-email-address", {
  name: "Delete Email Address and Associated Elements",
  scope: "api:data-privacy:delete",
});

/** Erases a phone number and what refers to it, for good (G36). */
export const erasePhoneNumber = operation("POST /v2/data-privacy/erase-data-for-phone-number", {
  name: "Delete Phone Number and Associated Elements",
  scope: "api:data-privacy:delete",
});
