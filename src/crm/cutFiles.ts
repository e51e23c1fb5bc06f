/** One record of the source, made ready. */
export interface Line {
  readonly id: string;
  /** JSON on one line. */
  readonly line: string;
  /** Where it stands in the source, from 1. */
  readonly number: number;
}

/** What is uploaded at once: lines of which no two are about the same record (G59). */
export interface UploadFile {
  /** A line of JSON for each record. */
  readonly content: Buffer;
  /** Where each line's record stands in the source. */
  readonly numbers: readonly number[];
  /** The IDs of its records, to see whether an upload that is not done yet is about one of them. */
  readonly ids: ReadonlySet<string>;
  /** The first record of the source that is in neither this file nor those before it. */
  readonly next: number;
}

/** How large files may become. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Later updates that are held back until their file begins. */
  readonly maxHeld: number;
}

/** Small enough that a few files in memory are little, far below the 200 MB that Gong takes (G38). */
export const defaultLimits: FileLimits = { maxBytes: 8 * 1024 ** 2, maxHeld: 10_000 };

/**
 * Cuts a stream of records into files. A second update of a record in the same file is held back
 * for the next one, in its order, so that no two updates of a record race each other. The same
 * records from the same place on give the same files.
 */
export async function* cutFiles(
  source: AsyncIterable<Line>,
  { maxBytes, maxHeld }: FileLimits = defaultLimits,
): AsyncGenerator<UploadFile, void, undefined> {
  let file = new OpenFile();
  let held: Line[] = [];
  let last = 0;
  const next = () => {
    const done = file.close(held[0]?.number ?? last + 1);
    const again = held;
    file = new OpenFile();
    held = [];
    for (const line of again) if (!file.add(line)) held.push(line);
    return done;
  };
  for await (const line of source) {
    last = line.number;
    if (!file.add(line)) held.push(line);
    if (file.bytes >= maxBytes || held.length >= maxHeld) yield next();
  }
  while (file.bytes > 0) yield next();
}

/** The line of a file that Gong calls by this number, from 1. */
export function lineOf({ content }: UploadFile, number: number): string {
  let start = 0;
  for (let line = 1; line < number; line += 1) start = content.indexOf(10, start) + 1;
  return content.toString("utf8", start, content.indexOf(10, start));
}

class OpenFile {
  bytes = 0;
  #lines: string[] = [];
  readonly #numbers: number[] = [];
  readonly #ids = new Set<string>();

  /** Takes a line unless it is the second one about its record. */
  add({ id, line, number }: Line): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    this.#numbers.push(number);
    this.#lines.push(line);
    this.bytes += Buffer.byteLength(line) + 1;
    return true;
  }

  close(next: number): UploadFile {
    const content = Buffer.from(`${this.#lines.join("\n")}\n`);
    this.#lines = [];
    return { content, numbers: this.#numbers, ids: this.#ids, next };
  }
}
