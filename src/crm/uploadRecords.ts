import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { GongClient } from "../client/createClient";
import { isGongError } from "../client/errors";
import { multipart } from "../client/multipart";
import { getCrmRequestStatus, uploadCrmObjects } from "../operations/crm";
import { cutFiles, type FileLimits, type Line, type UploadFile } from "./cutFiles";
import type { ObjectFields, ObjectType } from "./fields";
import type { SourceRecord } from "./readRecords";
import { toRecord } from "./toRecord";

/** What is uploaded, and how far one run goes. */
export interface Upload {
  readonly integrationId: string;
  readonly objectType: ObjectType;
  readonly fields: ObjectFields;
  /** Letters, digits, `-` and `_`. The same one with the same records uploads nothing twice (G59). */
  readonly uploadId: string;
  readonly source: AsyncIterable<SourceRecord>;
  readonly limits?: FileLimits;
  /** Milliseconds until no other file is begun. */
  readonly sendWithinMs: number;
  /** Milliseconds until the uploads are no longer followed. */
  readonly followWithinMs: number;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly recordsSent: number;
  readonly filesDone: number;
  readonly filesPending: number;
}

/** A record that was not taken, with what is wrong with it. */
export interface RecordError {
  /** Number of the record in the source, from 1; 0 where Gong speaks of a whole file. */
  readonly number: number;
  readonly description: string;
  /** The record as it was sent, or as it was read where it was not sent. */
  readonly record?: unknown;
  readonly wasSent: boolean;
}

/** One upload as Gong reports it (G38, G59). */
export interface FileReport {
  readonly clientRequestId: string;
  readonly status: string;
  readonly records: number;
  readonly totalErrorCount: number;
  readonly totalSuccessCount: number;
}

/** What came of it. */
export interface UploadReport {
  readonly recordsRead: number;
  readonly recordsSent: number;
  readonly recordsAccepted: number;
  /** Every record that was not taken counts, also those beyond the ones in `errors`. */
  readonly recordsRejected: number;
  readonly errors: readonly RecordError[];
  readonly files: readonly FileReport[];
  /** Whether all records are uploaded and all uploads are done. */
  readonly complete: boolean;
  /** Uploads that Gong was still working on, for Get CRM Request Status. */
  readonly pending: readonly string[];
  /** Number of the first record that was not uploaded for lack of time. */
  readonly nextRecord?: number;
}

/** Uploads that Gong works on at the same time; more would only take memory. */
const maxPending = 3;
/** Errors that are handed back; the count goes on. */
const maxErrors = 1_000;
const firstPollMs = 1_000;
const longestPollMs = 15_000;

interface Pending {
  readonly clientRequestId: string;
  readonly file: UploadFile;
  pollMs: number;
  nextPollAt: number;
}

/**
 * Checks, uploads and follows records until Gong has worked them in. Records that cannot be taken
 * are left out and come back with their problem. No two uploads about the same record run at once.
 *
 * @throws GongError when an upload fails for good
 */
export async function uploadRecords(client: GongClient, upload: Upload): Promise<UploadReport> {
  return new Run(client, upload).run();
}

class Run {
  readonly #client: GongClient;
  readonly #upload: Upload;
  readonly #begun = performance.now();
  readonly #errors: RecordError[] = [];
  readonly #files: FileReport[] = [];
  #pending: Pending[] = [];
  #read = 0;
  #sent = 0;
  #accepted = 0;
  #rejected = 0;
  #nextRecord: number | undefined;

  constructor(client: GongClient, upload: Upload) {
    this.#client = client;
    this.#upload = upload;
  }

