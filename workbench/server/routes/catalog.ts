import type { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Workbench } from "../workbench";

/** What the page is drawn from, and the files that it uploads. */
export function registerCatalog(app: FastifyInstance, workbench: Workbench): void {
  app.get("/api/catalog", () => workbench.catalog());
  app.get("/api/state", async () => workbench.state());

  app.addContentTypeParser("application/octet-stream", (_request, payload, done) =>
    done(null, payload),
  );
  app.post<{ Querystring: { name: string; type?: string } }>(
    "/api/files",
    { bodyLimit: 2 ** 31 },
    async ({ body, query: { name, type = "" } }) =>
      workbench.files.take(body as Readable, name, type),
  );
}
