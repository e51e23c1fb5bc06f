import type { Values } from "./catalog";

/** Which account a run works on. */
export type ConnectionChoice =
  | { readonly kind: "local" }
  | { readonly kind: "account" }
  | { readonly kind: "custom"; readonly key: string; readonly fields: Values };

/** What the page asks the server to run. */
export interface RunRequest {
  readonly kind: "action" | "trigger" | "dataSource";
  readonly key: string;
  readonly inputs: Values;
  readonly connection: ConnectionChoice;
  /** Set after a person agreed to a change in a real account. */
  readonly confirmed?: boolean;
}

export type LogLevel = "trace" | "debug" | "info" | "log" | "warn" | "error";

/** A line that the component logged. Times are milliseconds since the run began. */
export interface LogEvent {
  readonly type: "log";
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
}

/** A request that left the component's process, seen at Node's own HTTP client. */
export interface RequestStart {
  readonly type: "requestStart";
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly host: string;
}

/** Status and headers arrived. */
export interface RequestHeaders {
  readonly type: "requestHeaders";
  readonly id: number;
  readonly at: number;
  readonly status: number;
  readonly retryAfter?: string;
}

/** The answer is complete, or the connection failed. */
export interface RequestEnd {
  readonly type: "requestEnd";
  readonly id: number;
  readonly at: number;
  readonly bytes?: number;
  readonly error?: string;
}

/** What a builder sees of an error. */
export interface ShownError {
  readonly name: string;
  readonly message: string;
  /** Label of the input that it is about. */
  readonly input?: string;
  /** Whether the platform marks the connection as failing. */
  readonly marksConnection: boolean;
  /** Everything else that the error carries, such as status and requestId. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The run is over. */
export interface RunEnd {
  readonly type: "end";
  readonly at: number;
  readonly outcome:
    | { readonly ok: true; readonly result: unknown }
    | { readonly ok: false; readonly error: ShownError };
}

export type RunEvent = LogEvent | RequestStart | RequestHeaders | RequestEnd | RunEnd;

/** What each input's own check says of its value: a message by input key. */
export type Refusals = Readonly<Record<string, string>>;
