import { type Connection, ConnectionError } from "@prismatic-io/spectral";
import { apiKeyConnectionKey } from "./apiKey";
import { BaseUrlError, normalizeBaseUrl } from "./baseUrl";
import { asText } from "./field";
import { oauth2ConnectionKey } from "./oauth2";
import { defaultRequestsPerSecond, readRequestsPerSecond } from "./requestsPerSecond";
import { withoutSecrets } from "./shareable";

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

type Refuse = (problem: string) => never;

function apiKeyAccount({ fields }: Connection, shareable: Connection, refuse: Refuse): Account {
  const read = (name: string, label: string): string =>
    asText(fields[name]) ??
    refuse(
      `${label} of the Gong connection is blank. Copy it from Gong, Company settings > Ecosystem > API, into the connection.`,
    );
  const readKey = (name: string, label: string, pattern: RegExp): string => {
    const key = read(name, label);
    if (pattern.test(key)) return key;
    return refuse(
      `${label} of the Gong connection holds a character that no key has, such as a space or line break. Copy it again from Gong, Company settings > Ecosystem > API.`,
    );
  };
  const baseUrl = readBaseUrl(read("baseUrl", "Base URL"), refuse);
  // A colon ends the user name of HTTP Basic (RFC 7617, 2).
  const accessKey = readKey("accessKey", "Access Key", /^[!-9;-~]+$/);
  const accessKeySecret = readKey("accessKeySecret", "Access Key Secret", visibleAscii);
  const credentials = Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64");
  return {
    baseUrl,
    authorization: `Basic ${credentials}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    // Without the padding at its end, which is encoded where the header is part of an address.
    secrets: [accessKeySecret, accessKey, credentials.replace(/=+$/, "")],
    shareable,
  };
}

function oauthAccount(
  { fields, token }: Connection,
  shareable: Connection,
  refuse: Refuse,
): Account {
  const accessToken = asText(token?.access_token);
  if (!accessToken) {
    return refuse(
      "The Gong connection has not been authorised yet. Open the connection, press Connect, sign in to Gong as a technical administrator and allow access.",
    );
  }
  if (!visibleAscii.test(accessToken)) {
    return refuse(
      "The access token of the Gong connection cannot be sent. Disconnect the connection and connect it again.",
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
    baseUrl: readBaseUrl(customerUrl, () =>
      refuse(
        "The API address that came with the token (api_base_url_for_customer) cannot be used. Disconnect the connection and connect it again.",
      ),
    ),
    authorization: `Bearer ${accessToken}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    secrets: secrets.filter((secret) => secret !== undefined),
    shareable,
  };
}

/** What a header can carry (RFC 9110, 5.5) without the spaces, which keys and tokens have none of. */
const visibleAscii = /^[!-~]+$/;

function readBaseUrl(text: string, refuse: Refuse): string {
  try {
    return normalizeBaseUrl(text);
  } catch (error) {
    if (error instanceof BaseUrlError) return refuse(error.message);
    throw error;
  }
}

function readRate(value: unknown, refuse: Refuse): number {
  return (
    readRequestsPerSecond(value) ??
    refuse(
      `Requests per Second of the Gong connection must be a number above 0 and at most 1000, for example ${defaultRequestsPerSecond}.`,
    )
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
