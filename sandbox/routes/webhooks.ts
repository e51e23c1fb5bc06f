import type { FastifyInstance } from "fastify";
import { webhookBody } from "../schemas/webhooks";
import type { Webhooks } from "../webhooks";
import { typed } from "./api";

/** Levers for webhooks: fire one, and see the key that receivers check it with. */
export function registerWebhooks(app: FastifyInstance, webhooks: Webhooks): void {
  typed(app).post("/sandbox/webhooks", { schema: { body: webhookBody } }, async ({ body }) =>
    webhooks.fire(body),
  );

  app.get("/sandbox/webhooks", async () => ({ publicKey: webhooks.publicKey }));
}
