import { createHash } from "node:crypto";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { badRequest, GongError } from "./errors";
import type { RecordedFile, RecordedMultipart } from "./recorder";
import { WavProbe } from "./wav";

/** Gong takes media up to 1.5 GB (G26). */
export const gongMediaLimit = 1.5 * 1024 ** 3;

/** Reads one file as it comes; what it keeps of the bytes is its own affair. */
export interface FileSink {
  /** As soon as a file has more, it is refused. */
  readonly maxBytes: number;
  /** The limit in words. */
  readonly limit: string;
  push(chunk: Buffer): void;
}

/** A file of a form, read to its end by its sink. */
export interface UploadedFile extends RecordedFile {
  sink: FileSink;
}

/** A multipart body, read to its end. */
export interface Upload extends RecordedMultipart {
  files: UploadedFile[];
}

/** Keeps a fingerprint and the length of a recording. */
export class MediaSink implements FileSink {
  readonly limit = "1.5GB";
  readonly maxBytes: number;
  readonly #hash = createHash("sha256");
  readonly #wav = new WavProbe();

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  push(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#wav.push(chunk);
  }

  /** Hex SHA-256 of the bytes, by which the same media is known again (G26). */
  sha256(): string {
    return this.#hash.copy().digest("hex");
  }

  /** How long it plays, when the bytes tell. */
  seconds(): number | undefined {
    return this.#wav.seconds();
  }
}

/**
 * Reads a multipart body to its end without holding its bytes.
 * @param into filled while reading, so that it tells how far a refused upload came
 * @throws GongError 400 as soon as a file exceeds its sink's limit
 */
export async function readUpload(
  request: FastifyRequest,
  openSink: () => FileSink,
  into: Upload,
): Promise<void> {
  for await (const part of request.parts({ limits: { fileSize: Number.POSITIVE_INFINITY } })) {
    if (part.type === "field") into.fields[part.fieldname] = String(part.value);
    else await readFile(part, openSink(), into);
  }
}

async function readFile(part: MultipartFile, sink: FileSink, into: Upload): Promise<void> {
  const file: UploadedFile = {
    field: part.fieldname,
    fileName: part.filename,
    contentType: part.mimetype,
    size: 0,
    sink,
  };
  into.files.push(file);
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    file.size += chunk.length;
    // No 413 is known of Gong (G9): what the request got wrong is a 400 there.
    if (file.size > sink.maxBytes) {
      throw badRequest(part.fieldname, `file size must not exceed ${sink.limit}`);
    }
    sink.push(chunk);
  }
}

/**
 * The one file of a form in the field where it belongs (G26, G38).
 * @throws GongError 400 or 415 for anything else
 */
export function onlyFile(upload: Upload | null, wanted: string): UploadedFile {
  if (!upload) throw new GongError(415, "Content type must be multipart/form-data");
  const { files, fields } = upload;
  const strangers = [...files.map(({ field }) => field), ...Object.keys(fields)].filter(
    (field) => field !== wanted,
  );
  if (strangers.length > 0) throw badRequest(strangers.join(", "), "unrecognized field");
  const [file, another] = files;
  if (!file) throw badRequest(wanted, "must not be null");
  if (another) throw badRequest(wanted, "must be a single file");
  if (file.size === 0) throw badRequest(wanted, "must not be empty");
  return file;
}
