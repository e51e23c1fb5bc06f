import { badRequest } from "../errors";
import type { FileSink } from "../upload";
import { complaintAbout, fieldsOf, type ObjectType, type SchemaField } from "./fields";

/** What became of the lines of an upload. */
export interface LineReport {
  /** Gong tells 20 at most (G38). */
  errors: { line: number; description: string }[];
  totalErrorCount: number;
  totalSuccessCount: number;
  /** The lines that can be stored, by object id; null for one that deletes. */
  changes: Map<string, string | null>;
}

const mostErrors = 20;
const newline = 10;
const longestLine = 1024 ** 2;

/** Reads newline-delimited JSON line by line and forgets what it need not keep. */
export class LineSink implements FileSink {
  readonly maxBytes = 200 * 1024 ** 2;
  readonly limit = "200MB";
  readonly #check: (record: unknown) => string | undefined;
  readonly #maxKept: number;
  readonly #report: LineReport = {
    errors: [],
    totalErrorCount: 0,
    totalSuccessCount: 0,
    changes: new Map(),
  };
  #rest: Buffer = Buffer.alloc(0);
  #line = 0;

  /** @param maxKept how many objects are kept; more are checked and counted only */
  constructor(type: ObjectType, schema: readonly SchemaField[], maxKept: number) {
    const fields = fieldsOf(type, schema);
    this.#check = (record) => complaintAbout(record, type, fields);
    this.#maxKept = maxKept;
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      this.#take(bytes, start, end);
      start = end + 1;
    }
    this.#rest = bytes.subarray(start);
    if (this.#rest.length > longestLine) throw badRequest("dataFile", "lines must not exceed 1MB");
  }

  /** Ends the reading; call it once. */
  finish(): LineReport {
    this.#take(this.#rest, 0, this.#rest.length);
    this.#rest = Buffer.alloc(0);
    const report = this.#report;
    if (report.totalErrorCount + report.totalSuccessCount === 0) {
      // Line 0 stands for the file as a whole.
      report.errors.push({ line: 0, description: "The file has no objects" });
      report.totalErrorCount = 1;
    }
    return report;
  }

  #take(bytes: Buffer, start: number, end: number): void {
    this.#line += 1;
    const text = bytes.toString("utf8", start, end).trim();
    if (text === "") return;
    const complaint = this.#accept(text);
    if (complaint === undefined) this.#report.totalSuccessCount += 1;
    else this.#complain(complaint);
  }

  #accept(text: string): string | undefined {
    let record: { objectId: string; isDeleted?: boolean };
    try {
      record = JSON.parse(text);
    } catch {
      return "The line is not valid JSON";
    }
    const complaint = this.#check(record);
    if (complaint !== undefined) return complaint;
    const { changes } = this.#report;
    if (changes.has(record.objectId)) {
      return `Object [${record.objectId}] is in the file more than once`; // G59
    }
    if (changes.size < this.#maxKept) {
      changes.set(record.objectId, record.isDeleted === true ? null : text);
    }
    return undefined;
  }

  #complain(description: string): void {
    this.#report.totalErrorCount += 1;
    if (this.#report.errors.length < mostErrors) {
      this.#report.errors.push({ line: this.#line, description });
    }
  }
}
