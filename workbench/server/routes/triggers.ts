import type { FastifyInstance } from "fastify";
import type { WebhookKind } from "../../../sandbox";
import { startWebhookReceiver } from "../../../scripts/support/webhookReceiver";
import type { Values } from "../../shared/catalog";
import type { ConnectionChoice } from "../../shared/run";
import { targetOf } from "../connections";
import { streamEvents } from "../stream";
import type { Workbench } from "../workbench";

interface TriggerBody {
  readonly key: string;
  readonly inputs: Values;
  readonly connection: ConnectionChoice;
}

interface WebhookBody extends TriggerBody {
  readonly event: WebhookKind;
  readonly isTest?: boolean;
  readonly callId?: string;
}

type Inputs = Record<string, unknown>;

/** Starts triggers: by an event of the local Gong, or as a schedule would. */
export function registerTriggers(app: FastifyInstance, workbench: Workbench): void {
  app.post<{ Body: WebhookBody }>("/api/webhook", async ({ body }, reply) => {
    const { key, event, isTest = false, callId } = body;
    const item = await workbench.find("trigger", key);
    const { connection } = await targetOf(workbench, { kind: "local" }, item);
    const inputs = workbench.files.resolve(body.inputs) as Inputs;
    const payload = await receive(workbench, { kind: event, isTest, ...(callId && { callId }) });
    return streamEvents(reply, (onEvent) =>
      workbench.localHost.run({ kind: "trigger", key, inputs, connection, payload }, onEvent),
    );
  });

  app.post<{ Body: TriggerBody }>("/api/poll", async ({ body }, reply) => {
    const { key } = body;
    const item = await workbench.find("trigger", key);
    const { host, connection } = await targetOf(workbench, body.connection, item);
    const inputs = workbench.files.resolve(body.inputs) as Inputs;
    const timeline = workbench.timeline(key);
    const note = timeline.poll();
    return streamEvents(reply, async (onEvent) => {
      const remains = await host.run(
        {
          kind: "trigger",
          key,
          inputs,
          connection,
          instanceState: structuredClone(timeline.instanceState),
        },
        (event) => {
          note(event);
          onEvent(event);
        },
      );
      if (remains.instanceState) timeline.instanceState = remains.instanceState;
    });
  });

  app.get<{ Params: { key: string } }>("/api/timeline/:key", async ({ params: { key } }) =>
    workbench.timeline(key).view(),
  );
  app.delete<{ Params: { key: string } }>("/api/timeline/:key", async ({ params: { key } }) =>
    workbench.restartTimeline(key).view(),
  );
}

/** Has the local Gong send an event, and gives it as the platform would hand it to the trigger. */
async function receive(
  { gong }: Workbench,
  order: { kind: WebhookKind; isTest: boolean; callId?: string },
): Promise<object> {
  const receiver = await startWebhookReceiver();
  try {
    await gong.sandbox.webhooks.fire({ url: receiver.url, ...order });
    const [payload] = receiver.received;
    if (!payload) throw new Error("The local Gong's event did not arrive.");
    return payload;
  } finally {
    await receiver.stop();
  }
}
