import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import formbody from "@fastify/formbody";
import fastify from "fastify";
import { generate } from "selfsigned";

/** Where prism exchanges a refresh token for an access token, and who is let in. */
export interface SignIn {
  /** Host and port of the exchange, as `/auth/meta` names it; prism puts `https` before it. */
  readonly domain: string;
  /** A file with the certificate to trust, for `NODE_EXTRA_CA_CERTS`. */
  readonly certificateFile: string;
  readonly accessToken: string;
  readonly expiredAccessToken: string;
  readonly refreshToken: string;
  readonly revokedRefreshToken: string;
  /** @returns what is wrong with the `Authorization` header, nothing when it opens the door */
  objectionTo(authorization: string | undefined): string | undefined;
  stop(): Promise<void>;
}

/** Seconds that an access token is valid for: long enough to try things out. */
const lifetime = 24 * 3600;

/**
 * Starts the exchange. It speaks HTTPS, because prism asks nothing else for a token.
 *
 * @throws Error when no port is free
 */
export async function startSignIn(): Promise<SignIn> {
  const accessTokens = [makeToken(lifetime)];
  const expiredAccessToken = makeToken(-60);
  const refreshToken = `refresh-${randomUUID()}`;
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const folder = mkdtempSync(path.join(tmpdir(), "sign-in-"));
  const certificateFile = path.join(folder, "certificate.pem");
  writeFileSync(certificateFile, cert);

  const server = fastify({ https: { key, cert }, forceCloseConnections: true });
  await server.register(formbody);
  server.post<{ Body: Record<string, string> }>("/oauth/token", async ({ body }, reply) => {
    if (body.grant_type !== "refresh_token" || body.refresh_token !== refreshToken) {
      return reply
        .status(403)
        .send({ error: "invalid_grant", error_description: "Unknown or invalid refresh token." });
    }
    const token = makeToken(lifetime);
    accessTokens.push(token);
    return { access_token: token, expires_in: lifetime, token_type: "Bearer", scope: "openid" };
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });

  return {
    domain: new URL(url).host,
    certificateFile,
    accessToken: accessTokens[0] ?? "",
    expiredAccessToken,
    refreshToken,
    revokedRefreshToken: `revoked-${randomUUID()}`,
    objectionTo: (authorization = "") => {
      const token = authorization.replace(/^Bearer /, "");
      if (accessTokens.includes(token)) return undefined;
      return token === expiredAccessToken ? "Signature has expired" : "Error decoding signature";
    },
    stop: async () => {
      rmSync(folder, { recursive: true });
      await server.close();
    },
  };
}

/** A token in the form of a JWT, of which prism reads the expiry. */
function makeToken(expiresInSeconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + expiresInSeconds;
  return [part({ alg: "HS256", typ: "JWT" }), part({ exp, jti: randomUUID() }), randomUUID()].join(
    ".",
  );
}
