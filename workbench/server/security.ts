import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** What only the page knows that was opened by the address of this start. */
export function createToken(): string {
  return randomBytes(24).toString("base64url");
}

/**
 * No script, style or address of elsewhere. Styles are made at run time by the component library,
 * and JSON Forms compiles schemas to functions.
 */
const headers = {
  "content-security-policy":
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * Lets in only the page of this server: requests to another host name (a page elsewhere whose name
 * was made to resolve here) and from another origin are refused.
 */
export function guard(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    const hosts = hostsOf(request);
    const { host = "", origin } = request.headers;
    if (!hosts.includes(host)) {
      return reply.code(403).send({ message: "The workbench responds only on this machine." });
    }
    if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) {
      return reply.code(403).send({ message: "The workbench responds only to its own page." });
    }
  });
}

/**
 * Every route of this scope needs the token. It hangs on the route and not on the path as it is
 * written: `/%61pi/state` and `http://127.0.0.1/api/state` lead to the same one as `/api/state`.
 */
export function demandToken(api: FastifyInstance, token: string): void {
  api.addHook("onRequest", async (request, reply) => {
    if (carries(request, token)) return;
    return reply.code(401).send({
      message: "The token is missing or old. Open the address that npm run workbench printed.",
    });
  });
}

function hostsOf({ socket }: FastifyRequest): string[] {
  return [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
}

function carries({ headers: { authorization = "" } }: FastifyRequest, token: string): boolean {
  const given = Buffer.from(authorization.replace(/^Bearer /, ""));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
