import type { FastifyInstance } from "fastify";
import {
  type CompanyList,
  type CredentialKind,
  companyLists,
  credentialKinds,
  type FaultOrder,
  faultKinds,
} from "../../shared/state";
import type { Workbench } from "../workbench";

const second = 1000;
const count = { type: "integer", minimum: 0 };
const maxCalls = 20_000;

/** What a body must hold; anything else is refused with status 400, which names the field. */
const bodyOf = (properties: Readonly<Record<string, object>>, ...required: readonly string[]) => ({
  schema: { body: { type: "object", properties, required } },
});
const credential = bodyOf({ credential: { enum: credentialKinds } }, "credential");
const fault = bodyOf({ kind: { enum: faultKinds }, times: count, seconds: count }, "kind");
const clock = bodyOf({ seconds: count }, "seconds");
const reset = bodyOf({ callCount: { ...count, maximum: maxCalls } });
const list = {
  schema: { params: { type: "object", properties: { name: { enum: companyLists } } } },
};

/** The local Gong's levers, its clock and its company. */
export function registerLocalGong(app: FastifyInstance, workbench: Workbench): void {
  const { gong } = workbench;

  app.put<{ Body: { credential: CredentialKind } }>(
    "/api/credential",
    credential,
    async ({ body }) => {
      gong.credential = body.credential;
      return workbench.state();
    },
  );

  app.post<{ Body: FaultOrder }>("/api/faults", fault, async ({ body }) => {
    gong.fail(body);
    return workbench.state();
  });
  app.delete("/api/faults", async () => {
    gong.clearFaults();
    return workbench.state();
  });

  app.post<{ Body: { seconds: number } }>("/api/clock", clock, async ({ body: { seconds } }) => {
    gong.advance(seconds * second);
    return workbench.state();
  });

  app.post<{ Body: { calls: readonly CallOrder[] } }>("/api/calls", async ({ body: { calls } }) => {
    const now = gong.sandbox.clock.now();
    for (const { title, startsIn, visibleAfter } of calls) {
      const startedAt = now + startsIn * second;
      gong.sandbox.createCall({ title, startedAt, visibleAt: startedAt + visibleAfter * second });
    }
    return workbench.state();
  });

  app.get<{ Params: { name: CompanyList } }>("/api/company/:name", list, async ({ params }) => ({
    records: gong.list(params.name),
  }));

  app.post<{ Body: { callCount?: number } }>(
    "/api/reset",
    reset,
    async ({ body: { callCount } }) => {
      await workbench.reset(callCount);
      return workbench.state();
    },
  );
}

/** A call to put into the company; times in seconds. */
interface CallOrder {
  readonly title: string;
  /** From now; negative for the past. */
  readonly startsIn: number;
  /** From its start until Gong shows it. */
  readonly visibleAfter: number;
}
