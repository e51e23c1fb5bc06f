import { createHash } from "node:crypto";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { badRequest } from "./errors";
import type { RecordedFile, RecordedMultipart } from "./recorder";
import { WavProbe } from "./wav";

/** Gong takes files up to 1.5 GB (G26). */
export const gongMediaLimit = 1.5 * 1024 ** 3;

/** A file of which only sizes and hashes are left. */
export interface UploadedFile extends RecordedFile {
  /** Hex SHA-256 of the bytes, by which the same media is known again (G26). */
  sha256: string;
  /** How long it plays, when the bytes tell. */
  seconds: number | undefined;
}

/** A multipart body, read to its end. */
export interface Upload extends RecordedMultipart {
  files: UploadedFile[];
}

/**
 * Reads a multipart body to its end while keeping nothing of it but sizes and hashes.
 * @param into filled while reading, so that it tells how far a refused upload came
 * @throws GongError 400 as soon as a file exceeds the limit
 */
export async function readUpload(
  request: FastifyRequest,
  maxBytes: number,
  into: Upload,
): Promise<void> {
  for await (const part of request.parts({ limits: { fileSize: Number.POSITIVE_INFINITY } })) {
    if (part.type === "field") into.fields[part.fieldname] = String(part.value);
    else await readFile(part, maxBytes, into);
  }
}

async function readFile(part: MultipartFile, maxBytes: number, into: Upload): Promise<void> {
  const hash = createHash("sha256");
  const wav = new WavProbe();
  const file: UploadedFile = {
    field: part.fieldname,
    fileName: part.filename,
    contentType: part.mimetype,
    size: 0,
    sha256: "",
    seconds: undefined,
  };
  into.files.push(file);
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    file.size += chunk.length;
    // 413 is not among the statuses that Gong's description or anybody's record shows for this
    // call (G9): what the request got wrong is a 400 there.
    if (file.size > maxBytes) throw badRequest(part.fieldname, "file size must not exceed 1.5GB");
    hash.update(chunk);
    wav.push(chunk);
  }
  file.sha256 = hash.digest("hex");
  file.seconds = wav.seconds();
}
