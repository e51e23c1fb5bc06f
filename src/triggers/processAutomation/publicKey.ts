import { createPublicKey, type KeyObject } from "node:crypto";
import { defineInput } from "../../inputs/define";
import { type Reader, readText } from "../../inputs/readers";

/** RFC 7518, 3.3; smaller keys can be broken. */
const fewestBits = 2048;
const wanted = "must be the public key that Gong shows in the automation rule";

/** Gong shows base64 of SPKI DER; people paste it with PEM lines, spaces, line breaks, `\n` (G45). */
const readPublicKey: Reader<KeyObject> = (given, refuse) => {
  const text = readText()(given, refuse);
  if (text.includes("PRIVATE KEY")) return refuse(`${wanted}, not a private key`);
  const base64 = text
    .replace(/-----(BEGIN|END) PUBLIC KEY-----/g, "")
    .replace(/\\[nrt]|[\s"']/g, "");
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(base64)) {
    return refuse(`${wanted}, in base64 with or without PEM lines`);
  }
  const key = toKey(Buffer.from(base64, "base64"));
  if (!key) return refuse(`${wanted}, complete and with nothing else`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return key.asymmetricKeyType === "rsa" && bits >= fewestBits
    ? key
    : refuse(`must be an RSA key of at least ${fewestBits} bits`);
};

function toKey(der: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    // OpenSSL passes over what follows a key, such as a second one pasted behind it.
    return key.export({ format: "der", type: "spki" }).equals(der) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The key that events are checked with. */
export const publicKeyInput = defineInput(
  { type: "text" } as const,
  {
    label: "Webhook Public Key",
    comments:
      "The public key that Gong shows in the automation rule when you choose a signed JWT: Base64, with or without PEM lines and line breaks. With it, only events that Gong signed for this URL pass. Each rule has its own key. A signed event can come twice: dedupe by callData.metaData.id. Blank lets every request to the URL pass.",
    example: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A…",
  },
  readPublicKey,
);
