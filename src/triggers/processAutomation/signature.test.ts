import {
  createHash,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import type { InvokedPayload } from "../../../scripts/support/webhookReceiver";
import { startFlow, type TestFlow } from "../../../tests/support/flow";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { verifySignature } from "./signature";

const firedAt = Date.parse("2026-03-01T10:00:00Z");
const second = 1000;

let gong: TestGong;
let flow: TestFlow;
let key: KeyObject;
beforeAll(async () => {
  gong = await startGong({ callCount: 3, now: () => firedAt });
  flow = await startFlow(gong.sandbox);
  const der = Buffer.from(gong.sandbox.webhooks.publicKey, "base64");
  key = createPublicKey({ key: der, format: "der", type: "spki" });
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

const verify = ({ headers, rawBody }: InvokedPayload, now: number) =>
  verifySignature({ headers, body: rawBody.data as Buffer, url: flow.url }, key, now).then(
    () => "passes",
    (error: { code?: string }) => error.code,
  );

describe("exp", () => {
  it.each([
    [-3600, "passes"],
    [0, "passes"],
    [299, "passes"],
    [300, "passes"],
    [359, "passes"],
    [359.9, "passes"],
    [360, "expired"],
    [361, "expired"],
    [86_400, "expired"],
  ])("of 300 s, looked at after %d s: %s", async (elapsed, outcome) => {
    const payload = await flow.deliver({ expiresInSeconds: 300 });
    expect(await verify(payload, firedAt + elapsed * second)).toBe(outcome);
  });

  it("counts on the clock of this machine when the trigger runs", async () => {
    // The local Gong's clock stands in the past of the real one, which the trigger reads.
    const signed = { webhookPublicKey: gong.sandbox.webhooks.publicKey };
    const ahead = Math.ceil((Date.now() - firedAt) / second);
    const late = await flow.deliver({ expiresInSeconds: ahead - 120 });
    expect(await flow.refuse(late, signed)).toMatchObject({ code: "expired" });
    const inTime = await flow.deliver({ expiresInSeconds: ahead + 120 });
    expect((await flow.start(inTime, signed)).payload.gong.callId).toMatch(/^\d+$/);
  });
});

describe("The claims", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const body = Buffer.from('{"callData":{"metaData":{"id":"7"}}}');
  const url = "https://hooks.example.com/trigger";
  const hash = createHash("sha256").update(body).digest("hex");
  const good = { webhook_url: url, body_sha256: hash, exp: firedAt / second + 60 };

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const tokenOf = (claims: object, header: object = { alg: "RS256" }, digest = "RSA-SHA256") => {
    const input = `${part(header)}.${part(claims)}`;
    return `${input}.${createSign(digest).update(input).sign(privateKey, "base64url")}`;
  };
  const outcome = (authorization: string) =>
    verifySignature({ headers: { authorization }, body, url }, publicKey, firedAt).then(
      () => "passes",
      (error: { code?: string }) => error.code,
    );

  it.each<[string, string, object]>([
    ["nothing else", "passes", {}],
    ["the hash in capitals", "passes", { body_sha256: hash.toUpperCase() }],
    ["other issuers and audiences", "passes", { iss: "x", aud: ["y"], iat: 1, jti: "z" }],
    ["a fraction in exp", "passes", { exp: good.exp + 0.5 }],
    ["text for exp", "no_expiry", { exp: String(good.exp) }],
    ["null for exp", "no_expiry", { exp: null }],
    ["nbf ahead", "not_yet_valid", { nbf: good.exp + 3600 }],
    ["nbf a little ahead", "passes", { nbf: firedAt / second + 30 }],
    ["half a hash", "no_body_hash", { body_sha256: hash.slice(32) }],
    ["the hash in base64", "no_body_hash", { body_sha256: "q1w2e3r4t5y6u7i8o9p0" }],
    ["a number for the hash", "no_body_hash", { body_sha256: 7 }],
    [
      "another hash",
      "wrong_body",
      { body_sha256: hash.replace(/^./, hash[0] === "0" ? "1" : "0") },
    ],
    ["a list of URLs", "no_url", { webhook_url: [url] }],
    ["a blank URL", "no_url", { webhook_url: "" }],
  ])("with %s: %s", async (_, expected, changes) => {
    expect(await outcome(tokenOf({ ...good, ...changes }))).toBe(expected);
  });

  it.each<[string, object, string]>([
    ["RS384", { alg: "RS384" }, "RSA-SHA384"],
    ["RS512", { alg: "RS512" }, "RSA-SHA512"],
    ["none under another spelling", { alg: "nOnE" }, "RSA-SHA256"],
    ["RS256 in small letters", { alg: "rs256" }, "RSA-SHA256"],
  ])("are refused under the algorithm %s", async (_, header, digest) => {
    expect(await outcome(tokenOf(good, header, digest))).toBe("wrong_algorithm");
  });

  it.each<[string, object]>([
    ["no algorithm", { typ: "JWT" }],
    ["an extension that must be understood", { alg: "RS256", crit: ["x"], x: 1 }],
    ["an unencoded payload", { alg: "RS256", crit: ["b64"], b64: false }],
  ])("are unreadable with %s", async (_, header) => {
    expect(await outcome(tokenOf(good, header))).toBe("unreadable_signature");
  });

  it("cannot be changed without the signature noticing", async () => {
    const [header, , signature] = tokenOf(good).split(".");
    const changed = [header, part({ ...good, exp: good.exp + 3600 }), signature].join(".");
    expect(await outcome(changed)).toBe("wrong_signature");
  });

  it("bring no key of their own", async () => {
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = other.publicKey.export({ format: "jwk" });
    const input = `${part({ alg: "RS256", jwk })}.${part(good)}`;
    const token = `${input}.${createSign("RSA-SHA256").update(input).sign(other.privateKey, "base64url")}`;
    expect(await outcome(token)).toBe("wrong_signature");
  });
});
