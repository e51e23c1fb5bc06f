import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import { badRequest, GongError } from "../errors";
import { digitalInteractionBody } from "../schemas/digital";
import { noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, typed } from "./api";

type Body = FromSchema<typeof digitalInteractionBody>;

/** `POST /v2/digital-interaction`, which replaces the older events (G42). */
export function registerDigitalInteraction(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/digital-interaction",
    {
      schema: { body: digitalInteractionBody, querystring: noQuery },
      config: { scope: "api:digital-interactions:write" },
    },
    async ({ body }) => {
      checkPerson(body);
      const { engagementEvents } = state.company;
      const isRepeat = engagementEvents.some(
        ({ eventType, eventId }) => eventType === "digitalInteraction" && eventId === body.eventId,
      );
      if (isRepeat) throw new GongError(409, "Event was already reported in the past");
      engagementEvents.push({
        eventType: "digitalInteraction",
        reportingSystem: body.sourceSystemName ?? "",
        eventId: body.eventId,
        timestamp: body.timestamp,
        contentId: body.content.contentId ?? null,
        contentUrl: body.content.contentUrl ?? null,
        eventName: body.eventType,
        emailAddresses: body.person?.email ? [body.person.email] : [],
        body: { ...body },
      });
      return answer(state, {});
    },
  );
}

function checkPerson({ person, trackingId }: Body): void {
  if (person && trackingId !== undefined) {
    throw badRequest("trackingId", "must be null if a person is sent instead");
  }
  if (!person || person.name || person.email || person.phoneNumber) return;
  if (person.personBusinessContext) return;
  // An anonymous person is known by these two.
  if (!person.personId) throw badRequest("person.personId", "is required for an anonymous person");
  if (!person.company?.domain) {
    throw badRequest("person.company.domain", "is required for an anonymous person");
  }
}
