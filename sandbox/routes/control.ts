import type { FastifyInstance, FastifyRequest } from "fastify";
import { UnreadableBody } from "../bodies";
import type { Call } from "../company/types";
import { describeOwnComplaint, GongError } from "../errors";
import type { Fault } from "../faults";
import { levers, pull } from "../levers";
import { placeCall } from "../place-call";
import {
  advanceBody,
  emptyBody,
  faultBodies,
  faultKind,
  leverBody,
  leverParams,
  newCallBody,
} from "../schemas/control";
import type { SandboxState } from "../state";
import { formatInstant, second } from "../time";
import { typed } from "./api";

/** The levers of the sandbox itself, for the shell and the workbench. */
export function registerControl(app: FastifyInstance, state: SandboxState): void {
  app.addHook("onRequest", async ({ headers: { host } }) => {
    // A page that has its own name resolve to 127.0.0.1 would otherwise be let in.
    if (!isLoopbackHost(host)) {
      throw new GongError(403, "The sandbox routes answer on a loopback host only");
    }
  });
  app.addHook("preValidation", async ({ body }) => {
    // JSON only: a page elsewhere cannot send that without asking first, and gets no answer.
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

  app.get("/sandbox/levers", async () => ({
    levers: [
      ...Object.entries(levers).map(([name, { label }]) => ({ name, label })),
      { name: "usedUpDay", label: "Used-up day" },
    ],
    pending: state.faults.pending,
  }));

  typed(app).post(
    "/sandbox/levers/:name",
    { schema: { params: leverParams, body: leverBody } },
    async ({ params: { name }, body }) => {
      if (name === "usedUpDay") state.limiter.useUpDay();
      else pull(state, name, body);
      return { pending: state.faults.pending };
    },
  );

  typed(app).post("/sandbox/reset", { schema: { body: emptyBody } }, async () => {
    state.reset();
    return { now: nowIn(state) };
  });

  registerCompany(app, state);

  app.get("/sandbox/requests", async () => ({ requests: state.requests }));

  app.delete("/sandbox/requests", async () => {
    state.requests.length = 0;
    return { requests: [] };
  });

  typed(app).post("/sandbox/clock/advance", { schema: { body: advanceBody } }, async ({ body }) => {
    state.clock.advance(body.seconds * second);
    return { now: nowIn(state) };
  });

  app.get("/sandbox/clock", async () => ({ now: nowIn(state) }));
}

function nowIn({ clock }: SandboxState): string {
  return formatInstant(clock.now(), { fractionDigits: 3 });
}

/** The data of the company to look at, and calls that arrive late. */
function registerCompany(app: FastifyInstance, state: SandboxState): void {
  app.get("/sandbox/company", async () => {
    const { timeZone, users, workspaces, contacts, calls } = state.company;
    const accounts = new Map(contacts.map(({ account }) => [account.externalId, account]));
    return { timeZone, users, workspaces, accounts: [...accounts.values()], calls: calls.length };
  });

  app.get("/sandbox/calls", async () => ({
    calls: [...state.company.calls]
      .sort((one, other) => one.startedAt - other.startedAt)
      .map(renderPlaced),
  }));

  typed(app).post("/sandbox/calls", { schema: { body: newCallBody } }, async ({ body }) => {
    const { visibleInSeconds = 0, ...rest } = body;
    const visibleAt = state.clock.now() + visibleInSeconds * second;
    return renderPlaced(placeCall(state, { title: "A late arrival", ...rest, visibleAt }));
  });
}

/** When a call took place, and from when on it is shown (G19); null: never. */
function renderPlaced({ id, title, started, visibleAt, isPrivate }: Call) {
  const shown = visibleAt === null ? null : formatInstant(visibleAt, { fractionDigits: 3 });
  return { id, title, started, visibleAt: shown, isPrivate };
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
