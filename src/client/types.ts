import type { ActionLogger } from "@prismatic-io/spectral";
import type FormData from "form-data";
import type { Account } from "../connections/account";
import type { Operation } from "../operations/operation";
import type { Query } from "../text/url";
import type { Outcome, RetrySituation } from "./retry";
import type { Time } from "./time";

/** What the client needs of the context that the platform hands to a perform function. */
export interface ClientContext {
  readonly logger?: Pick<ActionLogger, "debug" | "warn">;
  readonly debug?: { readonly enabled: boolean };
}

/** Settings that differ between actions and pickers, and between the platform and tests. */
export interface ClientOptions {
  /** Ends everything the client does, such as `AbortSignal.timeout(15_000)` in a picker. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for Gong's limits in all, and for a turn; 5 minutes by default. */
  readonly maxWaitMs?: number;
  /** Whether a list in which a record has no ID is an error, for triggers that remember IDs. */
  readonly wantsKeys?: boolean;
  readonly time?: Time;
}

/** The values that make a request of an operation. Nothing is added to them but the cursor. */
export interface GongRequest {
  /** Values for the places in the path template. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Query;
  /** JSON body, which GET and DELETE may carry too (G34, G35); undefined fields are left out. */
  readonly body?: Readonly<Record<string, unknown>> | readonly unknown[];
  /** Multipart body, made anew for each attempt when the request has its turn, under its signal. */
  readonly form?: (signal: AbortSignal) => Promise<FormData>;
}

/** How much of a list is wanted. */
export interface ListOptions {
  /** Cursor of an earlier answer, to resume from there. */
  readonly cursor?: string | undefined;
  /** Read all pages and join them. */
  readonly fetchAll?: boolean | undefined;
}

/** What can be sent as a body. */
export type Body = string | Buffer | FormData;

/** A request made ready: an address, a body, and the rules for sending it. */
export interface PreparedRequest {
  /** How errors and logs name it, for example "List Calls". */
  readonly name: string;
  readonly method: string;
  readonly url: string;
  /** The path template for logs, without what was filled in. */
  readonly route: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the body anew for each attempt, since a stream can be sent once. */
  readonly makeBody?: ((signal: AbortSignal) => Body | Promise<Body>) | undefined;
  /** What the request says, as a value: errors do not repeat the addresses and numbers in it. */
  readonly about?: unknown;
  /** Keys beside the account's own, which errors do not repeat either. */
  readonly secrets?: readonly string[] | undefined;
  /** Whether the body of an error that is no JSON is given on as bytes instead of text (B26). */
  readonly bytesOnError?: boolean;
  /** Milliseconds for one attempt, from its turn to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Reads the bytes of a 2xx body. @throws when they are not what was asked for */
  readonly read: (body: Buffer) => unknown;
  /** Whether sending it twice does no harm. */
  readonly idempotent: boolean;
  /** Decides whether to send it again, and after how many milliseconds; like `decideRetry`. */
  readonly decide: (situation: RetrySituation, outcome: Outcome) => number | undefined;
  /** Follows up to 5 redirects on the same origin (B20); others are an error. */
  readonly followRedirects?: boolean;
}

/** What came back for a 2xx. */
export interface GongResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What `read` made of the body. */
  readonly data: unknown;
}

/** The road to one Gong account. */
export interface GongClient {
  /** Where the account is and how requests to it are authorized. */
  readonly account: Account;
  /** How many requests were sent, repetitions included. */
  readonly requests: number;
  /** Sends one request. @throws GongError, ConnectionError */
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
  send(request: PreparedRequest): Promise<GongResponse>;
}
