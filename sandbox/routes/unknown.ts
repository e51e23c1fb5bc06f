import type { FastifyInstance } from "fastify";
import { GongError } from "../errors";

/**
 * Registers routes below a prefix, and answers everything else there: 404 for an unknown path, 405
 * for a known one with the wrong verb (G9). As a route of its own, so that every hook applies to it.
 */
export function answerUnknownPaths(
  app: FastifyInstance,
  prefix: string,
  register: (app: FastifyInstance) => void,
): void {
  const known: { method: string; pattern: RegExp }[] = [];
  let registering = true;
  app.addHook("onRoute", ({ method, url }) => {
    if (!registering) return;
    const pattern = new RegExp(`^${url.replace(/:\w+/g, "[^/]+")}$`);
    for (const each of [method].flat()) known.push({ method: each, pattern });
  });
  register(app);
  registering = false;

  for (const url of [prefix, `${prefix}/*`]) {
    app.all(url, async (request) => {
      const path = request.url.split("?", 1)[0] ?? "";
      const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
      if (methods.length === 0) throw new GongError(404, `No resource found for ${path}`);
      throw new GongError(405, `Request method '${request.method}' is not supported`, {
        headers: { allow: methods.join(", ") },
      });
    });
  }
}
