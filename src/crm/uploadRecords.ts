import { createHash } from "node:crypto";
import { isGongError } from "../client/errors";
import { multipart } from "../client/multipart";
import { systemTime } from "../client/time";
import type { GongClient } from "../client/types";
import { getCrmRequestStatus, uploadCrmObjects } from "../operations/crm";
import { cutFiles, type FileLimits, type Line, type UploadFile } from "./cutFiles";
import type { ObjectFields, ObjectType } from "./fields";
import type { SourceRecord } from "./readRecords";
import { toRecord } from "./toRecord";
import { type RequestStatus, UploadReport } from "./uploadReport";

/** What is uploaded, and how far one run goes. */
export interface Upload {
  readonly integrationId: string;
  readonly objectType: ObjectType;
  readonly fields: ObjectFields;
  /** Letters, digits, `-` and `_`. The same one with the same records uploads nothing twice (G59). */
  readonly uploadId: string;
  readonly source: AsyncIterable<readonly SourceRecord[]>;
  /** Where an earlier run ended, from 1. */
  readonly firstRecord: number;
  /** Uploads that an earlier run left to Gong. */
  readonly pending: readonly string[];
  readonly limits?: FileLimits;
  /** Milliseconds to follow uploads for; no file is begun in the last fifth of them. */
  readonly withinMs: number;
  /** Ends what takes longer: a request, or a source that is slow. */
  readonly signal?: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly recordsSent: number;
  readonly uploadsDone: number;
  readonly uploadsPending: number;
  /** Where a run that fails now can be taken up. */
  readonly nextRecord: number;
}

/** Uploads that Gong works on at the same time; more would only take memory. */
const maxPending = 3;
const firstPollMs = 1_000;
const longestPollMs = 15_000;
/** A file is small, so that a connection that hangs is given up early. */
const row = { ...uploadCrmObjects, timeoutMs: 2 * 60_000 };

function shares(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const id of one) if (other.has(id)) return true;
  return false;
}

interface Pending {
  readonly clientRequestId: string;
  /** None for an upload of an earlier run, which may be about any record. */
  readonly file?: UploadFile;
  pollMs: number;
  nextPollAt: number;
}

/**
 * Checks, uploads and follows records until Gong is done with them. Records that cannot be taken
 * are left out and come back with their problem. No two uploads about the same record run at once.
 *
 * @throws GongError when an upload fails for good, and what the source throws
 */
export async function uploadRecords(client: GongClient, upload: Upload) {
  return new Run(client, upload).run();
}

class Run {
  readonly #client: GongClient;
  readonly #upload: Upload;
  readonly #begun = systemTime.now();
  readonly #report = new UploadReport();
  #pending: Pending[];
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  /** The record of the source that was read last. */
  #last = 0;

  constructor(client: GongClient, upload: Upload) {
    this.#client = client;
    this.#upload = upload;
    this.#report.next = upload.firstRecord;
    const polls = { pollMs: firstPollMs, nextPollAt: this.#begun };
    this.#pending = upload.pending.map((clientRequestId) => ({ clientRequestId, ...polls }));
  }

  async run() {
    let isWhole = false;
    try {
      isWhole = await this.#sendAll();
      while (await this.#follow());
    } catch (error) {
      // What the time cuts off is left to the next run.
      if (!this.#upload.signal?.aborted) throw error;
    }
    const pending = this.#pending.map(({ clientRequestId }) => clientRequestId);
    return this.#report.toAnswer(this.#upload.uploadId, pending, isWhole);
  }

  /** @returns whether the source was sent to its end */
  async #sendAll(): Promise<boolean> {
    for await (const file of cutFiles(this.#lines(), this.#upload.limits, this.#spare)) {
      if (!(await this.#hasRoom(file))) return false;
      await this.#send(file);
      this.#report.next = file.next;
      this.#tell();
    }
    this.#report.next = this.#last + 1;
    return true;
  }

  async *#lines(): AsyncGenerator<readonly Line[]> {
    for await (const records of this.#upload.source) {
      this.#last = records.at(-1)?.number ?? this.#last;
      yield records.flatMap((record) => this.#lineOf(record));
    }
  }

  #lineOf({ number, record, problem = "" }: SourceRecord): Line[] {
    const { firstRecord, objectType, fields } = this.#upload;
    if (number < firstRecord) return [];
    const checked = record ? toRecord(record, objectType, fields) : { problem };
    if ("line" in checked) return [{ ...checked, number }];
    this.#report.leaveOut({ number, description: checked.problem, record });
    return [];
  }

  /** Waits until the file can go. @returns whether it can within the time */
  async #hasRoom({ ids }: UploadFile): Promise<boolean> {
    const isAbout = ({ file }: Pending) => !file || shares(file.ids, ids);
    while (this.#pending.length >= maxPending || this.#pending.some(isAbout)) {
      if (!(await this.#follow())) return false;
    }
    return this.#elapsedMs() <= this.#upload.withinMs * 0.8;
  }

  async #send(file: UploadFile): Promise<void> {
    const { integrationId, objectType } = this.#upload;
    const clientRequestId = this.#idOf(file);
    const fileName = `${clientRequestId}.ldjson`;
    const part = { content: file.content, fileName, contentType: "application/x-ndjson" };
    try {
      await this.#client.call(row, {
        query: { integrationId, objectType, clientRequestId },
        form: () => multipart([["dataFile", part]]),
      });
    } catch (error) {
      // What is in the file is part of its ID, so that what arrived before is this very file (G59).
      if (!isGongError(error) || error.status !== 409) throw error;
    }
    this.#report.sent += file.numbers.length;
    const nextPollAt = systemTime.now() + firstPollMs;
    this.#pending.push({ clientRequestId, file, pollMs: firstPollMs, nextPollAt });
  }

  /** The place in the source counts too: a record may be changed and changed back. */
  #idOf({ content, numbers }: UploadFile): string {
    const { integrationId, objectType, uploadId } = this.#upload;
    const hash = createHash("sha256").update(`${integrationId} ${objectType} ${numbers[0]}\n`);
    return `${uploadId}-${hash.update(content).digest("hex").slice(0, 16)}`;
  }

  /** Asks for the upload whose turn it is. @returns whether there was one, and time to ask */
  async #follow(): Promise<boolean> {
    const [first] = this.#pending.sort((one, other) => one.nextPollAt - other.nextPollAt);
    if (!first) return false;
    const waitMs = Math.max(0, first.nextPollAt - systemTime.now());
    if (this.#elapsedMs() + waitMs > this.#upload.withinMs) return false;
    await systemTime.sleep(waitMs);
    const { clientRequestId } = first;
    const query = { integrationId: this.#upload.integrationId, clientRequestId };
    const status: RequestStatus = await this.#client.call(getCrmRequestStatus, { query });
    if (status.status === "DONE" || status.status === "FAILED") {
      this.#pending = this.#pending.filter((other) => other !== first);
      this.#report.finish(clientRequestId, first.file, status);
      if (first.file) this.#spare.push(first.file.memory);
      this.#tell();
    }
    first.pollMs = Math.min(first.pollMs * 2, longestPollMs);
    first.nextPollAt = systemTime.now() + first.pollMs;
    return true;
  }

  #elapsedMs(): number {
    return systemTime.now() - this.#begun;
  }

  #tell(): void {
    this.#upload.onProgress({
      recordsSent: this.#report.sent,
      uploadsDone: this.#report.uploads.length,
      uploadsPending: this.#pending.length,
      nextRecord: this.#report.next,
    });
  }
}
