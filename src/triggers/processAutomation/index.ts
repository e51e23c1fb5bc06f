import { type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { matchingRules } from "../../automationRules/evaluate";
import { type CallEvent, factsOf, parsed, toCallEvent } from "../../automationRules/event";
import { rulesInput } from "../../automationRules/inputs";
import { choiceInput, urlInput } from "../../inputs/fields";
import { invokedUrl } from "./address";
import { type EventPayload, exampleEventPayload } from "./example";
import { publicKeyInput } from "./publicKey";
import { bytesOf, textOf } from "./rawBody";
import { EventRefusedError } from "./refusal";
import { verifySignature } from "./signature";

/** Its body is left to the platform, which names the execution in it. */
const accepted = { statusCode: 200, contentType: "application/json" };

/** Receives the events that Gong's automation rules fire, and lets genuine ones pass. */
export const webhook = trigger({
  display: {
    label: "Process Automation Trigger",
    description:
      "Start the flow when an automation rule in Gong fires a webhook for a call, minutes to hours after the call. With a public key, only events that Gong signed pass.",
  },
  scheduleSupport: "valid",
  synchronousResponseSupport: "valid",
  inputs: {
    rules: rulesInput({
      required: false,
      comments:
        "Rules with conditions on the call. The names of those that match are handed on in gong.matchedRules; events that match none pass too, with no names, and Evaluate Automation Rules routes them. A rule that cannot be read is an error.",
    }),
    webhookPublicKey: publicKeyInput,
    webhookUrl: urlInput({
      label: "Webhook URL",
      required: false,
      comments:
        "The URL exactly as it was entered in Gong, query string included. Needed only where a proxy between Gong and the flow rewrites URLs; blank takes the URL that was called. Without a public key it means nothing.",
      placeholder: "https://hooks.example.com/gong?tenant=7",
      example: "https://hooks.example.com/gong?tenant=7",
    }),
    testEvents: choiceInput(
      {
        label: "Test Events",
        required: false,
        default: "pass",
        comments:
          "What happens to the events that Test now in Gong sends: a real call, marked as a test. Refused ones end the run with an error.",
        placeholder: "pass",
        example: "pass",
      },
      { pass: "Let them pass", refuse: "Refuse them" },
    ),
  },
  perform: async (
    { logger, invokeUrl },
    payload,
    { rules = [], webhookPublicKey, webhookUrl, testEvents },
  ) => {
    const raw = bytesOf(payload.rawBody?.data);
    if (isEmpty(raw) && isEmpty(payload.body?.data)) throw new EventRefusedError("no_event");
    if (webhookPublicKey) {
      const called = { ...payload, invokeUrl: payload.invokeUrl || invokeUrl };
      const url = webhookUrl ?? invokedUrl(called);
      await verifySignature({ headers: payload.headers, body: raw, url }, webhookPublicKey);
    } else {
      logger.warn(unsignedWarning);
    }
    const event = eventIn(raw, payload, webhookPublicKey !== undefined);
    const facts = factsOf(event);
    if (facts.isTest && testEvents === "refuse") throw new EventRefusedError("test_event");
    const passed: EventPayload = {
      ...payload,
      body: { ...payload.body, data: event },
      gong: { ...facts, matchedRules: matchingRules(rules, event) },
    };
    // Nothing is asked of Gong on the way, so the answer is fast (G46).
    return { payload: passed, response: accepted };
  },
  examplePayload: { payload: exampleEventPayload, response: accepted },
});

const unsignedWarning =
  "Webhook Public Key is blank, so whoever knows this flow's URL can send events. Choose the signed JWT at the rule in Gong, and copy its public key here.";

/** A run that was not started over HTTP has no body, or an empty one. */
function isEmpty(body: unknown): boolean {
  if (body === undefined || body === null || body === "") return true;
  if (Buffer.isBuffer(body)) return body.length === 0;
  return typeof body === "object" && Object.keys(body).length === 0;
}

/**
 * The event in the bytes that came. A parsed body counts only where there are none and nothing is
 * signed: a signature speaks of the bytes (G45), and that there are none is part of what it says.
 */
function eventIn(raw: Buffer | undefined, { body }: TriggerPayload, isSigned: boolean): CallEvent {
  const event = toCallEvent(parsed(raw && (isSigned || raw.length) ? textOf(raw) : body.data));
  if (!event) throw new EventRefusedError("not_an_event");
  return event;
}
