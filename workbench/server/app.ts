import path from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { registerCatalog } from "./routes/catalog";
import { registerLocalGong } from "./routes/localGong";
import { registerRuns } from "./routes/runs";
import { registerTriggers } from "./routes/triggers";
import { demandToken, guard } from "./security";
import { servePage } from "./staticFiles";
import type { Workbench } from "./workbench";

/** Where the page is built. */
export const pageFolder = path.resolve(__dirname, "../dist");

/** JSON that a form can hold; chosen files go another way. */
const bodyLimit = 50 * 1024 * 1024;

/** The server of the page and of all that it asks for. The caller makes it listen on 127.0.0.1. */
export function createApp(workbench: Workbench, token: string): FastifyInstance {
  const app = Fastify({ bodyLimit, forceCloseConnections: true });
  guard(app);
  app.setErrorHandler((error, _request, reply) => {
    const { message, statusCode = 500 } = error as Error & { statusCode?: number };
    reply.code(statusCode).send({ message });
  });
  servePage(app, pageFolder);
  app.register(async (api) => {
    demandToken(api, token);
    registerCatalog(api, workbench);
    registerRuns(api, workbench);
    registerTriggers(api, workbench);
    registerLocalGong(api, workbench);
  });
  return app;
}
