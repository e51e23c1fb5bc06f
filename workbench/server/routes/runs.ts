import type { FastifyInstance } from "fastify";
import type { Values } from "../../shared/catalog";
import type { RunRequest } from "../../shared/run";
import { targetOf } from "../connections";
import { streamEvents } from "../stream";
import type { Workbench } from "../workbench";

const schema = {
  body: {
    type: "object",
    properties: { inputs: { type: "object" }, connection: { type: "object" } },
    required: ["kind", "key", "inputs", "connection"],
  },
};

type Inputs = Record<string, unknown>;

/** Runs actions and pickers, and the checks of inputs. */
export function registerRuns(app: FastifyInstance, workbench: Workbench): void {
  app.post<{ Body: RunRequest }>("/api/run", { schema }, async ({ body }, reply) => {
    const { kind, key, confirmed = false } = body;
    const item = await workbench.find(kind, key);
    const { host, connection, isReal } = await targetOf(workbench, body.connection, item);
    if (isReal && item.changes && !confirmed) {
      return reply.code(409).send({ message: `${item.label} changes data in a real account.` });
    }
    const inputs = workbench.files.resolve(body.inputs) as Inputs;
    return streamEvents(reply, (onEvent) => host.run({ kind, key, inputs, connection }, onEvent));
  });

  app.post<{ Body: { kind: string; key: string; inputs: Values } }>(
    "/api/check",
    async ({ body: { kind, key, inputs } }) => {
      const resolved = workbench.files.resolve(inputs) as Inputs;
      return workbench.localHost.check({ kind, key, inputs: resolved });
    },
  );

  app.post("/api/stop", async () => {
    workbench.localHost.stop();
    workbench.accountHost.stop();
    return {};
  });
}
