import type { IncomingHttpHeaders } from "node:http";
import type { Instant } from "./time";

/** One part of a multipart request; the bytes themselves are not kept. */
export interface RecordedFile {
  field: string;
  fileName: string;
  contentType: string;
  /** Bytes received. */
  size: number;
}

/** The body of a multipart request. */
export interface RecordedMultipart {
  fields: Record<string, string>;
  files: RecordedFile[];
}

/** A request as it arrived, whatever became of it. */
export interface RecordedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  /** Parsed JSON, a {@link RecordedMultipart}, the text of anything else; undefined without a body. */
  body: unknown;
  /** The status answered; undefined when the connection was cut before one, or while in flight. */
  status: number | undefined;
  /** By the sandbox's clock. */
  at: Instant;
}
