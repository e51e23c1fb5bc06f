import { Readable } from "node:stream";
import type { FilePart } from "../client/multipart";
import type { Sample } from "../recordings/inspect";
import type { GivenFile } from "./givenFile";

/** A file that was opened to look at its first bytes. */
export interface Peeked extends Sample {
  /** The file with all its bytes; what was opened serves the first attempt, so it is fetched once. */
  readonly file: GivenFile;
  /** Lets go of what was opened. */
  close(): void;
}

/** Looks at the first bytes of a file. @param signal ends what is opened */
export async function peek(file: GivenFile, bytes: number, signal: AbortSignal): Promise<Peeked> {
  const part = await file.open(signal);
  const { content, size } = part;
  if (!(content instanceof Readable)) {
    return { head: content, size: content.length, isWhole: true, file, close: () => {} };
  }
  const chunks = content[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const read: Buffer[] = [];
  let length = 0;
  let isWhole = false;
  while (length < bytes && !isWhole) {
    const { value, done } = await chunks.next();
    isWhole = done ?? false;
    if (value) read.push(value);
    length += value?.length ?? 0;
  }
  const whole = size ?? (isWhole ? length : undefined);
  return {
    head: Buffer.concat(read),
    ...(whole === undefined ? {} : { size: whole }),
    isWhole,
    file: onceOpened(file, { ...part, content: joined(read, chunks) }),
    close: () => void content.destroy(),
  };
}

function joined(read: readonly Buffer[], rest: AsyncIterable<Buffer>): Readable {
  const all = async function* () {
    yield* read;
    yield* rest;
  };
  return Readable.from(all(), { objectMode: false });
}

/** The file whose first opening gives what is open already. */
function onceOpened(file: GivenFile, opened: FilePart & { content: Readable }): GivenFile {
  let first: typeof opened | undefined = opened;
  return {
    open: async (signal) => {
      const part = first;
      first = undefined;
      if (!part) return file.open(signal);
      signal.addEventListener("abort", () => part.content.destroy());
      return part;
    },
  };
}
