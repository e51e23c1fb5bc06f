import { Readable } from "node:stream";
import { type CsvError, type InfoRecord, parse } from "csv-parse";
import { InputError } from "../inputs/InputError";
import { parseJson } from "../text/json";

/** One record of a source as it was read, or what kept it from being read. */
export interface SourceRecord {
  /** Its number in the source, from 1: of records in a list or CSV, of lines in JSON lines. */
  readonly number: number;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/** Records as they are read, some at a time: one by one would take several times as long. */
export type SourceRecords = AsyncGenerator<readonly SourceRecord[], void, undefined>;

const rowsAtOnce = 200;

/** The records of a list from an earlier step. */
export async function* readList(list: readonly unknown[]): SourceRecords {
  for (let at = 0; at < list.length; at += rowsAtOnce) {
    const part = list.slice(at, at + rowsAtOnce);
    yield part.map((record, index) => asSource(at + index + 1, record));
  }
}

/**
 * The records of a file, read as it arrives. JSON lines hold an object on each line; CSV has the
 * field names in its first line, between commas, semicolons, or tabs. The first sign tells which it is.
 *
 * @throws what the stream throws, and InputError for CSV that cannot be read
 */
export async function* readFile(content: Readable | Buffer): SourceRecords {
  const stream = content instanceof Readable ? content : Readable.from(piecesOf(content));
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { value: first, done } = await chunks.next();
  if (done) return;
  const all = Readable.from(
    (async function* () {
      yield first;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
    { objectMode: false },
  );
  const head = first.toString("utf8").replace(/^\ufeff/, "");
  if (/^\s*\{/.test(head)) yield* readLines(all);
  else if (/^\s*\[/.test(head)) {
    throw new InputError("File", "must hold an object on each line, without brackets around them");
  } else yield* readCsv(all, delimiterOf(head));
}

const pieceSize = 64 * 1024;

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

/** What stands most often between the names in the first line. */
function delimiterOf(head: string): string {
  const names = (head.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => names.split(delimiter).length;
  return [",", ";", "\t"].reduce((one, other) => (count(other) > count(one) ? other : one));
}

async function* readCsv(stream: Readable, delimiter: string): SourceRecords {
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim() || false),
    delimiter,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
  });
  stream.on("error", (error) => parser.destroy(error));
  let number = 0;
  let records: SourceRecord[] = [];
  try {
    for await (const row of stream.pipe(parser)) {
      const { record, info } = row as { record: Record<string, string>; info: InfoRecord };
      number += 1;
      // A row with a value too many or too few has them under the wrong names.
      if (info.error) {
        records.push({ number, problem: "The row has another number of values than names." });
      } else records.push({ number, record });
      if (records.length < rowsAtOnce) continue;
      yield records;
      records = [];
    }
    yield records;
  } catch (error) {
    const { code, message } = error as CsvError;
    if (!code?.startsWith("CSV_")) throw error;
    throw new InputError("File", `cannot be read as CSV: ${message}`);
  }
}

async function* readLines(stream: Readable): SourceRecords {
  let number = 0;
  for await (const lines of linesOf(stream)) {
    yield lines.flatMap((line) => {
      number += 1;
      return line.trim() ? [readLine(line, number)] : [];
    });
  }
}

function readLine(line: string, number: number): SourceRecord {
  try {
    return asSource(number, parseJson(line));
  } catch {
    return { number, problem: "The line is not JSON." };
  }
}

/** The lines of a stream. Not by readline, which lets errors of the stream pass unseen. */
async function* linesOf(stream: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  if (rest) yield [rest];
}

function asSource(number: number, record: unknown): SourceRecord {
  const isObject = typeof record === "object" && record !== null && !Array.isArray(record);
  return isObject
    ? { number, record: record as Record<string, unknown> }
    : { number, problem: "The record must be an object with field names and values." };
}
