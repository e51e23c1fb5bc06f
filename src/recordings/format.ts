/** The formats that Gong takes (G26), with the media type that each is parsed as. */
export const gongFormats = {
  WAV: "audio/wav",
  MP3: "audio/mpeg",
  MP4: "audio/mp4",
  MKV: "video/matroska",
  FLAC: "audio/flac",
} as const;
export type GongFormat = keyof typeof gongFormats;

/** How files of a format begin, byte by byte as Latin-1. */
const beginnings: readonly (readonly [beginning: RegExp, format: string])[] = [
  [/^(RIFF|RF64|BW64)[^]{4}WAVE/, "WAV"],
  [/^fLaC/, "FLAC"],
  [/^\x1a\x45\xdf\xa3/, "MKV"],
  [/^[^]{4}ftyp/, "MP4"],
  // A tag, or the first frame of layer 3; layer 0 is AAC.
  [/^ID3|^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, "MP3"],
  [/^\xff[\xf0\xf1\xf8\xf9]/, "AAC"],
  [/^OggS/, "Ogg"],
  [/^#!AMR/, "AMR"],
  [/^\x30\x26\xb2\x75/, "WMA"],
  [/^FORM[^]{4}AIF/, "AIFF"],
  [/^\.snd/, "AU"],
  [/^RIFF[^]{4}AVI /, "AVI"],
  [/^PK\x03\x04/, "ZIP"],
  [/^\x1f\x8b/, "gzip"],
  [/^%PDF-/, "PDF"],
  [/^(\xef\xbb\xbf)?\s*</, "HTML or XML"],
];

/** The format of a file by its first bytes; nothing when they say none that is known here. */
export function formatOf(head: Buffer): string | undefined {
  const text = head.toString("latin1", 0, 64);
  return beginnings.find(([beginning]) => beginning.test(text))?.[1];
}

/** Whether Gong takes files of a format (G26). */
export function isGongFormat(format: string): format is GongFormat {
  return Object.hasOwn(gongFormats, format);
}
