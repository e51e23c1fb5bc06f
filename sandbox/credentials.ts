import type { Clock } from "./clock";
import { GongError } from "./errors";
import type { Random } from "./random";
import { allScopes, type Scope } from "./scopes";
import { day, type Instant, minute, second } from "./time";

/** The token answer of Gong's OAuth (G3). */
export interface TokenResponse {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
  token_type: "bearer";
  api_base_url_for_customer: string;
}

/** The app that asks for tokens. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

/** Who is calling, as far as it matters: an access key may do everything, a token has scopes. */
export interface Caller {
  may(scope: string): boolean;
}

interface AccessToken {
  scopes: readonly string[];
  expiresAt: Instant;
}

interface AuthorizationCode {
  scopes: readonly string[];
  redirectUri: string;
  expiresAt: Instant;
}

/** An OAuth refusal in the shape of RFC 6749 §5.2, which Gong follows for `invalid_grant` (G3). */
export class OAuthError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, description: string) {
    super(description);
    this.name = "OAuthError";
    this.status = status;
    this.code = code;
  }
}

/** Access tokens last a day (G3). */
const tokenSeconds = day / second;
const codeLifetime = 10 * minute;

/** Keeps the access key, the OAuth client and every token of one sandbox. */
export class Credentials {
  readonly accessKey: string;
  readonly accessKeySecret: string;
  readonly oauthClient: OAuthClient;

  readonly #clock: Clock;
  readonly #random: Random;
  readonly #baseUrl: () => string;
  readonly #accessTokens = new Map<string, AccessToken>();
  readonly #refreshTokens = new Map<string, readonly string[]>();
  readonly #codes = new Map<string, AuthorizationCode>();

  /** @param baseUrl this sandbox's URL, which becomes `api_base_url_for_customer` (G1) */
  constructor(clock: Clock, random: Random, baseUrl: () => string) {
    this.#clock = clock;
    this.#random = random;
    this.#baseUrl = baseUrl;
    this.accessKey = random.token(32).toUpperCase();
    this.accessKeySecret = `sandbox-secret-${random.token(48)}`;
    this.oauthClient = {
      clientId: `sandbox-client-${random.token(10)}`,
      clientSecret: `sandbox-client-secret-${random.token(32)}`,
    };
  }

  /**
   * Reads the Authorization header: Basic with the access key, or Bearer with a token (G2).
   * @throws GongError 401 with a word on what is wrong
   */
  authenticate(header: string | undefined): Caller {
    const [scheme = "", value = ""] = header?.split(/ +/, 2) ?? [];
    switch (scheme.toLowerCase()) {
      case "basic":
        return this.#checkAccessKey(value);
      case "bearer":
        return this.#checkAccessToken(value);
      default:
        throw new GongError(401, "Authorization header is missing or is neither Basic nor Bearer");
    }
  }

  /** Issues a token as the way through the browser does. */
  issueToken(
    scopes: readonly string[] = allScopes,
    { expiresInSeconds = tokenSeconds } = {},
  ): TokenResponse {
    const accessToken = `sandbox-access-${this.#random.token(40)}`;
    const refreshToken = `sandbox-refresh-${this.#random.token(40)}`;
    const expiresAt = this.#clock.now() + expiresInSeconds * second;
    this.#accessTokens.set(accessToken, { scopes, expiresAt });
    this.#refreshTokens.set(refreshToken, scopes);
    return {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: expiresInSeconds,
      scope: scopes.join(" "),
      token_type: "bearer",
      api_base_url_for_customer: this.#baseUrl(),
    };
  }

  /** A code that works once, soon, and only with the same redirect URI. */
  createCode(scopes: readonly Scope[], redirectUri: string): string {
    const code = this.#random.token(32);
    const expiresAt = this.#clock.now() + codeLifetime;
    this.#codes.set(code, { scopes, redirectUri, expiresAt });
    return code;
  }

  /** @throws OAuthError 400 invalid_grant */
  exchangeCode(code: string, redirectUri: string): TokenResponse {
    const granted = this.#codes.get(code);
    this.#codes.delete(code);
    if (!granted || this.#clock.now() >= granted.expiresAt) {
      throw new OAuthError(400, "invalid_grant", "The code is unknown, used or expired");
    }
    if (granted.redirectUri !== redirectUri) {
      throw new OAuthError(
        400,
        "invalid_grant",
        "redirect_uri is not the one of the authorization",
      );
    }
    return this.issueToken(granted.scopes);
  }

  /**
   * A refresh token works once and is replaced by a new one (G3).
   * @throws OAuthError 400 invalid_grant
   */
  refresh(refreshToken: string): TokenResponse {
    const scopes = this.#refreshTokens.get(refreshToken);
    if (!scopes) {
      throw new OAuthError(400, "invalid_grant", "The refresh token is unknown or already used");
    }
    this.#refreshTokens.delete(refreshToken);
    return this.issueToken(scopes);
  }

  /** @throws OAuthError 401 invalid_client unless the Basic header names the client (G3) */
  checkClient(header: string | undefined): void {
    const { clientId, clientSecret } = this.oauthClient;
    if (header !== basic(clientId, clientSecret)) {
      throw new OAuthError(401, "invalid_client", "Client id and secret must come as HTTP Basic");
    }
  }

  #checkAccessKey(value: string): Caller {
    if (`Basic ${value}` !== basic(this.accessKey, this.accessKeySecret)) {
      throw new GongError(401, "Invalid access key or access key secret");
    }
    return { may: () => true };
  }

  #checkAccessToken(value: string): Caller {
    const token = this.#accessTokens.get(value);
    // The words for a token that this host does not know (G1).
    if (!token) throw new GongError(401, "access token has been revoked");
    if (this.#clock.now() >= token.expiresAt) {
      throw new GongError(401, "access token has expired");
    }
    return { may: (scope) => token.scopes.includes(scope) };
  }
}

/** @throws GongError 401, not 403, when a token lacks a scope (G4) */
export function demandScope(caller: Caller, scope: string): void {
  if (!caller.may(scope)) {
    throw new GongError(401, `You don't have permission to use '${scope}' in your app.`);
  }
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
