import { type ActionContext, type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { matchingRules } from "../../automationRules/evaluate";
import { type CallEvent, factsOf, toCallEvent } from "../../automationRules/event";
import { leavesOutPrivateCalls } from "../../connections/settings";
import type { ValuesOf } from "../../inputs/define";
import { toBinaryFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import { isBlank } from "../../inputs/readers";
import { exampleOfShape } from "../../schemas/examples";
import { decodeText, jsonOrNothing } from "../../text/json";
import { exampleRun } from "../exampleRun";
import { invokedUrl } from "./address";
import { inputs } from "./inputs";
import { EventRefusedError } from "./refusal";
import { maxBodyBytes, verifySignature } from "./signature";

const openNote =
  "Webhook Public Key is blank, so signatures are not checked and any request to this flow's URL starts it.";
const simulatedNote = "This is a simulated test run: its signature was not checked.";

const marks = { isTest: false, isPrivate: false };

/** What the next step sees of an event: the payload as it came, and beside it what it is about. */
export const exampleEventPayload = {
  ...exampleRun,
  headers: { "content-type": "application/json", authorization: "eyJhbGciOiJSUzI1NiJ9…" },
  rawBody: { data: "{…}", contentType: "application/json" },
  // Real events hold more (G44).
  body: {
    data: { callData: exampleOfShape("CallData"), ...marks },
    contentType: "application/json",
  },
  gong: { callId: "7782342274025937895", ...marks, matchedRules: ["Large renewals"] },
};

/** Starts flows on the events of Gong's automation rules; what it does not check passes (B9). */
export const webhook = trigger({
  display: {
    label: "Process Automation Trigger",
    description:
      "Start the flow when an automation rule in Gong fires a webhook for a call, minutes to hours after the call. With a public key, only events that Gong signed pass.",
  },
  scheduleSupport: "valid",
  synchronousResponseSupport: "valid",
  inputs,
  perform: async (context, payload, { rules, testEvents, connection, ...settings }) => {
    if (rules instanceof InputError) {
      context.logger.warn(`${rules.message} No rules apply to this run.`);
    }
    const checked = await checkedPayload(context, payload, settings);
    const event = eventIn(checked);
    if (!event) return { payload: checked };
    const facts = factsOf(event);
    if (facts.isTest && testEvents === "refuse" && !context.isSimulatedTestExecution) {
      throw new EventRefusedError("test_event");
    }
    if (facts.isPrivate && leavesOutPrivateCalls(connection?.fields?.privateCalls)) {
      context.logger.info(
        "The event is about a private call, and the connection leaves out private calls.",
      );
      return { payload: { ...withoutBody(checked), gong: { ...facts, leftOut: true } } };
    }
    const matchedRules = rules instanceof InputError ? [] : matchingRules(rules, event);
    return { payload: { ...checked, gong: { ...facts, matchedRules } } };
  },
  examplePayload: { payload: exampleEventPayload },
});

/** What is left of a payload whose call must not reach the flow (G62). */
function withoutBody({ body, rawBody, ...rest }: TriggerPayload): TriggerPayload {
  const data = undefined;
  return { ...rest, body: { ...body, data }, rawBody: { ...rawBody, data } };
}

/** The payload, with the body that Gong signed (G45); simulated runs pass unchecked (B11). */
async function checkedPayload(
  { logger, isSimulatedTestExecution, invokeUrl }: ActionContext,
  payload: TriggerPayload,
  { webhookPublicKey, requireSignature, webhookUrl }: Partial<ValuesOf<typeof inputs>>,
): Promise<TriggerPayload> {
  const isOpen = !webhookPublicKey && !requireSignature;
  if (isOpen) logger.debug(openNote);
  else if (isSimulatedTestExecution) logger.info(simulatedNote);
  if (isOpen || isSimulatedTestExecution) return payload;
  if (!webhookPublicKey) throw new EventRefusedError("no_key");
  const { headers, rawBody, body, queryParameters } = payload;
  const url = webhookUrl ?? invokedUrl(payload.invokeUrl || invokeUrl, queryParameters);
  const request = { headers, body: bytesOf(rawBody?.data), url };
  const signed = await verifySignature(request, webhookPublicKey);
  return { ...payload, body: { ...body, data: jsonOrNothing(signed) ?? decodeText(signed) } };
}

/** The event that a body holds, parsed or as text; a blank body leaves it to the bytes that came. */
function eventIn({ body, rawBody }: TriggerPayload): CallEvent | undefined {
  const data = isBlank(body?.data) ? rawBody?.data : body.data;
  const bytes = bytesOf(data);
  if (!bytes) return toCallEvent(data);
  return bytes.length > maxBodyBytes ? undefined : toCallEvent(jsonOrNothing(bytes));
}

/** Bytes arrive as a Buffer, as a Buffer that went through JSON, or as text; nothing else has any. */
function bytesOf(data: unknown): Buffer | undefined {
  return typeof data === "string" ? Buffer.from(data) : toBinaryFile(data)?.data;
}
