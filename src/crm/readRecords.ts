import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { parseJson } from "../text/json";

/** One record of a source as it was read, or what kept it from being read. */
export interface SourceRecord {
  /** Its number in the source, from 1: of records in a list or CSV, of lines in JSON lines. */
  readonly number: number;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/** How a file holds its records. */
export type SourceFormat = "csv" | "jsonLines";

/** The records of a list from an earlier step. */
export async function* readList(list: readonly unknown[]): AsyncGenerator<SourceRecord> {
  let number = 0;
  for (const record of list) yield asSource(++number, record);
}

/**
 * The records of a file, read as it arrives. CSV needs a first line with the field names; JSON lines
 * hold an object on each line.
 *
 * @throws what the stream throws, and an Error for CSV that cannot be read
 */
export function readFile(
  content: Readable | Buffer | string,
  format: SourceFormat,
): AsyncGenerator<SourceRecord> {
  const stream = content instanceof Readable ? content : Readable.from([content]);
  return format === "csv" ? readCsv(stream) : readLines(stream);
}

async function* readCsv(stream: Readable): AsyncGenerator<SourceRecord> {
  const parser = parse({ bom: true, columns: true, skipEmptyLines: true, trim: true });
  stream.on("error", (error) => parser.destroy(error));
  let number = 0;
  for await (const record of stream.pipe(parser)) yield asSource(++number, record);
}

async function* readLines(stream: Readable): AsyncGenerator<SourceRecord> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number += 1;
    if (!line.trim()) continue;
    try {
      yield asSource(number, parseJson(line));
    } catch {
      yield { number, problem: "The line is not JSON." };
    }
  }
}

/** The lines of a stream. Not by readline, which lets errors of the stream pass unseen. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

function asSource(number: number, record: unknown): SourceRecord {
  const isObject = typeof record === "object" && record !== null && !Array.isArray(record);
  return isObject
    ? { number, record: record as Record<string, unknown> }
    : { number, problem: "The record must be an object with field names and values." };
}
