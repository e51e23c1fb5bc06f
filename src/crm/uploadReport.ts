import { lineOf, type UploadFile } from "./cutFiles";

/** How Gong reports an upload (G38, G59). */
export interface RequestStatus {
  readonly status?: string | null;
  readonly errors?:
    | readonly { readonly line?: number | null; readonly description?: string | null }[]
    | null;
  readonly totalErrorCount?: number | null;
  readonly totalSuccessCount?: number | null;
}

/** A record that was not taken, with what is wrong with it. */
export interface RecordError {
  /** Number of the record in the source, from 1; 0 where it is not known. */
  readonly number: number;
  readonly description: string;
  /** The record as it was sent, or as it was read where it was not sent. */
  readonly record?: unknown;
  /** Whether Gong refused it; otherwise it was not sent. */
  readonly wasSent: boolean;
}

/** An upload that is done. */
export interface DoneUpload {
  readonly clientRequestId: string;
  readonly status: string;
  readonly records: number;
  readonly totalErrorCount: number;
  readonly totalSuccessCount: number;
}

/** Errors that are handed back; the count goes on. */
const maxErrors = 1_000;

/** Counts what becomes of records, and keeps the first errors with their records. */
export class UploadReport {
  readonly uploads: DoneUpload[] = [];
  sent = 0;
  /** The first record that is not uploaded. */
  next = 1;
  #unsent: RecordError[] = [];
  #unsentCount = 0;
  readonly #refused: RecordError[] = [];
  #accepted = 0;
  #refusedCount = 0;

  /** A record that cannot be sent. */
  leaveOut(error: Omit<RecordError, "wasSent">): void {
    this.#unsentCount += 1;
    if (this.#unsent.length < maxErrors) this.#unsent.push({ ...error, wasSent: false });
  }

  /** An upload that is done; `file` is missing for one of an earlier run. */
  finish(clientRequestId: string, file: UploadFile | undefined, answer: RequestStatus): void {
    const { status, errors, totalErrorCount, totalSuccessCount } = answer;
    const known = errors ?? [];
    const records = file?.numbers.length ?? 0;
    // A single error in line 0 is about the whole file.
    const isWhole = known.some(({ line }) => line === 0);
    const failed = isWhole && file ? records : (totalErrorCount ?? known.length);
    const taken = totalSuccessCount ?? (status === "DONE" ? records - failed : 0);
    this.uploads.push({
      clientRequestId,
      status: status ?? "",
      records: records || failed + taken,
      totalErrorCount: failed,
      totalSuccessCount: taken,
    });
    this.#accepted += taken;
    this.#refusedCount += failed;
    for (const { line, description } of known) {
      const number = file?.numbers[(line ?? 0) - 1];
      if (this.#refused.length >= maxErrors) return;
      this.#refused.push({
        number: number ?? 0,
        description: description ?? "Gong does not say what is wrong.",
        ...(file && number ? { record: JSON.parse(lineOf(file, line ?? 0)) } : {}),
        wasSent: true,
      });
    }
  }

  /** What an action hands on. @param isWhole whether the source was read to its end */
  toAnswer(uploadId: string, pending: readonly string[], isWhole: boolean) {
    if (!isWhole) this.#forgetFrom(this.next);
    const complete = isWhole && pending.length === 0;
    const errors = [...this.#unsent, ...this.#refused].slice(0, maxErrors);
    return {
      uploadId,
      complete,
      recordsSent: this.sent,
      recordsAccepted: this.#accepted,
      recordsRejected: this.#unsentCount + this.#refusedCount,
      errors: errors.sort((one, other) => one.number - other.number),
      uploads: this.uploads,
      pending,
      ...(complete ? {} : { nextRecord: this.next }),
    };
  }

  /** What the next run reads again, it reports again. */
  #forgetFrom(number: number): void {
    const kept = this.#unsent.filter((error) => error.number < number);
    this.#unsentCount -= this.#unsent.length - kept.length;
    this.#unsent = kept;
  }
}
