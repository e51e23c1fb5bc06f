import { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { CsvError, type InfoRecord, parse } from "csv-parse";
import { InputError } from "../inputs/InputError";
import { isPlainObject } from "../inputs/readers";
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

/** What a file is called in errors, and what its records must have. */
export interface FileFacts {
  readonly label: string;
  readonly required: readonly string[];
}

/** Few, so that little is alive whenever the young part of the memory is cleared. */
const rowsAtOnce = 50;
/** A line that has no end, or a quote that is never closed, would fill the memory. */
const maxRecordSize = 10 * 1024 ** 2;
const headSize = 64 * 1024;

/** The records of a list from an earlier step. */
export async function* readList(list: readonly unknown[]): SourceRecords {
  for (let at = 0; at < list.length; at += rowsAtOnce) {
    const part = list.slice(at, at + rowsAtOnce);
    yield part.map((record, index) => asSource(at + index + 1, record));
  }
}

/**
 * The records of a file in UTF-8 or UTF-16, read as it arrives. JSON lines hold an object on each
 * line; CSV has the field names in its first line, between commas, semicolons, or tabs. The first
 * character shows which it is.
 *
 * @throws what the stream throws, and InputError for a file that cannot be read
 */
export async function* readFile(content: Readable | Buffer, facts: FileFacts): SourceRecords {
  const pieces = textOf(content, facts);
  let head = "";
  // The first line may arrive in several pieces.
  for (let isFirst = true; isFirst; isFirst = head.length < headSize && !/\S.*\n/.test(head)) {
    const { value, done } = await pieces.next();
    if (done) break;
    head += value;
  }
  if (head.includes("\0")) refuseEncoding(facts);
  let unread = 0;
  let last = 0;
  const all = async function* () {
    yield head;
    for await (const piece of pieces) {
      unread += piece.length;
      if (unread > maxRecordSize) {
        throw new InputError(facts.label, `has a record of more than 10 MB after record ${last}`);
      }
      yield piece;
    }
  };
  for await (const records of readText(all(), head.trimStart(), facts)) {
    const { number } = records.at(-1) ?? {};
    if (number) [unread, last] = [0, number];
    yield records;
  }
}

function readText(text: AsyncIterable<string>, start: string, facts: FileFacts): SourceRecords {
  if (start.startsWith("{")) return readLines(text);
  if (!start.startsWith("[")) return readCsv(text, start, facts);
  const problem = "must have a JSON object on each line; enter a JSON list in Records instead";
  throw new InputError(facts.label, problem);
}

/** @throws InputError for what is no text, and for other encodings, which would garble names */
async function* textOf(content: Readable | Buffer, facts: FileFacts): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of content instanceof Readable ? content : piecesOf(content)) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder?.decode() ?? "";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") refuseEncoding(facts);
    throw error;
  }
}

function refuseEncoding({ label }: FileFacts): never {
  throw new InputError(label, "must be text in UTF-8; in Excel, save it as CSV UTF-8");
}

/** By the byte order mark, as Excel writes it. */
function encodingOf([first, second]: Buffer): string {
  return first === 0xff && second === 0xfe ? "utf-16le" : "utf-8";
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += headSize) yield bytes.subarray(at, at + headSize);
}

/** What stands most often between the names in the first line. */
function delimiterOf(head: string): string {
  const names = (head.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => names.split(delimiter).length;
  return [",", ";", "\t"].reduce((one, other) => (count(other) > count(one) ? other : one));
}

async function* readCsv(
  text: AsyncIterable<string>,
  head: string,
  facts: FileFacts,
): SourceRecords {
  const stream = Readable.from(text, { objectMode: false });
  const parser = parse({
    columns: (names: string[]) => columnsOf(names, facts),
    delimiter: delimiterOf(head),
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
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
        records.push({ number, problem: "The row has more or fewer values than the first line." });
      } else records.push({ number, record });
      if (records.length < rowsAtOnce) continue;
      yield records;
      records = [];
    }
    yield records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(facts.label, `cannot be read as CSV: ${error.message}`);
  } finally {
    stream.destroy();
  }
}

function columnsOf(names: string[], { label, required }: FileFacts) {
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const found = names.join(", ").slice(0, 200);
    const wanted = missing.join(" and ");
    throw new InputError(label, `must have ${wanted} in its first line, which is "${found}"`);
  }
  return names.map((name) => name || false);
}

async function* readLines(text: AsyncIterable<string>): SourceRecords {
  let number = 0;
  let rest = "";
  const read = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      number += 1;
      return line.trim() ? [readLine(line, number)] : [];
    });
  for await (const piece of text) {
    const [first, ...others] = piece.split("\n");
    const lines = [rest + first, ...others];
    rest = lines.pop() ?? "";
    for (let at = 0; at < lines.length; at += rowsAtOnce) {
      yield read(lines.slice(at, at + rowsAtOnce));
    }
  }
  yield read([rest]);
}

function readLine(line: string, number: number): SourceRecord {
  try {
    return asSource(number, parseJson(line));
  } catch {
    return { number, problem: "The line is not JSON." };
  }
}

function asSource(number: number, record: unknown): SourceRecord {
  return isPlainObject(record)
    ? { number, record: record as Record<string, unknown> }
    : { number, problem: "The record must be an object with field names and values." };
}
