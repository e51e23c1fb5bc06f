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
  /** What the content stands in, for a later file. */
  readonly memory: Buffer<ArrayBuffer>;
  /** Where each line's record stands in the source. */
  readonly numbers: readonly number[];
  /** Numbers of its records' IDs, to see whether an upload that is not done yet is about one. */
  readonly ids: ReadonlySet<number>;
  /** The first record of the source that is in neither this file nor those before it. */
  readonly next: number;
}

/** How large files may become. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Later updates that are held back until their file begins. */
  readonly maxHeld: number;
}

/** Room for the record that fills a file. */
const spareBytes = 64 * 1024;

/** Small enough that a few files in memory are little, far below the 200 MB that Gong takes (G38). */
export const defaultLimits: FileLimits = { maxBytes: 2 * 1024 ** 2, maxHeld: 10_000 };

/**
 * Cuts a stream of records into files. A second update of a record in the same file is held back
 * for the next one, in its order, so that no two updates of a record race each other. The same
 * records from the same place on give the same files.
 *
 * @param spare memory of earlier files, to be used again; the system gives memory back late
 */
export async function* cutFiles(
  source: AsyncIterable<readonly Line[]>,
  { maxBytes, maxHeld }: FileLimits = defaultLimits,
  spare: Buffer<ArrayBuffer>[] = [],
): AsyncGenerator<UploadFile, void, undefined> {
  const open = () => new OpenFile(spare.pop() ?? Buffer.allocUnsafe(maxBytes + spareBytes));
  let file = open();
  let held: Line[] = [];
  let last = 0;
  const next = () => {
    const done = file.close(held[0]?.number ?? last + 1);
    const again = held;
    file = open();
    held = [];
    for (const line of again) if (!file.add(line)) held.push(line);
    return done;
  };
  for await (const lines of source) {
    for (const line of lines) {
      last = line.number;
      if (!file.add(line)) held.push(line);
      if (file.bytes >= maxBytes || held.length >= maxHeld) yield next();
    }
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
  #content: Buffer<ArrayBuffer>;
  readonly #numbers: number[] = [];
  readonly #ids = new Set<number>();

  constructor(memory: Buffer<ArrayBuffer>) {
    this.#content = memory;
  }

  /** Takes a line unless it is the second one about its record. */
  add({ id, line, number }: Line): boolean {
    const hash = hashOf(id);
    if (this.#ids.has(hash)) return false;
    this.#ids.add(hash);
    this.#numbers.push(number);
    const end = this.bytes + Buffer.byteLength(line) + 1;
    if (end > this.#content.length) this.#growTo(end);
    this.#content.write(`${line}\n`, this.bytes);
    this.bytes = end;
    return true;
  }

  close(next: number): UploadFile {
    const content = this.#content.subarray(0, this.bytes);
    return { content, memory: this.#content, numbers: this.#numbers, ids: this.#ids, next };
  }

  #growTo(bytes: number): void {
    const larger = Buffer.allocUnsafe(bytes + spareBytes);
    this.#content.copy(larger);
    this.#content = larger;
  }
}

/**
 * A small number for an ID, since IDs kept as text take memory that is freed late.
 * Two IDs with the same number only keep each other out of one file.
 */
function hashOf(id: string): number {
  let hash = 0;
  for (const character of id) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) & 0x3fffffff;
  }
  return hash;
}
