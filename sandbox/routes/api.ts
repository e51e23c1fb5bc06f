import type { FastifyInstance } from "fastify";
import type { Call } from "../company/types";
import { badRequest, GongError } from "../errors";
import type { JsonSchemaProvider } from "../schemas/json-schema";
import { newRequestId, type SandboxState } from "../state";
import { type Instant, parseInstant } from "../time";

/** The server as route files see it: handlers get the types that their schemas describe. */
export function typed(app: FastifyInstance) {
  return app.withTypeProvider<JsonSchemaProvider>();
}

/** An answer: every one begins with its request id (G7). */
export function answer<T extends object>(
  state: SandboxState,
  members: T,
): T & { requestId: string } {
  return { requestId: newRequestId(state), ...members };
}

/** Whether Gong shows a call yet (G19). */
export function isVisible(call: Call, at: Instant): boolean {
  return call.visibleAt !== null && call.visibleAt <= at;
}

/** A call that Gong shows already; any other is as if it did not exist. */
export function findVisibleCall(state: SandboxState, callId: string): Call | undefined {
  const now = state.clock.now();
  return state.company.calls.find((call) => call.id === callId && isVisible(call, now));
}

/**
 * For operations that list what a workspace has. A mere filter by workspace is different: one that
 * matches nothing is the empty 404 of the list (G8).
 * @throws GongError 404
 */
export function demandWorkspace(state: SandboxState, workspaceId: string): void {
  if (!state.company.workspaces.some(({ id }) => id === workspaceId)) {
    throw new GongError(404, `Workspace ID ${workspaceId} was not found`);
  }
}

/** Whether a filter asks for everything: an empty answer to that is 200 and [] (G8). */
export function isUnfiltered(filter: Record<string, unknown>): boolean {
  return Object.values(filter).every((value) => value === undefined || value === null);
}

/** @throws GongError 400 when a range ends before it begins */
export function checkRange(filter: { fromDateTime?: string; toDateTime?: string }): void {
  const { fromDateTime, toDateTime } = filter;
  if (fromDateTime === undefined || toDateTime === undefined) return;
  const [from, to] = [parseInstant(fromDateTime), parseInstant(toDateTime)];
  if (from !== undefined && to !== undefined && from > to) {
    throw badRequest("fromDateTime", "must not be after toDateTime");
  }
}

/** As {@link checkRange}, for days; @param field names the first one */
export function checkDays(field: string, from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && from > to) {
    throw badRequest(field, "must not be after the date until which to list");
  }
}
