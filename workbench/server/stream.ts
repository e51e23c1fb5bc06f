import { PassThrough } from "node:stream";
import type { FastifyReply } from "fastify";
import type { RunEvent } from "../shared/run";

/** Answers with a run's events as they happen, a line of JSON for each. */
export function streamEvents(
  reply: FastifyReply,
  run: (onEvent: (event: RunEvent) => void) => Promise<unknown>,
): FastifyReply {
  const stream = new PassThrough();
  const write = (event: RunEvent) => stream.write(`${JSON.stringify(event)}\n`);
  run(write)
    .catch(({ message }: Error) => {
      const error = { name: "Workbench", message, marksConnection: false, details: {} };
      write({ type: "end", at: 0, outcome: { ok: false, error } });
    })
    .finally(() => stream.end());
  return reply.type("application/x-ndjson").send(stream);
}
