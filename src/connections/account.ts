import { type Connection, ConnectionError } from "@prismatic-io/spectral";
import { apiKeyConnectionKey } from "./apiKey";
import { BaseUrlError, normalizeBaseUrl } from "./baseUrl";
import { oauth2ConnectionKey } from "./oauth2";
import { defaultRequestsPerSecond } from "./requestsPerSecond";

/** What a connection comes down to: where Gong is, how to prove who asks, and how fast to ask. */
export interface Account {
  /** Address that paths such as `/v2/calls` are put behind, without a trailing slash. */
  readonly baseUrl: string;
  /** Value of the `Authorization` header (G2). */
  readonly authorization: string;
  /** Requests a second at most (G10). */
  readonly requestsPerSecond: number;
  /** Every text that must never be shown: keys, tokens, and the header made of them. */
  readonly secrets: readonly string[];
  /** The connection without its secrets, for errors and logs. */
  readonly shareable: Connection;
}

/** The fields that hold no secret and help to see which connection an error is about. */
const shareableFields = ["baseUrl", "scopes", "authorizeUrl", "tokenUrl", "requestsPerSecond"];

/**
 * Reads a connection as the platform hands it over.
 *
 * @throws ConnectionError, before any request, when a field is blank or wrong or the OAuth
 *   connection was never authorised; it carries a copy of the connection without secrets
 */
export function resolveAccount(connection: unknown): Account {
  const given = asConnection(connection);
  const shareable = withoutSecrets(given);
  const refuse = (problem: string): never => {
    throw new ConnectionError(shareable, problem);
  };
  return isOauth(given)
    ? oauthAccount(given, shareable, refuse)
    : apiKeyAccount(given, shareable, refuse);
}

/** A copy of a connection that can be logged: no token, no secret field, no unknown field. */
export function withoutSecrets({ key, configVarKey, fields }: Connection): Connection {
  const kept = shareableFields.filter((name) => fields[name] !== undefined);
  return {
    key,
    configVarKey,
    fields: Object.fromEntries(kept.map((name) => [name, fields[name]])),
  };
}

type Refuse = (problem: string) => never;

function apiKeyAccount({ fields }: Connection, shareable: Connection, refuse: Refuse): Account {
  const read = (name: string, label: string): string =>
    asText(fields[name]) ??
    refuse(
      `${label} of the Gong connection is blank. Copy it from Gong, Company settings > Ecosystem > API, into the connection.`,
    );
  const baseUrl = readBaseUrl(read("baseUrl", "Base URL"), refuse);
  const accessKey = read("accessKey", "Access Key");
  const accessKeySecret = read("accessKeySecret", "Access Key Secret");
  const credentials = Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64");
  return {
    baseUrl,
    authorization: `Basic ${credentials}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    secrets: [accessKey, accessKeySecret, credentials],
    shareable,
  };
}

function oauthAccount(
  { fields, token }: Connection,
  shareable: Connection,
  refuse: Refuse,
): Account {
  const accessToken = asText(token?.access_token);
  if (!accessToken || /[\r\n]/.test(accessToken)) {
    return refuse(
      "The Gong connection has not been authorised yet. Open the connection, press Connect, sign in to Gong as a technical administrator and allow access.",
    );
  }
  const customerUrl = asText(token?.api_base_url_for_customer);
  if (!customerUrl) {
    return refuse(
      "Gong did not say which API address belongs to this customer (api_base_url_for_customer is missing from the token). Disconnect the connection and connect it again.",
    );
  }
  const secrets = [
    accessToken,
    asText(token?.refresh_token),
    asText(fields.clientSecret),
    asText(fields.clientId),
  ];
  return {
    baseUrl: readBaseUrl(customerUrl, refuse),
    authorization: `Bearer ${accessToken}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    secrets: secrets.filter((secret) => secret !== undefined),
    shareable,
  };
}

function readBaseUrl(text: string, refuse: Refuse): string {
  try {
    return normalizeBaseUrl(text);
  } catch (error) {
    if (error instanceof BaseUrlError) return refuse(error.message);
    throw error;
  }
}

function readRate(value: unknown, refuse: Refuse): number {
  const text = asText(value);
  if (text === undefined) return defaultRequestsPerSecond;
  const rate = Number(text);
  if (Number.isFinite(rate) && rate > 0 && rate <= 1000) return rate;
  return refuse(
    `Requests per Second of the Gong connection must be a number above 0 and at most 1000, for example ${defaultRequestsPerSecond}.`,
  );
}

/** The `prism` CLI hands over connections with a blank key, so a token tells as well. */
function isOauth({ key, token }: Connection): boolean {
  return key === oauth2ConnectionKey || (key !== apiKeyConnectionKey && token !== undefined);
}

function asConnection(value: unknown): Connection {
  const given = (typeof value === "object" && value !== null ? value : {}) as Partial<Connection>;
  return {
    key: given.key ?? "",
    configVarKey: given.configVarKey ?? "",
    fields: given.fields ?? {},
    ...(given.token ? { token: given.token } : {}),
  };
}

/** Keys are pasted with spaces around them; numbers come from untyped steps. */
function asText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return String(value).trim() || undefined;
}
