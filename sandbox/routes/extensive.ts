import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import { contentOf } from "../company/content";
import { interactionOf } from "../company/interaction";
import type { Call, Party } from "../company/types";
import { demandScope } from "../credentials";
import { badRequest } from "../errors";
import { extensiveBody } from "../schemas/calls";
import { noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { within } from "../time";
import { answer, checkRange, typed } from "./api";
import { pageOfCalls, renderBasicCall } from "./calls";
import { renderCallContext, renderPartyContext, type Timing } from "./context";
import { signMediaUrls } from "./media";

type Selector = NonNullable<FromSchema<typeof extensiveBody>["contentSelector"]>;
type ExposedFields = NonNullable<Selector["exposedFields"]>;

/** Asks for everything but links to recordings: what an automation rule's event carries (G44). */
export const wholeEvent = {
  context: "Extended",
  exposedFields: {
    parties: true,
    content: {
      structure: true,
      topics: true,
      trackers: true,
      trackerOccurrences: true,
      brief: true,
      outline: true,
      highlights: true,
      callOutcome: true,
      keyPoints: true,
    },
    interaction: { speakers: true, personInteractionStats: true, video: true, questions: true },
    collaboration: { publicComments: true },
  },
} as const satisfies Selector;

/** `POST /v2/calls/extensive` */
export function registerExtensive(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/calls/extensive",
    {
      schema: { body: extensiveBody, querystring: noQuery },
      config: { scope: "api:calls:read:extensive" },
    },
    async ({ body: { cursor, ...inputs }, caller }) => {
      const { filter, contentSelector = {} } = inputs;
      if (contentSelector.contextTiming && contentSelector.context !== "Extended") {
        throw badRequest(
          "contentSelector.contextTiming",
          "can be provided only when context is set to Extended", // G30
        );
      }
      // Links to recordings need a scope of their own, beside that of the operation.
      if (contentSelector.exposedFields?.media && caller) {
        demandScope(caller, "api:calls:read:media-url");
      }
      checkRange(filter);
      const inRange = within(filter.fromDateTime, filter.toDateTime);
      const callIds = filter.callIds && new Set(filter.callIds);
      const hosts = filter.primaryUserIds && new Set(filter.primaryUserIds);
      const { records, items } = pageOfCalls(state, {
        operation: "POST /v2/calls/extensive",
        inputs,
        filter,
        cursor,
        matches: (call) =>
          inRange(call.startedAt) &&
          (filter.workspaceId === undefined || call.workspaceId === filter.workspaceId) &&
          (!callIds || callIds.has(call.id)) &&
          (!hosts || hosts.has(call.primaryUserId)),
      });
      return answer(state, {
        records,
        calls: items.map((call) => renderCall(state, call, contentSelector)),
      });
    },
  );
}

/** A call as `POST /v2/calls/extensive` answers it, and as a webhook carries it (G44). */
export function renderCall(state: SandboxState, call: Call, selector: Selector) {
  const { context = "None", contextTiming = ["Now"], exposedFields: exposed = {} } = selector;
  const timings: readonly Timing[] = context === "Extended" ? contextTiming : ["Now"];
  return {
    metaData: renderBasicCall(call),
    ...(context !== "None" && { context: renderCallContext(call, context, timings) }),
    ...(exposed.parties &&
      call.parties && {
        parties: call.parties.map((party) => renderParty(party, context, timings)),
      }),
    content: renderContent(state, call, exposed.content),
    interaction: renderInteraction(call, exposed.interaction),
    ...(exposed.collaboration?.publicComments && {
      collaboration: { publicComments: call.comments },
    }),
    ...(exposed.media && hasMedia(call) && { media: signMediaUrls(state, call) }),
  };
}

/** Calls that gave a URL keep their media elsewhere: what is not available is left out (G30). */
function hasMedia(call: Call): boolean {
  return call.mediaSource === "recorded" || call.mediaSource === "upload";
}

function renderParty(
  { contact, ...party }: Party,
  context: "None" | "Basic" | "Extended",
  timings: readonly Timing[],
) {
  return {
    ...party,
    context: context === "None" || !contact ? [] : renderPartyContext(contact, context, timings),
  };
}

function renderContent(state: SandboxState, call: Call, wanted: ExposedFields["content"]) {
  if (!wanted || !Object.values(wanted).some(Boolean)) return undefined;
  const content = contentOf(call, state.company);
  // `pointsOfInterest` is deprecated: accepted, and left out (G30).
  return {
    ...(wanted.structure && { structure: content.structure }),
    ...(wanted.topics && { topics: content.topics }),
    ...(wanted.trackers && {
      trackers: content.trackers.map((tracker) =>
        wanted.trackerOccurrences ? tracker : withoutOccurrences(tracker),
      ),
    }),
    ...(wanted.brief && { brief: content.brief }),
    ...(wanted.outline && { outline: content.outline }),
    ...(wanted.highlights && { highlights: content.highlights }),
    ...(wanted.callOutcome && { callOutcome: content.callOutcome }),
    ...(wanted.keyPoints && { keyPoints: content.keyPoints }),
    // With whatever else of the content is asked for: no switch is known for it (G51).
    ...(content.scorecardsAnswers.length > 0 && { scorecardsAnswers: content.scorecardsAnswers }),
  };
}

function withoutOccurrences({ occurrences: _, phrases, ...tracker }: TrackerHits) {
  return { ...tracker, phrases: phrases.map(({ count, phrase }) => ({ count, phrase })) };
}

type TrackerHits = ReturnType<typeof contentOf>["trackers"][number];

function renderInteraction(call: Call, wanted: ExposedFields["interaction"]) {
  if (!wanted || !Object.values(wanted).some(Boolean)) return undefined;
  const interaction = interactionOf(call);
  return {
    ...(wanted.speakers && { speakers: interaction.speakers }),
    ...(wanted.personInteractionStats && { interactionStats: interaction.interactionStats }),
    ...(wanted.video && { video: interaction.video }),
    ...(wanted.questions && { questions: interaction.questions }),
  };
}
