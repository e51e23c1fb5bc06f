import { type Account, resolveAccount } from "../connections/account";
import { doubtAbout } from "../connections/baseUrl";
import type { Operation } from "../operations/operation";
import { toJson } from "../text/json";
import { fillPath, toQueryString } from "../text/url";
import { answerInstead, readAnswer } from "./answer";
import { isGongError } from "./errors";
import { explain } from "./explain";
import { type AttemptRecord, logAttempt } from "./log";
import { joinPages, pages, requireKeys, withCursor } from "./paging";
import { withoutPrivateCalls } from "./privateCalls";
import { type Road, sendRequest } from "./request";
import { decideRetry } from "./retry";
import { throttleOf } from "./throttle";
import { systemTime } from "./time";
import type {
  ClientContext,
  ClientOptions,
  GongClient,
  GongRequest,
  GongResponse,
  PreparedRequest,
} from "./types";

export type { ClientContext, ClientOptions, GongClient, GongRequest } from "./types";

/** Time for one attempt where the operation says nothing. */
export const defaultTimeoutMs = 60_000;
/** What an action or trigger waits for Gong's limits in all. */
const defaultMaxWaitMs = 5 * 60_000;

/** Makes the client for a connection. @throws ConnectionError when the connection cannot be used */
export function createClient(
  connection: unknown,
  context: ClientContext = {},
  options: ClientOptions = {},
): GongClient {
  const account = resolveAccount(connection);
  warnOnce(context, account.baseUrl);
  const { signal, maxWaitMs = defaultMaxWaitMs, wantsKeys, time = systemTime } = options;
  const throttle = throttleOf(account.baseUrl, account.requestsPerSecond);
  const log = (record: AttemptRecord) => logAttempt(context, record, account.secrets);
  const road: Road = { throttle, log, time, signal, maxWaitMs, waitLeftMs: maxWaitMs, requests: 0 };

  const send = (request: PreparedRequest, operation?: Operation): Promise<GongResponse> =>
    sendRequest(request, road, (failure) =>
      explain(failure, { request, operation, account, now: time.now() }),
    );

  const call = async <Answer extends object>(
    operation: Operation<Answer>,
    request: GongRequest = {},
  ): Promise<Answer> => {
    try {
      const { data } = await send(prepare(operation, request, account), operation);
      if (wantsKeys) requireKeys(operation, data as Answer);
      if (!account.leavesOutPrivateCalls) return data as Answer;
      return await withoutPrivateCalls(operation, data as Answer, call);
    } catch (error) {
      const instead = isGongError(error) && answerInstead(operation, error, request.query);
      if (!instead) throw error;
      return instead as Answer;
    }
  };

  const client: GongClient = {
    account,
    get requests() {
      return road.requests;
    },
    call,
    list: async (operation, request = {}, { cursor, fetchAll } = {}) =>
      fetchAll
        ? joinPages(client.pages(operation, request, { cursor }), operation.records)
        : call(operation, withCursor(operation, request, cursor)),
    pages: (operation, request = {}, { cursor } = {}) =>
      pages((page) => call(operation, page), operation, request, cursor),
    send: (request) => send(request),
  };
  return client;
}

function prepare(operation: Operation, request: GongRequest, account: Account): PreparedRequest {
  const { name, route, idempotent = false, timeoutMs = defaultTimeoutMs } = operation;
  const [method = "", path = ""] = route.split(" ");
  const { body, form } = request;
  const json = body && toJson(body);
  return {
    name,
    method,
    route: path,
    url: account.baseUrl + fillPath(path, request.path) + toQueryString(request.query),
    headers: {
      Accept: "application/json",
      Authorization: account.authorization,
      ...(json && { "Content-Type": "application/json" }),
    },
    about: [body, request.path],
    makeBody: form ?? (json ? () => json : undefined),
    timeoutMs,
    read: (bytes) => readAnswer(operation, bytes),
    idempotent,
    decide: decideRetry,
  };
}

const known = new Set<string>();

/** Warns once in this process of an address that may be wrong. */
function warnOnce({ logger }: ClientContext, baseUrl: string): void {
  const doubt = known.has(baseUrl) ? undefined : doubtAbout(baseUrl);
  known.add(baseUrl);
  if (doubt) logger?.warn(doubt);
}
