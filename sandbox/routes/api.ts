import type { FastifyInstance } from "fastify";
import type { Call } from "../company/types";
import type { JsonSchemaProvider } from "../schemas/json-schema";
import { newRequestId, type SandboxState } from "../state";
import type { Instant } from "../time";

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

export function findVisibleCall(state: SandboxState, callId: string): Call | undefined {
  const now = state.clock.now();
  return state.company.calls.find((call) => call.id === callId && isVisible(call, now));
}
