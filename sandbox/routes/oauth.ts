import type { FastifyInstance } from "fastify";
import { OAuthError, type TokenResponse } from "../credentials";
import { isScope } from "../scopes";
import type { SandboxState } from "../state";
import { parseUrl } from "../url";
import { answerUnknownPaths } from "./unknown";

type Query = Record<string, string | string[] | undefined>;

/**
 * Gong's OAuth (G3): the page that asks for consent, which agrees at once here, and the exchange of
 * codes and refresh tokens. Limits do not apply; unknown parameters are ignored, as
 * RFC 6749 §3.1 demands of both.
 */
export function registerOAuth(app: FastifyInstance, state: SandboxState): void {
  const { credentials } = state;
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof OAuthError)) throw error;
    if (error.status === 401) reply.header("www-authenticate", 'Basic realm="Gong sandbox"');
    reply.code(error.status).send({ error: error.code, error_description: error.message });
  });
  answerUnknownPaths(app, "/oauth2", (register) => {
    register.get("/oauth2/authorize", async (request, reply) => {
      const query = request.query as Query;
      const complaints = checkAuthorization(query, credentials.oauthClient.clientId);
      if (complaints.length > 0) {
        // A person reads this in a browser, and the redirect URI cannot be trusted yet.
        return reply
          .code(400)
          .type("text/plain; charset=utf-8")
          .send(`${complaints.join("\n")}\n`);
      }
      const redirectUri = textOf(query.redirect_uri);
      const target = new URL(redirectUri);
      const code = credentials.createCode(scopesOf(query).filter(isScope), redirectUri);
      target.searchParams.set("code", code);
      if (query.state !== undefined) target.searchParams.set("state", textOf(query.state));
      return reply.redirect(target.href, 302);
    });

    register.post("/oauth2/generate-customer-token", async (request) => {
      credentials.checkClient(request.headers.authorization);
      return grant(state, request.query as Query);
    });
  });
}

function checkAuthorization(query: Query, clientId: string): string[] {
  const scopes = scopesOf(query);
  const strangers = scopes.filter((scope) => !isScope(scope));
  return [
    textOf(query.client_id) === clientId ? "" : "client_id: no such client",
    textOf(query.response_type) === "code" ? "" : "response_type: must be code",
    isRedirectUri(textOf(query.redirect_uri))
      ? ""
      : "redirect_uri: must be an absolute https URL, or http on a loopback host",
    scopes.length > 0 ? "" : "scope: must name at least one scope, separated by spaces",
    strangers.length > 0 ? `scope: unknown ${strangers.join(", ")}` : "",
  ].filter(Boolean);
}

function isRedirectUri(text: string): boolean {
  const url = parseUrl(text);
  if (!url) return false;
  const { protocol, hostname, hash } = url;
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return hash === "" && (protocol === "https:" || (protocol === "http:" && isLoopback));
}

/** The values are query parameters, not a form as elsewhere (G3). */
function grant({ credentials }: SandboxState, query: Query): TokenResponse {
  const need = (name: string) => {
    const value = textOf(query[name]);
    if (value) return value;
    throw new OAuthError(400, "invalid_request", `${name} must be given as a query parameter`);
  };
  const grantType = need("grant_type");
  const client = query.client_id;
  if (client !== undefined && client !== credentials.oauthClient.clientId) {
    throw new OAuthError(401, "invalid_client", "client_id is not the client of the Basic header");
  }
  switch (grantType) {
    case "authorization_code":
      return credentials.exchangeCode(need("code"), need("redirect_uri"));
    case "refresh_token":
      return credentials.refresh(need("refresh_token"));
    default:
      throw new OAuthError(400, "unsupported_grant_type", `Unknown grant_type ${grantType}`);
  }
}

function scopesOf(query: Query): string[] {
  return textOf(query.scope).split(" ").filter(Boolean);
}

/** A parameter that is repeated counts as missing. */
function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
