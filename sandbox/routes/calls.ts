import type { FastifyInstance } from "fastify";
import type { Call } from "../company/types";
import { callNotFound, nothingFound } from "../errors";
import type { Records } from "../paging";
import { listCallsQuery } from "../schemas/calls";
import { idParams, noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { type Instant, parseInstant, within } from "../time";
import { answer, checkRange, findVisibleCall, isUnfiltered, isVisible, typed } from "./api";

/** Reads of basic call data: `GET /v2/calls` and `GET /v2/calls/{id}`. */
export function registerCalls(app: FastifyInstance, state: SandboxState): void {
  typed(app).get(
    "/v2/calls",
    { schema: { querystring: listCallsQuery }, config: { scope: "api:calls:read:basic" } },
    async ({ query: { cursor, ...filter } }) => {
      checkRange(filter);
      const inRange = within(filter.fromDateTime, filter.toDateTime);
      const { records, items } = pageOfCalls(state, {
        operation: "GET /v2/calls",
        inputs: filter,
        filter,
        cursor,
        // Web conferences are filtered by their scheduled time here, and only here (G18).
        matches: (call) =>
          inRange(scheduledOrStarted(call)) &&
          (filter.workspaceId === undefined || call.workspaceId === filter.workspaceId),
      });
      return answer(state, { records, calls: items.map(renderBasicCall) });
    },
  );

  typed(app).get(
    "/v2/calls/:id",
    {
      schema: { params: idParams, querystring: noQuery },
      config: { scope: "api:calls:read:basic" },
    },
    async ({ params: { id } }) => {
      const call = findVisibleCall(state, id);
      if (!call) throw callNotFound(id);
      return answer(state, { call: renderBasicCall(call) });
    },
  );
}

interface CallPageRequest {
  operation: string;
  /** All that the caller sent but the cursor. */
  inputs: unknown;
  /** The part of it that narrows the list down. */
  filter: Record<string, unknown>;
  cursor: string | undefined;
  matches(call: Call): boolean;
  /** Whether what is asked of the call is there; the call itself by default. */
  isReady?(call: Call, at: Instant): boolean;
}

/**
 * A page of the visible calls that match.
 * @throws GongError the 404 that means empty (G8)
 */
export function pageOfCalls(
  state: SandboxState,
  { operation, inputs, filter, cursor, matches, isReady = isVisible }: CallPageRequest,
): { records: Records; items: Call[] } {
  const now = state.clock.now();
  const matching = state.company.calls.filter(matches);
  const page = state.pager.page({
    operation,
    inputs,
    cursor,
    list: matching.filter((call) => isReady(call, now)),
    // Calls that Gong still analyses are counted already (G15).
    hidden: matching.filter((call) => call.visibleAt !== null && !isReady(call, now)).length,
    // Ids have nothing to do with time: do not rely on the order of calls (G16).
    keyOf: ({ id }) => id.padStart(20, "0"),
  });
  if (page.items.length === 0 && !isUnfiltered(filter)) throw nothingFound("calls");
  return page;
}

function scheduledOrStarted(call: Call): number {
  if (call.direction !== "Conference" || call.scheduled === null) return call.startedAt;
  return parseInstant(call.scheduled) ?? call.startedAt;
}

/** The basic data of a call, which is also the `metaData` of an extensive answer. */
export function renderBasicCall(call: Call) {
  return {
    id: call.id,
    url: callUrl(call.id),
    title: call.title,
    scheduled: call.scheduled,
    started: call.started,
    duration: call.duration,
    primaryUserId: call.primaryUserId,
    direction: call.direction,
    system: call.system,
    scope: call.scope,
    media: call.media,
    language: call.language,
    workspaceId: call.workspaceId,
    sdrDisposition: call.sdrDisposition,
    clientUniqueId: call.clientUniqueId,
    customData: call.customData,
    purpose: call.purpose,
    meetingUrl: call.meetingUrl,
    isPrivate: call.isPrivate,
    calendarEventId: call.calendarEventId,
  };
}

/** The page of a call in Gong. */
export function callUrl(callId: string): string {
  return `https://app.gong.io/call?id=${callId}`;
}
