import type { FastifyInstance } from "fastify";
import { GongError } from "../errors";
import { guard } from "../pipeline";
import type { SandboxState } from "../state";
import { registerCalls } from "./calls";
import { registerExtensive } from "./extensive";
import { registerTranscripts } from "./transcripts";
import { registerUploads } from "./uploads";
import { registerUsers } from "./users";
import { registerWorkspaces } from "./workspaces";

/** Everything under /v2, what is unknown included. */
export function registerV2(app: FastifyInstance, state: SandboxState): void {
  guard(app, state);
  const known = rememberRoutes(app);

  registerCalls(app, state);
  registerExtensive(app, state);
  registerTranscripts(app, state);
  registerUploads(app, state);
  registerUsers(app, state);
  registerWorkspaces(app, state);

  for (const url of ["/v2", "/v2/*"]) {
    app.all(url, async (request) => {
      const path = request.url.split("?", 1)[0] ?? "";
      const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
      if (methods.length === 0) throw new GongError(404, `No resource found for ${path}`);
      // A known path with a wrong verb (G9).
      throw new GongError(405, `Request method '${request.method}' is not supported`, {
        headers: { allow: methods.join(", ") },
      });
    });
  }
}

function rememberRoutes(app: FastifyInstance): { method: string; pattern: RegExp }[] {
  const known: { method: string; pattern: RegExp }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    if (url === "/v2" || url.endsWith("*")) return;
    const pattern = new RegExp(`^${url.replace(/:\w+/g, "[^/]+")}$`);
    for (const each of [method].flat()) known.push({ method: each, pattern });
  });
  return known;
}
