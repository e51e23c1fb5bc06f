import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { UnreadableBody } from "./bodies";
import { type Caller, demandScope } from "./credentials";
import { GongError } from "./errors";
import { type CutFault, type Fault, faultError, htmlPage, type StatusFault } from "./faults";
import type { RecordedRequest } from "./recorder";
import type { Scope } from "./scopes";
import { newRequestId, type SandboxState } from "./state";
import { type FileSink, MediaSink, readUpload, type Upload } from "./upload";

declare module "fastify" {
  interface FastifyRequest {
    record: RecordedRequest | null;
    fault: Fault | null;
    caller: Caller | null;
    upload: Upload | null;
    /** Why the body cannot be used; told only when nothing else answers before. */
    bodyRefusal: GongError | null;
  }
  interface FastifyContextConfig {
    /** The scope that a bearer token needs for this route (G6). */
    scope?: Scope;
    /** Makes the route take multipart bodies, whose files go where this says. */
    takesUpload?: (request: FastifyRequest) => FileSink;
  }
}

/** Declares what the hooks below attach to a request. */
export function prepareRequests(app: FastifyInstance): void {
  for (const name of ["record", "fault", "caller", "upload", "bodyRefusal"] as const) {
    app.decorateRequest(name, null);
  }
}

/**
 * What happens to every request before it is understood: it is recorded together with its body,
 * whatever becomes of it, and then it may meet a fault, which answers before any limit counts.
 */
export function observe(app: FastifyInstance, state: SandboxState): void {
  app.addHook("onRequest", async (request) => {
    const record: RecordedRequest = {
      method: request.method,
      path: pathOf(request),
      query: { ...(request.query as Record<string, unknown>) },
      headers: { ...request.headers },
      body: undefined,
      status: undefined,
      at: state.clock.now(),
    };
    request.record = record;
    state.requests.push(record);
  });

  app.addHook("preValidation", async (request) => {
    await takeInBody(request, state.settings.maxMediaBytes);
  });

  app.addHook("preValidation", async (request, reply) => {
    const fault = state.faults.take(request.method, pathOf(request));
    request.fault = fault ?? null;
    if (fault) return applyBeforeExecuting(fault, request.record, reply, state);
    return undefined;
  });

  app.addHook("onSend", (request, reply, payload, done) => {
    const { fault, record } = request;
    if (fault?.kind === "truncatedJson") reply.code(200);
    if (fault?.kind === "cut") {
      // `done` is never called: nothing else may write to this connection.
      if (record && fault.when === "during") record.status = reply.statusCode;
      cutAnswer(reply, fault.when, String(payload ?? ""));
      if (record) state.onAnswer(record);
      return;
    }
    if (record) {
      record.status = reply.statusCode;
      state.onAnswer(record);
    }
    done(null, fault?.kind === "truncatedJson" ? firstHalf(String(payload)) : payload);
  });
}

/** What every request to the API must pass: credentials, the limits, its scope, a readable body. */
export function guard(app: FastifyInstance, state: SandboxState): void {
  app.addHook("preValidation", async (request) => {
    const caller = state.credentials.authenticate(request.headers.authorization);
    // A request that has met a fault is answered by it, limit or not; a mere delay changes nothing.
    if (!request.fault || request.fault.kind === "delay") state.limiter.take();
    const { scope } = request.routeOptions.config;
    if (scope) demandScope(caller, scope);
    request.caller = caller;
    refuseUnreadableBody(request);
  });
}

/** @throws GongError when the body is malformed or of a kind that the route does not take */
export function refuseUnreadableBody(request: FastifyRequest): void {
  if (request.bodyRefusal) throw request.bodyRefusal;
  if (request.upload && !request.routeOptions.config.takesUpload) {
    throw new GongError(415, "Content type 'multipart/form-data' is not supported");
  }
}

async function takeInBody(request: FastifyRequest, maxMediaBytes: number): Promise<void> {
  const { record, body } = request;
  if (!record) return;
  if (request.isMultipart()) {
    const upload: Upload = { fields: {}, files: [] };
    request.upload = upload;
    try {
      const { takesUpload } = request.routeOptions.config;
      const openSink = () => takesUpload?.(request) ?? new MediaSink(maxMediaBytes);
      await readUpload(request, openSink, upload);
    } catch (error) {
      const isOurs = error instanceof GongError;
      request.bodyRefusal = isOurs ? error : new GongError(400, "Malformed multipart request");
    }
    const { fields, files } = upload;
    record.body = {
      fields,
      files: files.map(({ field, fileName, contentType, size }) => ({
        field,
        fileName,
        contentType,
        size,
      })),
    };
  } else if (body instanceof UnreadableBody) {
    request.bodyRefusal = body.refusal;
    record.body = body.text;
  } else {
    record.body = body;
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}

async function applyBeforeExecuting(
  fault: Fault,
  record: RecordedRequest | null,
  reply: FastifyReply,
  state: SandboxState,
): Promise<FastifyReply | undefined> {
  switch (fault.kind) {
    case "delay":
      await sleep(fault.milliseconds, undefined, { ref: false });
      return undefined;
    case "status":
      return answerStatusFault(fault, reply, state);
    case "html":
      return reply
        .code(fault.status ?? 200)
        .type("text/html; charset=utf-8")
        .send(htmlPage);
    case "cut":
      if (fault.when !== "before") return undefined;
      reply.hijack();
      reply.raw.destroy();
      if (record) state.onAnswer(record);
      return reply;
    default:
      return undefined;
  }
}

function answerStatusFault(fault: StatusFault, reply: FastifyReply, state: SandboxState) {
  reply.code(fault.status);
  if (fault.retryAfter !== undefined) reply.header("retry-after", String(fault.retryAfter));
  return reply.send(fault.body ?? faultError(fault).body(newRequestId(state)));
}

function cutAnswer(reply: FastifyReply, when: CutFault["when"], payload: string): void {
  reply.hijack();
  const { raw } = reply;
  if (when !== "during") {
    raw.destroy();
    return;
  }
  raw.writeHead(reply.statusCode, {
    "content-type": String(reply.getHeader("content-type") ?? "application/json; charset=utf-8"),
    // Promises the whole and delivers half.
    "content-length": Buffer.byteLength(payload),
  });
  raw.write(firstHalf(payload), () => raw.destroy());
}

function firstHalf(text: string): string {
  return text.slice(0, Math.max(1, Math.floor(text.length / 2)));
}
