import type { FastifyInstance, FastifyRequest } from "fastify";
import { GongError } from "./errors";

/** What arrived instead of JSON, kept until it is this request's turn to be refused. */
export class UnreadableBody {
  readonly text: string;
  readonly refusal: GongError;

  constructor(text: string, refusal: GongError) {
    this.text = text;
    this.refusal = refusal;
  }
}

/**
 * Reads every body, also a malformed one. Fastify would refuse it at once, before the request is
 * recorded and before a fault, a missing credential or a limit could answer it.
 */
export function acceptAnyBody(app: FastifyInstance): void {
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string) => {
      const text = body;
      if (text === "") return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return new UnreadableBody(text, new GongError(400, "Malformed JSON in request body"));
      }
    },
  );
  app.addContentTypeParser(
    "*",
    { parseAs: "string" },
    async (request: FastifyRequest, body: string) => {
      const text = body;
      if (text === "") return undefined;
      const type = request.headers["content-type"] ?? "";
      return new UnreadableBody(
        text,
        new GongError(415, `Content type '${type}' is not supported`),
      );
    },
  );
}
