import type { Sandbox } from "./index";
import { basic, type Client, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox());
});
afterAll(stopTestSandboxes);

const bearer = (token: string) => `Bearer ${token}`;

describe("credentials of the API", () => {
  it.each([
    ["no header", null],
    ["a wrong secret", basic("key", "wrong")],
    ["another scheme", "Digest abc"],
    ["a token that was never issued", "Bearer unknown"],
  ])("refuses %s with 401 in Gong's error shape", async (_, authorization) => {
    const { status, json } = await call("GET", "/v2/workspaces", { authorization });
    expect(status).toBe(401);
    expect(Object.keys(json).sort()).toEqual(["errors", "requestId"]);
    expect(json.errors).toHaveLength(1);
  });

  it("demands a scope of its own for links to recordings", async () => {
    const { access_token } = sandbox.issueToken(["api:calls:read:extensive"]);
    const authorization = bearer(access_token);
    const ask = (media: boolean) =>
      call("POST", "/v2/calls/extensive", {
        authorization,
        body: { filter: {}, contentSelector: { exposedFields: { media } } },
      });
    expect((await ask(false)).status).toBe(200);
    const refused = await ask(true);
    expect(refused.status).toBe(401);
    expect(refused.json.errors[0]).toContain("api:calls:read:media-url");
  });

  it("lets tokens expire by the sandbox's clock", async () => {
    const { access_token, expires_in } = sandbox.issueToken(undefined, { expiresInSeconds: 60 });
    expect(expires_in).toBe(60);
    const authorization = bearer(access_token);
    sandbox.clock.advance(59_999);
    expect((await call("GET", "/v2/workspaces", { authorization })).status).toBe(200);
    sandbox.clock.advance(1);
    const refused = await call("GET", "/v2/workspaces", { authorization });
    expect(refused.status).toBe(401);
    expect(refused.json.errors).toEqual(["access token has expired"]);
  });
});

describe("OAuth", () => {
  const redirect_uri = "https://app.example/callback";
  const scope = "api:users:read api:workspaces:read";
  const client = () => {
    const { clientId, clientSecret } = sandbox.oauthClient;
    return basic(clientId, clientSecret);
  };
  const authorize = (changes: Record<string, string> = {}) =>
    call("GET", "/oauth2/authorize", {
      authorization: null,
      query: {
        client_id: sandbox.oauthClient.clientId,
        response_type: "code",
        redirect_uri,
        scope,
        state: "a b&c",
        ...changes,
      },
    });
  const exchange = (query: Record<string, string>, authorization = client()) =>
    call("POST", "/oauth2/generate-customer-token", { query, authorization });
  const newCode = async () => {
    const { headers } = await authorize();
    return new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
  };

  it.each([
    ["client_id", { client_id: "somebody" }],
    ["response_type", { response_type: "token" }],
    ["redirect_uri", { redirect_uri: "/relative" }],
    ["redirect_uri", { redirect_uri: "javascript:alert(1)" }],
    ["scope", { scope: "" }],
    ["scope", { scope: "api:users:read api:nonsense" }],
  ])("says in words what is wrong with %s", async (name, changes) => {
    const { status, text, headers } = await authorize(changes);
    expect(status).toBe(400);
    expect(headers.get("location")).toBeNull();
    expect(text).toMatch(new RegExp(`^${name}: .+\n$`));
  });

  it("exchanges a code once, for a token that carries its scopes and this host (G1, G3)", async () => {
    const query = { grant_type: "authorization_code", code: await newCode(), redirect_uri };
    const { status, json } = await exchange(query);
    const given = { expires_in: 86_400, token_type: "bearer" };
    expect([status, json]).toMatchObject([
      200,
      { scope, ...given, api_base_url_for_customer: sandbox.url },
    ]);
    const authorization = bearer(String(json.access_token));
    expect((await call("GET", "/v2/users", { authorization })).status).toBe(200);
    expect((await call("GET", "/v2/library/folders", { authorization })).status).toBe(401);

    const again = await exchange(query);
    expect([again.status, again.json.error]).toEqual([400, "invalid_grant"]);
  });

  it("rotates refresh tokens: each works once (G3)", async () => {
    const first = sandbox.issueToken(["api:users:read"]);
    const query = { grant_type: "refresh_token", refresh_token: first.refresh_token };
    const { status, json } = await exchange(query);
    expect(status).toBe(200);
    expect(json.scope).toBe("api:users:read");
    expect(json.access_token).not.toBe(first.access_token);
    expect(json.refresh_token).not.toBe(first.refresh_token);

    const reused = await exchange(query);
    expect([reused.status, reused.json.error]).toEqual([400, "invalid_grant"]);
    const next = { ...query, refresh_token: String(json.refresh_token) };
    expect((await exchange(next)).status).toBe(200);
  });

  it("refuses another redirect URI, a wrong secret and values that are not in the query", async () => {
    const query = { grant_type: "authorization_code", code: await newCode(), redirect_uri };
    const elsewhere = await exchange({ ...query, redirect_uri: "https://other.example/" });
    expect([elsewhere.status, elsewhere.json.error]).toEqual([400, "invalid_grant"]);
    const stranger = await exchange(query, basic("a", "b"));
    expect([stranger.status, stranger.json.error]).toEqual([401, "invalid_client"]);
    const text = "grant_type=refresh_token&refresh_token=x";
    const form = await call("POST", "/oauth2/generate-customer-token", {
      authorization: client(),
      raw: { type: "application/x-www-form-urlencoded", text },
    });
    expect([form.status, form.json.error]).toEqual([400, "invalid_request"]);
  });
});
