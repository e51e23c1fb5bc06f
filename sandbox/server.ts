import multipart from "@fastify/multipart";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifySchemaValidationError,
} from "fastify";
import { acceptAnyBody } from "./bodies";
import { describeComplaint, describeOwnComplaint, GongError } from "./errors";
import { toJson } from "./json";
import { observe, prepareRequests } from "./pipeline";
import { registerControl } from "./routes/control";
import { registerOAuth } from "./routes/oauth";
import { registerV2 } from "./routes/v2";
import { registerWebhooks } from "./routes/webhooks";
import { compileValidator } from "./schemas/validator";
import { newRequestId, type SandboxState } from "./state";
import type { Webhooks } from "./webhooks";

/** Far above any JSON that a connector sends; media never passes through this limit. */
const jsonLimit = 20 * 1024 * 1024;

/** Puts the rooms together; the caller makes it listen. */
export async function createServer(
  state: SandboxState,
  webhooks: Webhooks,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: jsonLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => answerError(state, error, reply),
    schemaErrorFormatter: toRefusal(describeComplaint),
  });
  app.setValidatorCompiler(compileValidator);
  app.setReplySerializer((payload) => toJson(payload));
  app.setErrorHandler((error, _request, reply) => answerError(state, error, reply));
  app.setNotFoundHandler((_request, reply) => {
    reply.code(404).send(new GongError(404, "Not found").body(newRequestId(state)));
  });

  // One operation reads a body of a GET (G35).
  app.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  await app.register(multipart);
  acceptAnyBody(app);
  prepareRequests(app);
  await app.register(async (v2) => {
    observe(v2, state);
    registerV2(v2, state);
  });
  await app.register(async (oauth) => {
    observe(oauth, state);
    registerOAuth(oauth, state);
  });
  await app.register(async (control) => {
    control.setSchemaErrorFormatter(toRefusal(describeOwnComplaint));
    registerControl(control, state);
    registerWebhooks(control, webhooks);
  });
  return app;
}

/** What a request is answered whose parts do not fit their schema. */
function toRefusal(describe: typeof describeComplaint) {
  return (complaints: FastifySchemaValidationError[], where: string) =>
    new GongError(400, [...new Set(complaints.map((each) => describe(each, where)))]);
}

function answerError(state: SandboxState, error: unknown, reply: FastifyReply): void {
  const answer = asGongError(error);
  reply
    .code(answer.status)
    .headers(answer.headers)
    .send(answer.body(newRequestId(state)));
}

function asGongError(error: unknown): GongError {
  if (error instanceof GongError) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode < 500) {
    return new GongError(statusCode, message ?? "Bad request");
  }
  // A fault of the sandbox itself, not one that was asked for: show where it comes from.
  console.error(error);
  return new GongError(500, "Internal server error occurred");
}
