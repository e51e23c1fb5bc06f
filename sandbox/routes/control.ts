import type { FastifyInstance, FastifyRequest } from "fastify";
import { UnreadableBody } from "../bodies";
import { describeOwnComplaint, GongError } from "../errors";
import type { Fault } from "../faults";
import { advanceBody, faultBodies, faultKind } from "../schemas/control";
import type { SandboxState } from "../state";
import { formatInstant, second } from "../time";
import { typed } from "./api";

/** The levers of the sandbox itself, for people who run it from the shell. */
export function registerControl(app: FastifyInstance, state: SandboxState): void {
  app.addHook("onRequest", async ({ headers: { host } }) => {
    // A page that has its own name resolve to 127.0.0.1 would otherwise be let in.
    if (!isLoopbackHost(host)) {
      throw new GongError(403, "The sandbox routes answer on a loopback host only");
    }
  });
  app.addHook("preValidation", async ({ body }) => {
    // JSON only: a page elsewhere cannot send that without asking first, and nobody answers.
    if (body instanceof UnreadableBody) throw body.refusal;
  });

  typed(app).post("/sandbox/faults", { schema: { body: faultKind } }, async (request) => {
    state.faults.next(readFault(request));
    return { pending: state.faults.pending };
  });

  app.delete("/sandbox/faults", async () => {
    state.faults.clear();
    return { pending: 0 };
  });

  app.get("/sandbox/requests", async () => ({ requests: state.requests }));

  app.delete("/sandbox/requests", async () => {
    state.requests.length = 0;
    return { requests: [] };
  });

  typed(app).post("/sandbox/clock/advance", { schema: { body: advanceBody } }, async ({ body }) => {
    state.clock.advance(body.seconds * second);
    return { now: formatInstant(state.clock.now(), { fractionDigits: 3 }) };
  });
}

/** Whether a host with or without a port is this machine. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** @throws GongError 400 when the members do not fit the kind */
function readFault(request: FastifyRequest): Fault {
  const fault = request.body as Fault;
  const validate = request.compileValidationSchema(faultBodies[fault.kind], "body");
  if (validate(fault)) return fault;
  throw new GongError(
    400,
    (validate.errors ?? []).map((complaint) => describeOwnComplaint(complaint, "body")),
  );
}
