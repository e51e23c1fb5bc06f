import type { FastifyInstance } from "fastify";
import {
  emailSubject,
  erase,
  findReferences,
  matchingNumbers,
  phoneSubject,
} from "../company/privacy";
import type { EmailMessage, EngagementEvent } from "../company/records";
import type { Call, Contact } from "../company/types";
import { email, noBody, object } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, isVisible, typed } from "./api";

const emailQuery = object({ emailAddress: email }, ["emailAddress"]);

/** An unencoded + arrives as a space and is refused here (G36). */
const phoneQuery = object({ phoneNumber: { type: "string", format: "gong-phone" } }, [
  "phoneNumber",
]);

/** The four operations under `/v2/data-privacy`. */
export function registerPrivacy(app: FastifyInstance, state: SandboxState): void {
  const reading = { scope: "api:data-privacy:read" } as const;
  const erasing = { scope: "api:data-privacy:delete" } as const;

  typed(app).get(
    "/v2/data-privacy/data-for-email-address",
    { schema: { querystring: emailQuery }, config: reading },
    async ({ query: { emailAddress } }) => {
      const found = findReferences(state.company, emailSubject(emailAddress));
      return answer(state, {
        ...renderReferences(state, found),
        customerEngagement: found.engagementEvents.map(renderEngagement),
      });
    },
  );

  typed(app).get(
    "/v2/data-privacy/data-for-phone-number",
    { schema: { querystring: phoneQuery }, config: reading },
    async ({ query: { phoneNumber } }) => {
      const subject = phoneSubject(state.company, phoneNumber);
      const found = findReferences(state.company, subject);
      return answer(state, {
        ...renderReferences(state, found),
        suppliedPhoneNumber: phoneNumber,
        matchingPhoneNumbers: matchingNumbers(found, subject),
        emailAddresses: [...subject.emailAddresses],
      });
    },
  );

  // Erasing takes hours in Gong (G36) and an instant here. An unknown address is no error.
  typed(app).post(
    "/v2/data-privacy/erase-data-for-email-address",
    { schema: { querystring: emailQuery, body: noBody }, config: erasing },
    async ({ query: { emailAddress } }) => {
      erase(state.company, emailSubject(emailAddress), state.clock.now());
      return answer(state, {});
    },
  );

  typed(app).post(
    "/v2/data-privacy/erase-data-for-phone-number",
    { schema: { querystring: phoneQuery, body: noBody }, config: erasing },
    async ({ query: { phoneNumber } }) => {
      erase(state.company, phoneSubject(state.company, phoneNumber), state.clock.now());
      return answer(state, {});
    },
  );
}

function renderReferences(state: SandboxState, found: ReturnType<typeof findReferences>) {
  return {
    emails: found.emails.map(renderEmail),
    calls: found.calls.map((call) => renderCallReference(state, call)),
    meetings: found.meetings.map(({ id }) => ({ id })),
    customerData:
      found.contacts.length === 0
        ? []
        : [{ system: "Salesforce", objects: found.contacts.map(renderContact) }],
  };
}

function renderEmail({ to: _, ...message }: EmailMessage) {
  return message;
}

function renderCallReference(state: SandboxState, call: Call) {
  return {
    id: call.id,
    status: isVisible(call, state.clock.now()) ? "COMPLETED" : "IN_PROGRESS",
    externalSystems: call.account
      ? [
          {
            system: "Salesforce",
            objects: [{ objectType: "Task", externalId: `00T${call.id.slice(0, 12)}AAQ` }],
          },
        ]
      : [],
  };
}

function renderContact({ id, objectType, externalId, ...contact }: Contact) {
  return {
    id,
    objectType,
    externalId,
    mirrorId: JSON.stringify({ crmObjectType: objectType.toUpperCase(), crmId: externalId }),
    fields: [
      { name: "Name", value: contact.name },
      { name: "Title", value: contact.title },
      { name: "Email", value: contact.emailAddress },
      { name: "Phone", value: contact.phoneNumber },
    ],
  };
}

function renderEngagement(event: EngagementEvent) {
  return {
    eventType: event.eventType,
    timestamp: event.timestamp,
    contentId: event.contentId,
    contentUrl: event.contentUrl,
    reportingSystem: event.reportingSystem,
    eventName: event.eventName,
    sourceEventId: event.eventId,
  };
}
