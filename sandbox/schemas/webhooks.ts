import { boolean, id, list, object, oneOf, text } from "./json-schema";

/** What can be wrong with a webhook: nothing, and everything that a receiver must refuse. */
export const webhookKinds = [
  "signed",
  "unsigned",
  "forged",
  "expired",
  "wrongUrl",
  "tampered",
  "algNone",
  "hs256",
] as const;

/** `POST /sandbox/webhooks`; its members are explained at `WebhookOrder`. */
export const webhookBody = object(
  {
    url: text,
    callId: id,
    kind: oneOf(...webhookKinds),
    isTest: boolean,
    webhookUrl: text,
    expiresInSeconds: { type: "integer" },
    without: list(oneOf("webhook_url", "body_sha256", "exp")),
    headerName: { type: "string", pattern: "^[A-Za-z-]+$" },
    prefix: { type: "string", pattern: "^[A-Za-z ]*$" },
    body: text,
  },
  ["url"],
);
