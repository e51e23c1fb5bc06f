import type { ActionLogger } from "@prismatic-io/spectral";
import type FormData from "form-data";
import { type Account, resolveAccount } from "../connections/account";
import type { Operation } from "../operations/operation";
import { parseJson } from "../text/json";
import { personalIn } from "../text/personal";
import type { Withheld } from "../text/redact";
import { fillPath, type Query, toQueryString } from "../text/url";
import { diagnose } from "./diagnose";
import { emptyList, meansEmptyList } from "./empty";
import { isGongError } from "./errors";
import { logAttempt } from "./log";
import { paceOf } from "./pacing";
import { joinPages, pages, requireKeys, withCursor } from "./paging";
import { decideRetry } from "./retry";
import { systemTime, type Time } from "./time";
import { type Delivery, type Dispatch, Transport, TransportFailure } from "./transport";

/** What the client needs of the context that the platform hands to a perform function. */
export interface ClientContext {
  readonly logger?: Pick<ActionLogger, "debug" | "warn">;
  readonly debug?: { readonly enabled: boolean };
}

/** Settings that differ between actions and pickers, and between the platform and tests. */
export interface ClientOptions {
  /** Milliseconds to wait for Gong's limits in all; 5 minutes where nothing is said. */
  readonly limitWaitMs?: number;
  /** Whether outages and slow answers have no time of their own: somebody waits before a form. */
  readonly isHurried?: boolean;
  /** Whether a list in which a record has no id is an error, since somebody remembers records. */
  readonly wantsKeys?: boolean;
  readonly time?: Time;
}

/** The values that make a request of an operation. Nothing is added to them but the cursor. */
export interface GongRequest {
  /** Values for the places in the path template. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Query;
  /** JSON body; fields that are undefined are left out. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Multipart body, made anew for each attempt. */
  readonly form?: () => FormData | Promise<FormData>;
}

/** How much of a list is wanted. */
export interface ListOptions {
  /** Cursor of an earlier answer, to go on from there. */
  readonly cursor?: string | undefined;
  /** Read all pages and join them. */
  readonly fetchAll?: boolean | undefined;
}

/** The road to one Gong account. */
export interface GongClient {
  /** Where the account is and how requests to it are authorised. */
  readonly account: Account;
  /** Sends one request. @throws GongError, GongConnectionError */
  call<Answer extends object>(operation: Operation<Answer>, request?: GongRequest): Promise<Answer>;
  /** One page of a list, or with `fetchAll` all of them joined. @throws like `call` */
  list<Answer extends object>(
    operation: Operation<Answer>,
    request?: GongRequest,
    options?: ListOptions,
  ): Promise<Answer>;
  /** The pages of a list, one by one. @throws like `call`, with `cursor` and `recordsRead` */
  pages<Answer extends object>(
    operation: Operation<Answer>,
    request?: GongRequest,
    options?: Pick<ListOptions, "cursor">,
  ): AsyncGenerator<Answer, void, undefined>;
  /** Sends a request that is no row of `operations/`, for Raw Request. @throws like `call` */
  send(dispatch: Dispatch): Promise<Delivery>;
}

/** Time for one attempt where the operation says nothing. */
export const defaultTimeoutMs = 60_000;
/** What an action or trigger waits for Gong's limits in all. */
const defaultLimitWaitMs = 5 * 60_000;

/**
 * Makes the client for a connection. Every request to Gong goes through one.
 *
 * @throws ConnectionError, before any request, when the connection cannot be used
 */
export function createClient(
  connection: unknown,
  context: ClientContext = {},
  {
    limitWaitMs = defaultLimitWaitMs,
    isHurried = false,
    wantsKeys = false,
    time = systemTime,
  }: ClientOptions = {},
): GongClient {
  const account = resolveAccount(connection);
  const transport = new Transport({
    pace: paceOf(account.baseUrl, account.requestsPerSecond),
    time,
    limitWaitMs,
    isHurried,
    onAttempt: (record, dispatch) => logAttempt(record, context, () => withheldOf(dispatch)),
  });
  const withheldOf = ({ url, about, secrets = [] }: Dispatch): Withheld => ({
    secrets: [...account.secrets, ...secrets],
    personal: personalIn([new URL(url).searchParams, about]),
  });

  const send = async (dispatch: Dispatch, operation?: Operation): Promise<Delivery> => {
    try {
      return await transport.send(dispatch);
    } catch (error) {
      if (!(error instanceof TransportFailure)) throw error;
      const { name, resend } = dispatch;
      const { scope, limitedRelease } = operation ?? {};
      const subject = { name, scope, resend, limitedRelease };
      throw diagnose(error.failure, subject, account, time.now(), withheldOf(dispatch));
    }
  };

  const call = async <Answer extends object>(
    operation: Operation<Answer>,
    request: GongRequest = {},
  ): Promise<Answer> => {
    try {
      const { data } = await send(toDispatch(operation, request, account), operation);
      if (wantsKeys) requireKeys(operation, data as Answer);
      return data as Answer;
    } catch (error) {
      const { records } = operation;
      if (records && isGongError(error) && meansEmptyList(error.status, error.data)) {
        return emptyList(records, error.requestId) as Answer;
      }
      throw error;
    }
  };

  const allPages = <Answer extends object>(
    operation: Operation<Answer>,
    request: GongRequest = {},
    { cursor }: Pick<ListOptions, "cursor"> = {},
  ) => pages((page) => call(operation, page), operation, request, cursor);

  return {
    account,
    call,
    list: async (operation, request = {}, { cursor, fetchAll } = {}) =>
      fetchAll
        ? joinPages(allPages(operation, request, { cursor }), operation.records ?? "")
        : call(operation, withCursor(operation, request, cursor)),
    pages: allPages,
    send: (dispatch) => send(dispatch),
  };
}

function toDispatch(operation: Operation, request: GongRequest, account: Account): Dispatch {
  const { name, route, idempotent, timeoutMs = defaultTimeoutMs } = operation;
  const [method = "", path = ""] = route.split(" ");
  const { body, form } = request;
  const json = body && JSON.stringify(body);
  return {
    name,
    method,
    url: account.baseUrl + fillPath(path, request.path) + toQueryString(request.query),
    pathTemplate: path,
    headers: {
      Authorization: account.authorization,
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    },
    about: body,
    makeBody: form ?? (json === undefined ? undefined : () => json),
    timeoutMs,
    read: readAnswer(operation),
    resend: idempotent ? "safe" : "never",
    decide: decideRetry,
  };
}

/**
 * Gong answers JSON objects everywhere, and a list has its records, or says itself that it has none.
 * Anything else, such as the empty page of some proxy, would pass for a list without records, and
 * whoever polls it would miss some for good.
 *
 * @throws SyntaxError for anything else
 */
function readAnswer({ records }: Operation) {
  return (body: Buffer, _: unknown, status: number): object => {
    // "No content" is an answer, as opposed to one that lacks it.
    if (status === 204 && body.length === 0 && !records) return {};
    const answer = parseJson(body);
    if (isObject(answer)) {
      if (!records || Array.isArray(answer[records])) return answer;
      if ((answer[records] ?? null) === null && saysEmpty(answer.records))
        return { ...answer, [records]: [] };
    }
    throw new SyntaxError("not an answer of Gong's");
  };
}

/** Whether a page's own count is 0, and no other page follows; null stands for no cursor too. */
function saysEmpty(page: unknown): boolean {
  return isObject(page) && page.totalRecords === 0 && (page.cursor ?? null) === null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
