import { erasure, referencesToEmailAddress, referencesToPhoneNumber } from "../schemas/privacy";
import { operation } from "./operation";

/** What refers to an e-mail address; not paged. */
export const listReferencesToEmailAddress = operation({
  name: "List References to an Email Address",
  method: "GET",
  path: "/v2/data-privacy/data-for-email-address",
  scope: "api:data-privacy:read",
  resend: "safe",
  answer: referencesToEmailAddress,
});

/** What refers to a phone number; not paged. */
export const listReferencesToPhoneNumber = operation({
  name: "List References to a Phone Number",
  method: "GET",
  path: "/v2/data-privacy/data-for-phone-number",
  scope: "api:data-privacy:read",
  resend: "safe",
  answer: referencesToPhoneNumber,
});

/** Erases an e-mail address and what refers to it, for good (G36). */
export const eraseEmailAddress = operation({
  name: "Delete Email Address and Associated Elements",
  method: "POST",
  path: "/v2/data-privacy/erase-data-for-email-address",
  scope: "api:data-privacy:delete",
  resend: "never",
  answer: erasure,
});

/** Erases a phone number and what refers to it, for good (G36). */
export const erasePhoneNumber = operation({
  name: "Delete Phone Number and Associated Elements",
  method: "POST",
  path: "/v2/data-privacy/erase-data-for-phone-number",
  scope: "api:data-privacy:delete",
  resend: "never",
  answer: erasure,
});
