import { type Connection, ConnectionError } from "@prismatic-io/spectral";
import { apiKeyConnectionKey } from "./apiKey";
import { BaseUrlError, normalizeBaseUrl } from "./baseUrl";
import { asText } from "./field";
import { oauth2ConnectionKey } from "./oauth2";
import { leavesOutPrivateCalls } from "./privateCalls";
import { defaultRequestsPerSecond, readRequestsPerSecond } from "./requestsPerSecond";
import { withoutSecrets } from "./shareable";

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

/**
 * Reads a connection as the platform hands it over.
 *
 * @throws ConnectionError, before any request, when a field is blank or wrong or the OAuth
 *   connection was never authorized; it carries a copy of the connection without secrets
 */
export function resolveAccount(given: unknown): Account {
  const connection = asConnection(given);
  const refuse: Refuse = (problem) => {
    throw new ConnectionError(withoutSecrets(connection), problem);
  };
  return isOauth(connection) ? oauthAccount(connection, refuse) : apiKeyAccount(connection, refuse);
}

type Refuse = (problem: string) => never;

function apiKeyAccount(connection: Connection, refuse: Refuse): Account {
  const { fields } = connection;
  const read = (name: string, label: string): string =>
    asText(fields[name]) ??
    refuse(
      `${label} of the Gong connection is blank. Copy it from Gong, Company settings > Ecosystem > API.`,
    );
  const baseUrl = readBaseUrl(read("baseUrl", "Base URL"), refuse);
  const accessKey = read("accessKey", "Access Key");
  const accessKeySecret = read("accessKeySecret", "Access Key Secret");
  const credentials = Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64");
  return {
    kind: "apiKey",
    baseUrl,
    authorization: `Basic ${credentials}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    leavesOutPrivateCalls: leavesOutPrivateCalls(fields.privateCalls),
    // Without the padding at its end, which is encoded where the header is part of an address.
    secrets: [accessKeySecret, accessKey, credentials.replace(/=+$/, "")],
    connection,
  };
}

function oauthAccount(connection: Connection, refuse: Refuse): Account {
  const { fields, token } = connection;
  const accessToken = asText(token?.access_token);
  if (!accessToken) {
    return refuse(
      "The Gong connection is not authorized yet. Open the connection, press Connect, sign in to Gong as a technical administrator, and allow access.",
    );
  }
  if (!headerText.test(accessToken)) {
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
    kind: "oauth",
    baseUrl: readBaseUrl(customerUrl, () =>
      refuse(
        "The API address that came with the token (api_base_url_for_customer) cannot be used. Disconnect the connection and connect it again.",
      ),
    ),
    authorization: `Bearer ${accessToken}`,
    requestsPerSecond: readRate(fields.requestsPerSecond, refuse),
    leavesOutPrivateCalls: leavesOutPrivateCalls(fields.privateCalls),
    secrets: secrets.filter((secret) => secret !== undefined),
    connection,
  };
}

/** What a header can carry (RFC 9110, 5.5): no line breaks or other control characters. */
const headerText = /^[\t\x20-\x7e\xa0-\xff]+$/;

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
