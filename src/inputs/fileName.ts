import { type Reader, readLine } from "./readers";

/**
 * Name of a file for a multipart body. Of a path, such as the key of a stored object, the last
 * part is the name: folders of another machine mean nothing to Gong.
 */
export const readFileName: Reader<string> = (given, refuse) => {
  const name = readLine(given, refuse)
    .replace(/^.*[\\/]/, "")
    .trim();
  return /^\.*$/.test(name) ? refuse("must be the name of a file") : name;
};

/** Endings by media type: recordings first, then what else Gong or other steps use. */
const mediaTypes = Object.entries({
  "audio/wav": "wav", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/x-flac": "flac",
  "audio/ogg": "ogg oga opus", "audio/aac": "aac", "video/mp4": "mp4", "video/x-matroska": "mkv",
  "video/webm": "webm", "video/quicktime": "mov", "video/x-msvideo": "avi", "text/plain": "txt",
  "text/csv": "csv", "text/html": "html htm", "application/json": "json", "application/xml": "xml",
  "application/pdf": "pdf", "application/zip": "zip", "application/gzip": "gz",
  "image/png": "png", "image/jpeg": "jpg jpeg", "image/gif": "gif",
}); // biome-ignore format: a table reads best in rows

/** The media type by a file's name (B30), else what it came with. */
export function mediaTypeOf(fileName: string, contentType = "application/octet-stream"): string {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  return mediaTypes.find(([, endings]) => endings.split(" ").includes(ending))?.[0] ?? contentType;
}
