import { type Account, resolveAccount } from "../connections/account";
import { doubtAbout } from "../connections/baseUrl";
import type { Operation } from "../operations/operation";
import { toJson } from "../text/json";
import { fillPath, toQueryString } from "../text/url";
import { answerInstead, answerReader } from "./answer";
import { isGongError } from "./errors";
import { explain } from "./explain";
import { logAttempt } from "./log";
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

/**
 * Makes the client for a connection. Every request to Gong goes through one.
 *
 * @throws ConnectionError, before any request, when the connection cannot be used
 */
export function createClient(
  connection: unknown,
  context: ClientContext = {},
  {
    signal,
    maxWaitMs = defaultMaxWaitMs,
    wantsKeys = false,
    time = systemTime,
  }: ClientOptions = {},
): GongClient {
  const account = resolveAccount(connection);
  const { baseUrl, requestsPerSecond, secrets } = account;
  warnOnce(context, baseUrl);
  const road: Road = {
    throttle: throttleOf(baseUrl, requestsPerSecond),
    time,
    signal,
    maxWaitMs,
    log: (record) => logAttempt(context, record, secrets),
    waitLeftMs: maxWaitMs,
    requests: 0,
  };

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
      return account.leavesOutPrivateCalls
        ? withoutPrivateCalls(operation, data as Answer, call)
        : (data as Answer);
    } catch (error) {
      const instead = isGongError(error) && answerInstead(operation, error, request.query);
      if (!instead) throw error;
      return instead as Answer;
    }
  };

  const allPages: GongClient["pages"] = (operation, request = {}, { cursor } = {}) =>
    pages((page) => call(operation, page), operation, request, cursor);

  return {
    account,
    get requests() {
      return road.requests;
    },
    call,
    list: async (operation, request = {}, { cursor, fetchAll } = {}) =>
      fetchAll
        ? joinPages(allPages(operation, request, { cursor }), operation.records ?? "")
        : call(operation, withCursor(operation, request, cursor)),
    pages: allPages,
    send: (request) => send(request),
  };
}

function prepare(operation: Operation, request: GongRequest, account: Account): PreparedRequest {
  const { name, route, idempotent, timeoutMs = defaultTimeoutMs } = operation;
  const [method = "", path = ""] = route.split(" ");
  const { body, form } = request;
  const json = body && toJson(body);
  return {
    name,
    method,
    url: account.baseUrl + fillPath(path, request.path) + toQueryString(request.query),
    route: path,
    headers: {
      Accept: "application/json",
      Authorization: account.authorization,
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    },
    about: [body, request.path],
    makeBody: form ?? (json === undefined ? undefined : () => json),
    timeoutMs,
    read: answerReader(operation),
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
