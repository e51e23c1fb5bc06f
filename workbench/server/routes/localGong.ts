import type { FastifyInstance } from "fastify";
import type { CompanyList, CredentialKind, FaultOrder } from "../../shared/state";
import type { Workbench } from "../workbench";

const second = 1000;

/** The local Gong's levers, its clock and its company. */
export function registerLocalGong(app: FastifyInstance, workbench: Workbench): void {
  const { gong } = workbench;

  app.put<{ Body: { credential: CredentialKind } }>("/api/credential", async ({ body }) => {
    gong.credential = body.credential;
    return workbench.state();
  });

  app.post<{ Body: FaultOrder }>("/api/faults", async ({ body }) => {
    gong.fail(body);
    return workbench.state();
  });
  app.delete("/api/faults", async () => {
    gong.clearFaults();
    return workbench.state();
  });

  app.post<{ Body: { seconds: number } }>("/api/clock", async ({ body: { seconds } }) => {
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

  app.get<{ Params: { name: CompanyList } }>("/api/company/:name", async ({ params }) => ({
    records: gong.list(params.name),
  }));

  app.post<{ Body: { callCount?: number } }>("/api/reset", async ({ body: { callCount } }) => {
    await workbench.reset(callCount);
    return workbench.state();
  });
}

/** A call to put into the company; times in seconds. */
interface CallOrder {
  readonly title: string;
  /** From now; negative for the past. */
  readonly startsIn: number;
  /** From its start until Gong shows it. */
  readonly visibleAfter: number;
}
