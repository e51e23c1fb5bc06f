/** Samples that are looked at; a hundredth of a second of speech is enough to tell. */
const maxSamples = 2_000_000;
/** A quiet microphone is louder than a five-hundredth of the full range. */
const quiet = 1 / 500;

/** How samples are stored in each size of uncompressed WAV. */
const readers: Readonly<Record<number, (bytes: Buffer, at: number) => number>> = {
  8: (bytes, at) => (bytes.readUInt8(at) - 128) / 2 ** 7,
  16: (bytes, at) => bytes.readInt16LE(at) / 2 ** 15,
  24: (bytes, at) => bytes.readIntLE(at, 3) / 2 ** 23,
  32: (bytes, at) => bytes.readInt32LE(at) / 2 ** 31,
};

/**
 * Whether a whole WAV is silence or empty, which Gong drops (G63). Looks at samples at even
 * distances, so that a long file takes no longer than a short one.
 *
 * @returns nothing for what is not uncompressed
 */
export function isSilent(wav: Buffer): boolean | undefined {
  const format = chunkOf(wav, "fmt ");
  const data = chunkOf(wav, "data");
  if (!format || !data) return undefined;
  const [encoding, bits] = [format.readUInt16LE(0), format.readUInt16LE(14)];
  const pcm = [1, 0xfffe];
  const read = pcm.includes(encoding) ? readers[bits] : undefined;
  const size = bits / 8;
  const count = Math.floor(data.length / size);
  if (!read) return undefined;
  const step = Math.ceil(count / maxSamples);
  for (let sample = 0; sample < count; sample += step) {
    if (Math.abs(read(data, sample * size)) > quiet) return false;
  }
  return true;
}

/** What a chunk of a RIFF file holds; the last one may be cut or of no stated size. */
function chunkOf(riff: Buffer, wanted: string): Buffer | undefined {
  for (let at = 12; at + 8 <= riff.length; ) {
    const name = riff.toString("latin1", at, at + 4);
    const size = riff.readUInt32LE(at + 4);
    const end = size === 0 && name === "data" ? riff.length : at + 8 + size;
    if (name === wanted) return riff.subarray(at + 8, end);
    at += 8 + size + (size % 2);
  }
  return undefined;
}
