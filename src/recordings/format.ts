/** The formats that Gong takes (G26), with the media type that each is parsed as. */
export const gongFormats = {
  WAV: "audio/wav",
  MP3: "audio/mpeg",
  MP4: "audio/mp4",
  MKV: "video/matroska",
  FLAC: "audio/flac",
} as const;
export type GongFormat = keyof typeof gongFormats;

/** How files of a format begin, as Latin-1. */
const beginnings: readonly (readonly [beginning: RegExp, format: string])[] = [
  [/^(RIFF|RF64|BW64).{4}WAVE/s, "WAV"],
  [/^fLaC/, "FLAC"],
  [/^.{4}ftyp/s, "MP4"],
  [/^ID3/, "MP3"],
  [/^OggS/, "Ogg"],
  [/^#!AMR/, "AMR"],
  [/^FORM.{4}AIF/s, "AIFF"],
  [/^\.snd/, "AU"],
  [/^RIFF.{4}AVI /s, "AVI"],
  [/^%PDF-/, "PDF"],
  [/^(\xef\xbb\xbf)?\s*</, "HTML or XML"],
];

/** The same for beginnings that are no text, in hexadecimal. */
const signatures: readonly (readonly [signature: RegExp, format: string])[] = [
  [/^1a45dfa3/, "MKV"],
  // The first frame of layer 3; that of layer 0 is AAC.
  [/^ff[ef][23ab]/, "MP3"],
  [/^fff[0189]/, "AAC"],
  [/^3026b275/, "WMA"],
  [/^504b0304/, "ZIP"],
  [/^1f8b/, "gzip"],
];

/** The format of a file by its first bytes; nothing when they say none that is known here. */
export function formatOf(head: Buffer): string | undefined {
  const [text, hex] = [head.toString("latin1", 0, 64), head.toString("hex", 0, 8)];
  const known =
    beginnings.find(([beginning]) => beginning.test(text)) ??
    signatures.find(([signature]) => signature.test(hex));
  return known?.[1];
}

/** Whether Gong takes files of a format (G26). */
export function isGongFormat(format: string): format is GongFormat {
  return Object.hasOwn(gongFormats, format);
}
