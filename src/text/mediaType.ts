/** Media types by the ending of a file's name: what Gong takes (G26), and common data files. */
const mediaTypes: Readonly<Record<string, string>> = {
  aac: "audio/aac",
  csv: "text/csv",
  flac: "audio/flac",
  htm: "text/html",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  jsonl: "application/x-ndjson",
  m4a: "audio/mp4",
  mkv: "video/x-matroska",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ndjson: "application/x-ndjson",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  srt: "application/x-subrip",
  txt: "text/plain",
  vtt: "text/vtt",
  wav: "audio/wav",
  webm: "video/webm",
  xml: "application/xml",
  zip: "application/zip",
};

/** The media type that a file's name tells, or the one for any bytes. */
export function mediaTypeOf(fileName: string): string {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(mediaTypes, ending) ? `${mediaTypes[ending]}` : "application/octet-stream";
}
