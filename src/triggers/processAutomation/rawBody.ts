import { toBinaryFile } from "../../inputs/file";

/**
 * The bytes of a request's body. They arrive as a Buffer, as a Buffer that went through JSON, or as
 * text; anything else is a parsed value, whose bytes are lost.
 */
export function bytesOf(rawBody: unknown): Buffer | undefined {
  if (typeof rawBody === "string") return Buffer.from(rawBody, "utf8");
  return toBinaryFile(rawBody)?.data;
}

/** The text that bytes stand for, without a byte order mark; nothing when they are not UTF-8. */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
