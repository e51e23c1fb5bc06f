import { createHash, createPublicKey, createVerify, type KeyObject } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Sandbox } from "./index";
import { wholeEvent } from "./routes/extensive";
import { type Client, startTestSandbox, stopTestSandboxes, testStart } from "./test-client";

let sandbox: Sandbox;
let call: Client;
let receiver: Server;
let url: string;
let key: KeyObject;
const arrived: { headers: IncomingHttpHeaders; body: Buffer }[] = [];

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox());
  receiver = createServer(async (request, response) => {
    arrived.push({ headers: request.headers, body: await buffer(request) });
    response.statusCode = 202;
    response.end("taken");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?tenant=7`;
  const der = Buffer.from(sandbox.webhooks.publicKey, "base64");
  key = createPublicKey({ key: der, format: "der", type: "spki" });
});
beforeEach(() => {
  arrived.length = 0;
});
afterAll(async () => {
  await new Promise((resolve) => receiver.close(resolve));
  await stopTestSandboxes();
});

async function fire(order: object = {}) {
  const delivery = await sandbox.webhooks.fire({ url, ...order });
  const [webhook] = arrived;
  if (!webhook) throw new Error("Nothing came in.");
  const { authorization = "" } = webhook.headers;
  const [header = "", claims = "", signature = ""] = authorization
    .replace(/^Bearer /, "")
    .split(".");
  const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString() || "{}");
  const input = `${header}.${claims}`;
  const isSigned = createVerify("RSA-SHA256").update(input).verify(key, signature, "base64url");
  const hash = createHash("sha256").update(webhook.body).digest("hex");
  const token = { header: decode(header), claims: decode(claims), isSigned };
  return { ...webhook, ...token, delivery, authorization, hash };
}

describe("A webhook", () => {
  it("is signed with RS256 for its URL and its bytes, and for a while", async () => {
    const { header, claims, isSigned, hash, delivery } = await fire();
    expect(header).toEqual({ alg: "RS256", typ: "JWT" });
    expect(claims).toEqual({ webhook_url: url, body_sha256: hash, exp: testStart / 1000 + 300 });
    expect(isSigned).toBe(true);
    expect(delivery).toMatchObject({ kind: "signed", status: 202, text: "taken" });
  });

  it("carries what an extensive answer has, and no transcript (G44)", async () => {
    const [wanted] = sandbox.company.calls;
    const { body } = await fire({ callId: wanted?.id });
    const { callData, ...beside } = JSON.parse(body.toString());
    const answer = await call("POST", "/v2/calls/extensive", {
      body: { filter: { callIds: [wanted?.id] }, contentSelector: wholeEvent },
    });
    expect(callData).toEqual(answer.json.calls[0]);
    expect(Object.keys(callData)).toEqual(
      expect.arrayContaining(["metaData", "context", "content", "interaction", "collaboration"]),
    );
    expect(beside).toEqual({ isTest: false, isPrivate: wanted?.isPrivate });
  });

  it("is sent the way that is asked for", async () => {
    const { authorization, claims, body, isSigned } = await fire({
      headerName: "AUTHORIZATION",
      prefix: "Bearer ",
      webhookUrl: "https://gong.example/x",
      expiresInSeconds: -61,
      without: ["body_sha256"],
      body: "anything",
    });
    expect(authorization).toMatch(/^Bearer ey/);
    expect(claims).toEqual({ webhook_url: "https://gong.example/x", exp: testStart / 1000 - 61 });
    expect([isSigned, body.toString()]).toEqual([true, "anything"]);
  });
});

describe("A webhook that a receiver must refuse", () => {
  const bodyFits = true;
  const right = { isSigned: true, alg: "RS256", bodyFits, exp: testStart / 1000 + 300, url: "own" };

  it.each([
    ["forged", { ...right, isSigned: false }],
    ["expired", { ...right, exp: testStart / 1000 - 3600 }],
    ["wrongUrl", { ...right, url: "https://elsewhere.example/hook" }],
    ["tampered", { ...right, bodyFits: false }],
    ["algNone", { ...right, isSigned: false, alg: "none" }],
    ["hs256", { ...right, isSigned: false, alg: "HS256" }],
  ])("is wrong in nothing else when %s", async (kind, expected) => {
    const { isSigned, header, claims, hash, body } = await fire({ kind });
    const own = claims.webhook_url === url ? "own" : claims.webhook_url;
    const fits = claims.body_sha256 === hash;
    expect({ isSigned, alg: header.alg, bodyFits: fits, exp: claims.exp, url: own }).toEqual(
      expected,
    );
    expect(JSON.parse(body.toString())).toBeDefined();
  });
});

describe("Firing over HTTP", () => {
  const lever = (method: string, body?: unknown) =>
    call(method, "/sandbox/webhooks", { authorization: null, ...(body !== undefined && { body }) });

  it.each([
    [{}, "url: is required"],
    [{ url: "https://127.0.0.1:1/x" }, "url: must begin with http:// and lead to this machine"],
    [{ url: "http://gong.example/x" }, "url: must begin with http:// and lead to this machine"],
    [{ url: "http://127.0.0.1.gong.example/" }, "url: must begin with http:// and lead to this"],
    [{ url: "nonsense" }, "url: must begin with http:// and lead to this machine"],
    [{ url: "http://localhost/", kind: "kind" }, "kind: must be one of signed, unsigned, forged"],
    [{ url: "http://localhost/", prefix: "a\nb" }, "prefix: "],
    [{ url: "http://localhost/", headerName: "a b" }, "headerName: "],
  ])("is refused: %j", async (order, words) => {
    const { status, json } = await lever("POST", order);
    expect(status).toBe(400);
    expect(json.errors[0]).toContain(words);
    expect(arrived).toEqual([]);
  });
});
