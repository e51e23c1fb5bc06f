import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import type { EngagementEvent } from "../company/records";
import { badRequest, GongError } from "../errors";
import { numeric } from "../json";
import { createRandom, hashSeed } from "../random";
import { contentSharedBody, contentViewedBody, customActionBody } from "../schemas/engagement";
import { noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, typed } from "./api";

type EventBody = FromSchema<typeof customActionBody>;
type Person = { email?: string | undefined } | undefined;

/** The three older engagement calls (G42). */
export function registerEngagement(app: FastifyInstance, state: SandboxState): void {
  const config = { scope: "api:engagement-data:write" } as const;

  typed(app).put(
    "/v2/customer-engagement/content/shared",
    { schema: { body: contentSharedBody, querystring: noQuery }, config },
    async ({ body }) => accept(state, "contentShared", body, body.recipients ?? []),
  );
  typed(app).put(
    "/v2/customer-engagement/content/viewed",
    { schema: { body: contentViewedBody, querystring: noQuery }, config },
    async ({ body }) => accept(state, "contentViewed", body, [body.viewer]),
  );
  typed(app).put(
    "/v2/customer-engagement/action",
    { schema: { body: customActionBody, querystring: noQuery }, config },
    async ({ body }) => accept(state, "customEvent", body, [body.actor]),
  );
}

function accept(
  state: SandboxState,
  eventType: EngagementEvent["eventType"],
  body: Omit<EventBody, "actor" | "agentPlatform" | "eventInfoUrl">,
  people: Person[],
) {
  const { engagementEvents, workspaces } = state.company;
  const { reportingSystem, eventId, workspaceId, trackingId } = body;
  if (trackingId && people.some(Boolean)) {
    throw badRequest("trackingId", "must be null if a person is sent instead");
  }
  if (workspaceId && !workspaces.some(({ id }) => id === workspaceId)) {
    throw badRequest("workspaceId", `workspace ${workspaceId} was not found`);
  }
  const isRepeat = (event: EngagementEvent) =>
    event.reportingSystem === reportingSystem && event.eventId === eventId;
  if (eventId !== undefined && engagementEvents.some(isRepeat)) {
    throw new GongError(409, "Event was already reported in the past");
  }
  const participants: Person[] = [...people, ...(body.nonCompanyParticipants ?? [])];
  engagementEvents.push({
    eventType,
    reportingSystem,
    eventId: eventId ?? null,
    timestamp: body.eventTimestamp,
    contentId: body.contentId ?? null,
    contentUrl: body.contentUrl ?? null,
    eventName: body.actionName ?? null,
    emailAddresses: participants.flatMap((person) => person?.email ?? []),
    body: { ...body },
  });
  return answer(state, { integrationId: numeric(integrationIdOf(reportingSystem)) }); // G17
}

/** One integration for each reporting system. */
function integrationIdOf(reportingSystem: string): string {
  return createRandom(hashSeed(`integration/${reportingSystem}`)).id();
}
