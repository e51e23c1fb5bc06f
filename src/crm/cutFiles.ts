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
  readonly lines: readonly Line[];
  /** The IDs of its records, to see whether an upload that is not done yet is about one of them. */
  readonly ids: ReadonlySet<string>;
}

/** How large files may become. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Later updates that are held back until their file begins. */
  readonly maxHeld: number;
}

/** Small enough that three files in memory are little, far below the 200 MB that Gong takes (G38). */
export const defaultLimits: FileLimits = { maxBytes: 8 * 1024 ** 2, maxHeld: 10_000 };

/**
 * Cuts a stream of records into files. A second update of a record in the same file is held back
 * for the next one, in its order, so that no two updates of a record race each other.
 */
export async function* cutFiles(
  source: AsyncIterable<Line>,
  { maxBytes, maxHeld }: FileLimits = defaultLimits,
): AsyncGenerator<UploadFile, void, undefined> {
  let file = new OpenFile();
  let held: Line[] = [];
  const next = () => {
    const done = file.close();
    const again = held;
    file = new OpenFile();
    held = [];
    for (const line of again) if (!file.add(line)) held.push(line);
    return done;
  };
  for await (const line of source) {
    if (!file.add(line)) held.push(line);
    if (file.bytes >= maxBytes || held.length >= maxHeld) yield next();
  }
  while (file.bytes > 0) yield next();
}

class OpenFile {
  bytes = 0;
  readonly #lines: Line[] = [];
  readonly #ids = new Set<string>();

  /** Takes a line unless it is the second one about its record. */
  add(line: Line): boolean {
    if (this.#ids.has(line.id)) return false;
    this.#ids.add(line.id);
    this.#lines.push(line);
    this.bytes += Buffer.byteLength(line.line) + 1;
    return true;
  }

  close(): UploadFile {
    return { lines: this.#lines, ids: this.#ids };
  }
}
