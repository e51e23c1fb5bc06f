import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { publicKeyInput } from "./publicKey";

const spki = { type: "spki", format: "der" } as const;
const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength });
const pair = rsa(2048);
const bare = pair.publicKey.export(spki).toString("base64");
const pem = String(pair.publicKey.export({ type: "spki", format: "pem" }));
const inLines = (end: string) => bare.replace(/.{64}/g, `$&${end}`);

describe("Webhook Public Key", () => {
  it.each([
    ["bare base64, as Gong shows it", bare],
    ["in lines", inLines("\n")],
    ["in lines of another system", inLines("\r\n")],
    ["with spaces for line breaks", inLines(" ")],
    ["with literal line breaks", inLines("\\r\\n")],
    ["with blanks around it", `\n\t ${bare} \r\n`],
    ["in quotation marks, without its padding", `"${bare.replace(/=+$/, "")}"`],
    ["PEM", pem],
    ["PEM of another system", pem.replaceAll("\n", "\r\n")],
    ["PEM with spaces for line breaks", pem.replaceAll("\n", " ")],
    ["PEM without any line break", pem.replaceAll("\n", "")],
    ["PEM as text in JSON", JSON.stringify(pem)],
    ["PEM without its last line", pem.replace(/-----END.*/, "")],
  ])("is read: %s", (_, paste) => {
    const key = createPublicKey({ key: Buffer.from(bare, "base64"), ...spki });
    expect(publicKeyInput.clean(paste)?.equals(key)).toBe(true);
  });

  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  it.each<[string, unknown, string]>([
    ["words", "the key from Gong!", "in base64 with or without PEM lines"],
    ["a URL", "https://app.gong.io/keys/1", "in base64 with or without PEM lines"],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIB", "in base64 with or without PEM lines"],
    ["half a key", bare.slice(0, -200), "complete and with nothing else"],
    ["one that lacks its end", bare.slice(0, -12), "complete and with nothing else"],
    ["two keys", bare.replace(/=+$/, "") + bare, "complete and with nothing else"],
    ["base64 of something else", "aGVsbG8gd29ybGQ=", "complete and with nothing else"],
    [
      "a private key",
      pair.privateKey.export({ type: "pkcs8", format: "pem" }),
      "that Gong shows in the automation rule, not a private key",
    ],
    ["a small RSA key", rsa(1024).publicKey.export(spki).toString("base64"), "at least 2048 bits"],
    ["another algorithm", ec.publicKey.export(spki).toString("base64"), "at least 2048 bits"],
    ["an object", { kty: "RSA" }, "text, not an object"],
  ])("is refused by its label: %s", (_, key, words) => {
    const read = () => publicKeyInput.clean(key);
    expect(read).toThrow(/^Webhook Public Key must be .{10,160}$/);
    expect(read).toThrow(words);
  });
});
