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

/** A record that was rejected. */
interface RecordError {
  /** Number of the record in the source, from 1; 0 where it is not known. */
  readonly number: number;
  readonly description: string;
  /** The record as it was sent, or as it was read where it was not sent. */
  readonly record?: unknown;
}

/** An upload that is done. */
interface DoneUpload {
  readonly clientRequestId: string;
  readonly status: string;
  readonly records: number;
  readonly totalErrorCount: number;
  readonly totalSuccessCount: number;
}

/** Errors that are returned; the counts go on. */
const maxErrors = 1_000;

/** Counts what becomes of records, and keeps the first errors with their records. */
export class UploadReport {
  readonly uploads: DoneUpload[] = [];
  sent = 0;
  /** The first record that is not uploaded. */
  next = 1;
  readonly #unsent: number[] = [];
  readonly #errors: (RecordError & { readonly wasSent: boolean })[] = [];
  #accepted = 0;
  #refused = 0;

  /** A record that cannot be sent. */
  leaveOut(error: RecordError): void {
    this.#unsent.push(error.number);
    this.#keep(error, false);
  }

  /** An upload that is done; `file` is missing for one of an earlier run. */
  finish(clientRequestId: string, file: UploadFile | undefined, answer: RequestStatus): void {
    const { status, errors, totalErrorCount, totalSuccessCount } = answer;
    const known = errors ?? [];
    // A single error in line 0 is about the whole file.
    const isWhole = file && known.some(({ line }) => line === 0);
    const failed = isWhole ? file.numbers.length : (totalErrorCount ?? known.length);
    const sent = file?.numbers.length ?? failed;
    const taken = totalSuccessCount ?? (status === "DONE" ? sent - failed : 0);
    this.uploads.push({
      clientRequestId,
      status: status ?? "",
      records: file ? sent : failed + taken,
      totalErrorCount: failed,
      totalSuccessCount: taken,
    });
    this.#accepted += taken;
    this.#refused += failed;
    for (const { line, description } of known) {
      const number = file?.numbers[(line ?? 0) - 1] ?? 0;
      const record = file && number ? { record: JSON.parse(lineOf(file, line ?? 0)) } : {};
      const problem = description ?? "Gong does not say what is wrong with it.";
      this.#keep({ number, description: problem, ...record }, true);
    }
  }

  #keep(error: RecordError, wasSent: boolean): void {
    if (this.#errors.length < maxErrors) this.#errors.push({ ...error, wasSent });
  }

  /** What an action returns. @param isWhole whether the source was read to its end */
  toAnswer(uploadId: string, pending: readonly string[], isWhole: boolean) {
    const complete = isWhole && pending.length === 0;
    // What the next run reads again, it reports again.
    const isReported = ({ number }: RecordError) => isWhole || number < this.next;
    const unsent = this.#unsent.filter((number) => isReported({ number, description: "" }));
    return {
      uploadId,
      complete,
      recordsSent: this.sent,
      recordsAccepted: this.#accepted,
      recordsRejected: unsent.length + this.#refused,
      errors: this.#errors
        .filter((error) => error.wasSent || isReported(error))
        .sort((one, other) => one.number - other.number),
      uploads: this.uploads,
      pending,
      ...(complete ? {} : { nextRecord: this.next }),
    };
  }
}
