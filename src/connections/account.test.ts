import { isConnectionError } from "@prismatic-io/spectral";
import { createContext } from "../../tests/support/context";
import { connectionTo, startServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import component from "..";
import { resolveAccount } from "./account";

const baseUrl = "https://us-12345.api.gong.io";
const accessKey = "CANARYKEY0123456789";
const accessKeySecret = "canary-secret-eyJhbGciOiJIUzI1NiJ9";
const canary = /canary/i;

/** An API Key connection with these fields instead of right ones. */
const apiKey = (fields: object = {}) => ({
  key: "gongApiKey",
  configVarKey: "Gong Connection",
  fields: { baseUrl, accessKey, accessKeySecret, ...fields },
});

const token = {
  access_token: "canary-access-token",
  refresh_token: "canary-refresh-token",
  token_type: "bearer",
  expires_in: 86_400,
  scope: "api:users:read",
  api_base_url_for_customer: baseUrl,
};

/** An OAuth connection with these members instead of right ones. */
const oauth = (members: object = {}) => ({
  key: "oauth2",
  configVarKey: "Gong Connection",
  fields: {
    authorizeUrl: "https://app.gong.io/oauth2/authorize",
    tokenUrl: "https://app.gong.io/oauth2/generate-customer-token",
    scopes: "api:users:read api:calls:read:basic",
    clientId: "canary-client",
    clientSecret: "canary-client-secret",
  },
  token,
  ...members,
});

function refusalOf(connection: unknown): Error & { connection: object } {
  try {
    resolveAccount(connection);
  } catch (error) {
    return error as Error & { connection: object };
  }
  throw new Error("The connection was accepted.");
}

describe("An API Key connection", () => {
  it("gives the address and HTTP Basic of key and secret", () => {
    expect(resolveAccount(apiKey({ baseUrl: `${baseUrl}/v2/` }))).toMatchObject({
      baseUrl,
      authorization: `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`,
      requestsPerSecond: 3,
    });
  });

  it.each([
    ["spaces", " ", "  "],
    ["line breaks", "\r\n", "\n"],
    ["invisible characters of web pages", "\ufeff\u200b", "\u200b\u00a0"],
  ])("is used without the %s around what was pasted", (_, before, after) => {
    const pasted = (text: string) => before + text + after;
    const connection = apiKey({
      baseUrl: pasted(baseUrl),
      accessKey: pasted(accessKey),
      accessKeySecret: pasted(accessKeySecret),
      requestsPerSecond: pasted("5"),
    });
    const { connection: _given, ...account } = resolveAccount(connection);
    const { connection: _same, ...plain } = resolveAccount(apiKey({ requestsPerSecond: "5" }));
    expect(account).toEqual(plain);
  });

  it.each([
    ["Base URL", { baseUrl: undefined }],
    ["Base URL", { baseUrl: "  \n" }],
    ["Base URL", { baseUrl: { value: baseUrl } }],
    ["Access Key", { accessKey: undefined }],
    ["Access Key", { accessKey: "\u200b" }],
    ["Access Key Secret", { accessKeySecret: "" }],
    ["Access Key Secret", { accessKeySecret: ["canary"] }],
  ])("is refused when %s is blank: %j", (label, fields) => {
    expect(refusalOf(apiKey(fields)).message).toBe(
      `${label} of the Gong connection is blank. Copy it from Gong, Company settings > Ecosystem > API.`,
    );
  });

  it.each([
    ["canary key", "canary secret"],
    ["canary:key", "canary\nsecret"],
    ["canary…", "“canary”"],
  ])("is used with unusual characters in its keys: %j, %j", (key, secret) => {
    const account = resolveAccount(apiKey({ accessKey: key, accessKeySecret: secret }));
    expect(account.authorization).toMatch(/^Basic [\w+/=]+$/);
    const credentials = Buffer.from(account.authorization.slice(6), "base64").toString();
    expect(credentials).toBe(`${key}:${secret}`);
  });

  it.each([undefined, null, "", "text", 7, [], {}, { fields: null }, { key: "gongApiKey" }])(
    "is refused when nothing usable is given at all: %j",
    (connection) => {
      expect(refusalOf(connection).message).toMatch(/^Base URL of the Gong connection is blank/);
    },
  );
});

describe("Requests per Second", () => {
  it.each([
    [undefined, 3],
    [null, 3],
    ["", 3],
    ["  ", 3],
    ["5", 5],
    [" 10 ", 10],
    ["0.5", 0.5],
    [7, 7],
    ["1000", 1000],
  ])("of %j means %d", (requestsPerSecond, rate) => {
    expect(resolveAccount(apiKey({ requestsPerSecond })).requestsPerSecond).toBe(rate);
    const connection = oauth({ fields: { requestsPerSecond } });
    expect(resolveAccount(connection).requestsPerSecond).toBe(rate);
  });

  it.each(["0", "-1", "1001", "Infinity", "NaN", "three", "3/s", "3,5", "1 000", -3, 0])(
    "of %j is refused with words about what is allowed",
    (requestsPerSecond) => {
      for (const connection of [
        apiKey({ requestsPerSecond }),
        oauth({ fields: { requestsPerSecond } }),
      ]) {
        expect(refusalOf(connection).message).toBe(
          "Requests per Second of the Gong connection must be a number above 0 and at most 1000, for example 3.",
        );
      }
    },
  );
});

describe("An OAuth connection", () => {
  it("gives the customer's own address and the token", () => {
    expect(resolveAccount(oauth())).toMatchObject({
      baseUrl,
      authorization: "Bearer canary-access-token",
      requestsPerSecond: 3,
    });
  });

  it.each([
    { token: undefined },
    { token: null },
    { token: {} },
    { token: { ...token, access_token: "" } },
    { token: { ...token, access_token: "  " } },
    { token: { ...token, access_token: null } },
  ])("is refused when it was never authorized: %j", (members) => {
    expect(refusalOf(oauth(members)).message).toMatch(
      /is not authorized yet.*click Connect, sign in to Gong/,
    );
  });

  it.each([
    ...[undefined, null, "", "  ", "http://us-12345.api.gong.io", "http://localhost.evil.example"],
    ...["https://10.0.0.1", "https://[::127.0.0.1]", "https://canary:canary@us-12345.api.gong.io"],
    ...["https://app.gong.io", "canary"],
  ])(
    "is refused without a usable address, in words about the token: %j",
    (api_base_url_for_customer) => {
      const { message } = refusalOf(oauth({ token: { ...token, api_base_url_for_customer } }));
      expect(message).toMatch(/\(api_base_url_for_customer\).*connect it again/);
      expect(message).not.toContain("Base URL");
    },
  );
});

describe("What a refused connection shows", () => {
  it.each([
    ["a blank field", apiKey({ baseUrl: "" })],
    ["credentials in the address", apiKey({ baseUrl: "https://canary:canary@us-1.api.gong.io" })],
    ["the secret as address", apiKey({ baseUrl: `${accessKeySecret}.canary.canary_9` })],
    ["the secret as rate", apiKey({ requestsPerSecond: accessKeySecret })],
    ["a token without address", oauth({ token: { access_token: "canary" } })],
    [
      "a token with a wrong address",
      oauth({ token: { ...token, api_base_url_for_customer: "canary" } }),
    ],
    ["a token that is blank", oauth({ token: { ...token, access_token: "" } })],
    ["unknown members", { ...apiKey({ baseUrl: "" }), context: { canary: "canary" } }],
  ])("is which one it is, and no secret: %s", (_, connection) => {
    const error = refusalOf(connection);
    const { key, configVarKey } = connection;
    expect(isConnectionError(error)).toBe(true);
    expect(error.connection).toEqual({ key, configVarKey, fields: {} });
    expect(shownBy(error)).not.toMatch(canary);
  });
});

it.each([{ accessKey: "" }, { requestsPerSecond: "0" }, undefined])(
  "A connection ends an action before any request unless it can be used: %j",
  async (wrong) => {
    const server = await startServer((_, response) => response.end("{}"));
    const connection = connectionTo(server.url, wrong);
    const inputs = { connection, userId: "1" };
    const run = component.actions.getUser?.perform(createContext() as never, inputs);
    const error = await Promise.resolve(run).catch((thrown: unknown) => thrown);
    expect([isConnectionError(error), server.connections]).toEqual(wrong ? [true, 0] : [false, 1]);
    await server.stop();
  },
);
