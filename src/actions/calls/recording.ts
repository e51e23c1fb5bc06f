import { InputError } from "../../inputs/InputError";

/** The largest recording that Gong takes, in bytes (G26). */
export const maxRecordingBytes = 1.5 * 1024 ** 3;

const mediaTypes: Readonly<Record<string, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  m4a: "audio/mp4",
  mkv: "video/x-matroska",
  flac: "audio/flac",
};

/**
 * The media type to name to Gong: what the file came with when that is audio or video, else what
 * its name's ending says.
 */
export function mediaTypeOf(fileName: string, contentType: string | undefined): string {
  if (contentType && /^(audio|video)\/[\w.+-]+$/i.test(contentType)) return contentType;
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  return mediaTypes[ending] ?? "application/octet-stream";
}

/** @throws InputError for a recording that Gong would refuse after all of it was sent */
export function checkSize(bytes: number, label = "File"): void {
  if (bytes > maxRecordingBytes) {
    throw new InputError(label, "must be at most 1.5 GB, which is what Gong takes");
  }
}
