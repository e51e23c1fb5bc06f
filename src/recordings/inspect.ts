import { formatOf, type GongFormat, gongFormats, isGongFormat } from "./format";
import { isSilent } from "./silence";

/** What a file tells of a recording. */
export interface Inspection {
  /** Such as MP3; nothing when the first bytes say none that is known. */
  readonly format?: string;
  /** Its length, where the file tells. */
  readonly seconds?: number;
  /** Whether the length is only reckoned from the size. */
  readonly isEstimate?: boolean;
  readonly isSilent?: boolean;
}

/** The first bytes of a recording, or all of them. */
export interface Sample {
  readonly head: Buffer;
  /** Size of the whole file in bytes, where it is known. */
  readonly size?: number;
  /** Whether the head is the whole file. */
  readonly isWhole: boolean;
}

/** Reads what the headers of a recording tell. Never fails: what cannot be read is not known. */
export async function inspect(sample: Sample): Promise<Inspection> {
  const format = formatOf(sample.head);
  if (!format) return {};
  if (!isGongFormat(format)) return { format };
  const length = await lengthOf(format, sample);
  const silent = format === "WAV" && sample.isWhole ? isSilent(sample.head) : undefined;
  return { format, ...length, ...(silent === undefined ? {} : { isSilent: silent }) };
}

async function lengthOf(format: GongFormat, { head, size, isWhole }: Sample) {
  // Loaded with the first recording: it is large, and most flows have none.
  const { parseBuffer, parseWebStream } = await import(/* webpackMode: "eager" */ "music-metadata");
  let seconds: number | undefined;
  let isEstimate = false;
  const options = {
    skipCovers: true,
    observer: ({ tag: { id, value } }: { tag: { id: string; value: unknown } }) => {
      // Without a header of its own, an MP3 gets its length from its size and first frames.
      if (id === "numberOfSamples" && seconds === undefined) isEstimate = format === "MP3";
      if (id === "duration" && typeof value === "number" && value > 0) seconds = value;
    },
  };
  const file = { mimeType: gongFormats[format], ...(size === undefined ? {} : { size }) };
  try {
    if (isWhole) await parseBuffer(head, file, options);
    else if (format === "MP4") await parseBuffer(wholeBoxes(head), file.mimeType, options);
    // As a stream it ends where the head ends, instead of being read beyond.
    else await parseWebStream(new Blob([new Uint8Array(head)]).stream(), file, options);
  } catch {
    // What was told before the head ended, or before the damage, is known.
  }
  return seconds === undefined ? {} : { seconds, ...(isEstimate ? { isEstimate } : {}) };
}

/** The boxes of an MP4 that are in its head to their end; the parser needs all that it is given. */
function wholeBoxes(head: Buffer): Buffer {
  let end = 0;
  while (end + 8 <= head.length) {
    const size = head.readUInt32BE(end);
    // 0 and 1 stand for the rest of the file and for a size of its own, as only the media has.
    if (size < 8 || end + size > head.length) break;
    end += size;
  }
  return head.subarray(0, end);
}
