import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { startFlow, type TestFlow } from "../../../tests/support/flow";
import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
let flow: TestFlow;
let bare: string;
beforeAll(async () => {
  gong = await startGong({ callCount: 3 });
  flow = await startFlow(gong.sandbox);
  bare = gong.sandbox.webhooks.publicKey;
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

const pemOf = (base64: string) =>
  createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" })
    .export({ format: "pem", type: "spki" })
    .toString();
const inLines = (text: string, end: string) => text.replace(/.{64}/g, `$&${end}`);
const spki = (pair: { publicKey: { export(o: object): Buffer | string } }) =>
  pair.publicKey.export({ type: "spki", format: "der" }).toString("base64" as never);

describe("A public key", () => {
  it.each<[string, (key: string) => string]>([
    ["bare base64, as Gong shows it", (key) => key],
    ["in lines", (key) => inLines(key, "\n")],
    ["in lines of another system", (key) => inLines(key, "\r\n")],
    ["with spaces for line breaks", (key) => inLines(key, " ")],
    ["with literal line breaks", (key) => inLines(key, "\\n")],
    ["with literal line breaks of another system", (key) => inLines(key, "\\r\\n")],
    ["with tabs, spaces and line breaks around it", (key) => `\n\t ${key} \r\n`],
    ["in quotation marks", (key) => `"${key}"`],
    ["without its padding", (key) => key.replace(/=+$/, "")],
    ["PEM", pemOf],
    ["PEM of another system", (key) => pemOf(key).replaceAll("\n", "\r\n")],
    ["PEM with spaces for line breaks", (key) => pemOf(key).replaceAll("\n", " ")],
    ["PEM with literal line breaks", (key) => pemOf(key).replaceAll("\n", "\\n")],
    ["PEM without any line break", (key) => pemOf(key).replaceAll("\n", "")],
    ["PEM as text in JSON", (key) => JSON.stringify(pemOf(key))],
    ["PEM without its last line", (key) => pemOf(key).replace(/-----END.*/, "")],
  ])("is read: %s", async (_, paste) => {
    const inputs = { webhookPublicKey: paste(bare) };
    expect(inputs.webhookPublicKey.length).toBeGreaterThan(380);
    const { payload } = await flow.start(await flow.deliver(), inputs);
    expect(payload.gong.callId).toMatch(/^\d+$/);
    const forged = await flow.refuse(await flow.deliver({ kind: "forged" }), inputs);
    expect(forged.code).toBe("wrong_signature");
  });

  it("of another rule refuses genuine events", async () => {
    const other = spki(generateKeyPairSync("rsa", { modulusLength: 2048 }));
    const error = await flow.refuse(await flow.deliver(), { webhookPublicKey: other });
    expect(error.code).toBe("wrong_signature");
    expect(error.message).toContain("each rule in Gong has its own");
  });
});

describe("What is no usable key", () => {
  const cut = (text: string, characters: number) => text.slice(0, -characters);
  const privatePem = () =>
    generateKeyPairSync("rsa", { modulusLength: 2048 })
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString();

  it.each<[string, () => unknown, RegExp]>([
    ["words", () => "the key from Gong!", /in base64 with or without PEM lines/],
    ["half a key", () => cut(bare, 200), /whole and nothing beside it/],
    ["a key that lacks its end", () => cut(bare.replace(/=+$/, ""), 8), /whole and nothing beside/],
    ["two keys", () => bare.replace(/=+$/, "") + bare, /whole and nothing beside it/],
    ["base64 of something else", () => "aGVsbG8gd29ybGQ=", /whole and nothing beside it/],
    ["a private key", privatePem, /not a private key/],
    [
      "a certificate",
      () => "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
      /in base64 with or without PEM lines/,
    ],
    ["a URL", () => "https://app.gong.io/keys/1", /in base64 with or without PEM lines/],
    [
      "a small RSA key",
      () => spki(generateKeyPairSync("rsa", { modulusLength: 1024 })),
      /an RSA key of at least 2048 bits/,
    ],
    [
      "a key for another algorithm",
      () => spki(generateKeyPairSync("ec", { namedCurve: "P-256" })),
      /an RSA key of at least 2048 bits/,
    ],
    ["an object", () => ({ kty: "RSA" }), /must be text, not an object/],
  ])("is refused by the name of its input: %s", async (_, key, words) => {
    const error = await flow.refuse(await flow.deliver(), { webhookPublicKey: key() });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(/^Webhook Public Key must be /);
    expect(error.message).toMatch(words);
    expect(error.message.length).toBeLessThan(200);
  });
});