  async run(): Promise<UploadReport> {
    for await (const file of cutFiles(this.#lines(), this.#upload.limits)) {
      const conflicts = ({ file: { ids } }: Pending) => file.lines.some(({ id }) => ids.has(id));
      while (this.#pending.length >= maxPending || this.#pending.some(conflicts)) {
        if (!(await this.#follow())) break;
      }
      await this.#send(file);
    }
    while (this.#pending.length > 0 && (await this.#follow()));
    return {
      recordsRead: this.#read,
      recordsSent: this.#sent,
      recordsAccepted: this.#accepted,
      recordsRejected: this.#rejected,
      errors: this.#errors,
      files: this.#files,
      complete: this.#pending.length === 0 && this.#nextRecord === undefined,
      pending: this.#pending.map(({ clientRequestId }) => clientRequestId),
      ...(this.#nextRecord === undefined ? {} : { nextRecord: this.#nextRecord }),
    };
  }

  async *#lines(): AsyncGenerator<Line> {
    const { source, objectType, fields, sendWithinMs } = this.#upload;
    for await (const { number, record, problem } of source) {
      if (performance.now() - this.#begun > sendWithinMs) {
        this.#nextRecord = number;
        return;
      }
      this.#read += 1;
      const checked = record ? toRecord(record, objectType, fields) : { problem: problem ?? "" };
      if ("line" in checked) yield { ...checked, number };
      else this.#reject({ number, description: checked.problem, record, wasSent: false });
    }
  }

  async #send(file: UploadFile): Promise<void> {
    const { integrationId, objectType, uploadId } = this.#upload;
    const content = Buffer.from(`${file.lines.map(({ line }) => line).join("\n")}\n`);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
    const clientRequestId = `${uploadId}-${hash}`;
    const part = { content, fileName: `${hash}.ldjson`, contentType: "application/x-ndjson" };
    try {
      await this.#client.call(uploadCrmObjects, {
        query: { integrationId, objectType, clientRequestId },
        form: () => multipart([["dataFile", part]]),
      });
    } catch (error) {
      // The content is part of the ID, so what was used before is this very file (G59).
      if (!isGongError(error) || error.status !== 409) throw error;
    }
    this.#sent += file.lines.length;
    const nextPollAt = performance.now() + firstPollMs;
    this.#pending.push({ clientRequestId, file, pollMs: firstPollMs, nextPollAt });
    this.#report();
  }

  /** Asks for the upload whose turn it is. @returns whether there is time to ask again */
  async #follow(): Promise<boolean> {
    const [first] = this.#pending.sort((one, other) => one.nextPollAt - other.nextPollAt);
    if (!first) return false;
    if (first.nextPollAt - this.#begun > this.#upload.followWithinMs) return false;
    await sleep(Math.max(0, first.nextPollAt - performance.now()));
    const { integrationId } = this.#upload;
    const status: RequestStatus = await this.#client.call(getCrmRequestStatus, {
      query: { integrationId, clientRequestId: first.clientRequestId },
    });
    if (status.status === "DONE" || status.status === "FAILED") this.#finish(first, status);
    first.pollMs = Math.min(first.pollMs * 2, longestPollMs);
    first.nextPollAt = performance.now() + first.pollMs;
    return true;
  }

  #finish(done: Pending, { status, errors, totalErrorCount, totalSuccessCount }: RequestStatus) {
    const { clientRequestId, file } = done;
    this.#pending = this.#pending.filter((other) => other !== done);
    const failed = totalErrorCount ?? errors?.length ?? 0;
    const report = {
      clientRequestId,
      status: status ?? "",
      records: file.lines.length,
      totalErrorCount: failed,
      totalSuccessCount: totalSuccessCount ?? (status === "DONE" ? file.lines.length - failed : 0),
    };
    this.#files.push(report);
    this.#accepted += report.totalSuccessCount;
    const known = errors ?? [];
    for (const { line, description } of known) {
      const source = file.lines[(line ?? 0) - 1];
      this.#reject({
        number: source?.number ?? 0,
        description: description ?? "Gong did not say what is wrong.",
        ...(source ? { record: JSON.parse(source.line) } : {}),
        wasSent: true,
      });
    }
    // Gong names at most 20 of a file (G38).
    this.#rejected += Math.max(0, failed - known.length);
    this.#report();
  }

  #reject(error: RecordError): void {
    this.#rejected += 1;
    if (this.#errors.length < maxErrors) this.#errors.push(error);
  }

  #report(): void {
    this.#upload.onProgress({
      recordsSent: this.#sent,
      filesDone: this.#files.length,
      filesPending: this.#pending.length,
    });
  }
}

interface RequestStatus {
  readonly status?: string | null;
  readonly errors?: readonly { line?: number | null; description?: string | null }[] | null;
  readonly totalErrorCount?: number | null;
  readonly totalSuccessCount?: number | null;
}
