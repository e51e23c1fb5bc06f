import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { verifySignature } from "./signature";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const url = "https://hooks.example.com/trigger";
const body = Buffer.from('{"callData":{"metaData":{"id":"7"}}}');
const hash = createHash("sha256").update(body).digest("hex");
const firedAt = Date.parse("2026-03-01T10:00:00Z");
const seconds = firedAt / 1000;
const good = { webhook_url: url, body_sha256: hash, exp: seconds + 300 };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = (input: string, digest = "RSA-SHA256", key = privateKey) =>
  `${input}.${createSign(digest).update(input).sign(key, "base64url")}`;
const tokenOf = (claims: object, header: object = { alg: "RS256" }, digest?: string) =>
  sign(`${part(header)}.${part(claims)}`, digest);
const outcome = (authorization: string, now = firedAt) =>
  verifySignature({ headers: { authorization }, body, url }, publicKey, now).then(
    (signed) => (signed === body ? "passes" : "other bytes"),
    (error: { code?: string }) => error.code,
  );

describe("exp", () => {
  it.each([
    [-3600, "passes"],
    [0, "passes"],
    [300, "passes"],
    [359.9, "passes"],
    [360, "expired"],
    [86_400, "expired"],
  ])("of 300 s, looked at after %d s: %s", async (elapsed, expected) => {
    expect(await outcome(tokenOf(good), firedAt + elapsed * 1000)).toBe(expected);
  });

  it.each([
    [86_400, "passes"],
    [86_460, "passes"],
    [86_461, "expires_too_late"],
    [10 * 365 * 86_400, "expires_too_late"],
    [1e300, "expires_too_late"],
  ])("lies a day ahead at most: %d s is %s", async (ahead, expected) => {
    expect(await outcome(tokenOf({ ...good, exp: seconds + ahead }))).toBe(expected);
  });
});

describe("The claims", () => {
  it.each<[string, string, object]>([
    ["nothing else", "passes", {}],
    ["the hash in capitals", "passes", { body_sha256: hash.toUpperCase() }],
    ["other issuers and audiences", "passes", { iss: "x", aud: ["y"], iat: 1, jti: "z" }],
    ["a fraction in exp", "passes", { exp: good.exp + 0.5 }],
    ["text for exp", "no_expiry", { exp: String(good.exp) }],
    ["no exp", "no_expiry", { exp: undefined }],
    ["null for exp", "no_expiry", { exp: null }],
    ["nbf ahead", "not_yet_valid", { nbf: good.exp + 3600 }],
    ["nbf a little ahead", "passes", { nbf: seconds + 30 }],
    ["no hash", "no_body_hash", { body_sha256: undefined }],
    ["half a hash", "no_body_hash", { body_sha256: hash.slice(32) }],
    ["the hash in base64", "no_body_hash", { body_sha256: "q1w2e3r4t5y6u7i8o9p0" }],
    ["a number for the hash", "no_body_hash", { body_sha256: 7 }],
    ["another hash", "wrong_body", { body_sha256: hash.split("").reverse().join("") }],
    ["a list of URLs", "no_url", { webhook_url: [url] }],
    ["no URL", "no_url", { webhook_url: undefined }],
    ["a blank URL", "no_url", { webhook_url: "" }],
  ])("with %s: %s", async (_, expected, changes) => {
    expect(await outcome(tokenOf({ ...good, ...changes }))).toBe(expected);
  });

  it.each<[string, string, object, string?]>([
    ["RS384", "wrong_algorithm", { alg: "RS384" }, "RSA-SHA384"],
    ["RS512", "wrong_algorithm", { alg: "RS512" }, "RSA-SHA512"],
    ["none under another spelling", "wrong_algorithm", { alg: "nOnE" }],
    ["RS256 in small letters", "wrong_algorithm", { alg: "rs256" }],
    ["no algorithm", "unreadable_signature", { typ: "JWT" }],
    [
      "an extension that must be understood",
      "unreadable_signature",
      { alg: "RS256", crit: ["x"], x: 1 },
    ],
    ["an unencoded payload", "unreadable_signature", { alg: "RS256", crit: ["b64"], b64: false }],
  ])("are refused under %s: %s", async (...[, expected, header, digest]) => {
    expect(await outcome(tokenOf(good, header, digest))).toBe(expected);
  });

  it("bring no key of their own", async () => {
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = other.publicKey.export({ format: "jwk" });
    const input = `${part({ alg: "RS256", jwk })}.${part(good)}`;
    expect(await outcome(sign(input, "RSA-SHA256", other.privateKey))).toBe("wrong_signature");
  });
});
