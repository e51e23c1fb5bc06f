import { type Connection, ConnectionError } from "@prismatic-io/spectral";
import { apiKeyConnectionKey } from "./apiKey";
import { normalizeBaseUrl } from "./baseUrl";
import { asText } from "./field";
import { oauth2ConnectionKey } from "./oauth2";
import { leavesOutPrivateCalls, readRequestsPerSecond } from "./settings";

/** What a connection comes down to: where Gong is, how to prove who asks, and how fast to ask. */
export interface Account {
  /** Which kind of connection it is, since what to do about an error differs. */
  readonly kind: "apiKey" | "oauth";
  /** Address that paths such as `/v2/calls` are put behind, without a trailing slash. */
  readonly baseUrl: string;
  /** Value of the `Authorization` header (G2). */
  readonly authorization: string;
  /** Requests a second at most (G10). */
  readonly requestsPerSecond: number;
  /** Whether private calls are left out of every answer (G62). */
  readonly leavesOutPrivateCalls: boolean;
  /** Every text that must never be shown: keys, tokens, and the header made of them. */
  readonly secrets: readonly string[];
  /** The connection as it was given; `withoutSecrets` makes a copy for errors and logs. */
  readonly connection: Connection;
}

type Credentials = Pick<Account, "kind" | "baseUrl" | "authorization" | "secrets">;

/**
 * Reads a connection as the platform gives it.
 *
 * @throws ConnectionError, without secrets, for a blank or wrong field or a missing authorization
 */
export function resolveAccount(given: unknown): Account {
  const { key = "", configVarKey = "", fields, token } = Object(given) as Partial<Connection>;
  const connection = { key, configVarKey, fields: fields ?? {}, token: token ?? undefined };
  const { requestsPerSecond, privateCalls } = connection.fields;
  try {
    return {
      ...(isOauth(connection) ? oauthOf(connection) : apiKeyOf(connection)),
      requestsPerSecond: readRequestsPerSecond(requestsPerSecond),
      leavesOutPrivateCalls: leavesOutPrivateCalls(privateCalls),
      connection,
    };
  } catch (error) {
    throw new ConnectionError(withoutSecrets(connection), (error as Error).message);
  }
}

/** A connection that can be logged: which one it is, and none of its fields or tokens. */
export function withoutSecrets({ key, configVarKey }: Connection): Connection {
  return { key, configVarKey, fields: {} };
}

/** The `prism` CLI gives connections with a blank key, so a token decides as well. */
function isOauth({ key, token }: Connection): boolean {
  return key === oauth2ConnectionKey || (key !== apiKeyConnectionKey && token !== undefined);
}

function apiKeyOf({ fields }: Connection): Credentials {
  const read = (name: string, label: string): string => {
    const text = asText(fields[name]);
    if (text) return text;
    throw new Error(
      `${label} of the Gong connection is blank. Copy it from Gong, Company settings > Ecosystem > API.`,
    );
  };
  const baseUrl = normalizeBaseUrl(read("baseUrl", "Base URL"));
  const accessKey = read("accessKey", "Access Key");
  const accessKeySecret = read("accessKeySecret", "Access Key Secret");
  const credentials = Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64");
  return {
    kind: "apiKey",
    baseUrl,
    authorization: `Basic ${credentials}`,
    // Without the padding at its end, which is encoded where the header is part of an address.
    secrets: [accessKeySecret, accessKey, credentials.replace(/=+$/, "")],
  };
}

function oauthOf({ fields, token }: Connection): Credentials {
  const accessToken = asText(token?.access_token);
  if (!accessToken) {
    throw new Error(
      "The Gong connection is not authorized yet. Open the connection, click Connect, sign in to Gong as a technical administrator, and allow access.",
    );
  }
  const others = [token?.refresh_token, fields.clientSecret, fields.clientId].map(asText);
  return {
    kind: "oauth",
    baseUrl: baseUrlOf(token),
    authorization: `Bearer ${accessToken}`,
    secrets: [accessToken, ...others].filter((secret) => secret !== undefined),
  };
}

function baseUrlOf(token: Connection["token"]): string {
  try {
    return normalizeBaseUrl(asText(token?.api_base_url_for_customer) ?? "");
  } catch {
    throw new Error(
      "Gong's token has no usable API address (api_base_url_for_customer). Disconnect the connection, and connect it again.",
    );
  }
}
