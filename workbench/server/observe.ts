import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { errorMonitor } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { RunEvent } from "../shared/run";

/** Where the events of one run go. */
export interface Observer {
  emit(event: RunEvent): void;
  /** Milliseconds since the run began. */
  now(): number;
}

const current = new AsyncLocalStorage<Observer>();
const watched = new WeakMap<ClientRequest, Watched>();

interface Watched {
  readonly id: number;
  readonly observer: Observer;
  response?: IncomingMessage;
}

let lastId = 0;

/** Runs something so that its requests and log lines reach the observer. */
export function observed<T>(observer: Observer, run: () => Promise<T>): Promise<T> {
  return current.run(observer, run);
}

/** The observer of the run that the current code belongs to. */
export function currentObserver(): Observer | undefined {
  return current.getStore();
}

/** Watches every request of this process at Node's HTTP client; the component knows nothing of it. */
export function watchRequests(): void {
  // Node 22 reports a request when it is created, Node 20 when its body has been written.
  subscribe("http.client.request.created", (message) => begin(requestOf(message)));
  subscribe("http.client.request.start", (message) => begin(requestOf(message)));
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    answer(request, response);
  });
}

function requestOf(message: unknown): ClientRequest {
  return (message as { request: ClientRequest }).request;
}

function begin(request: ClientRequest): void {
  const observer = current.getStore();
  if (!observer || watched.has(request)) return;
  lastId += 1;
  const id = lastId;
  watched.set(request, { id, observer });
  const { method, path, host } = request;
  observer.emit({ type: "requestStart", id, at: observer.now(), method, path, host });
  // Only looks: a listener for "error" itself would hide one that the component does not handle.
  let failure: string | undefined;
  request.once(errorMonitor, ({ message }: Error) => {
    failure = message;
  });
  request.once("close", () => {
    const { response } = watched.get(request) ?? {};
    const cut = response && !response.complete ? "the response was cut off" : undefined;
    const error = failure ?? cut;
    const bytes = Number(response?.headers["content-length"]);
    observer.emit({
      type: "requestEnd",
      id,
      at: observer.now(),
      ...(bytes > 0 && { bytes }),
      ...(error !== undefined && { error }),
    });
  });
}

function answer(request: ClientRequest, response: IncomingMessage): void {
  const entry = watched.get(request);
  if (!entry) return;
  entry.response = response;
  const { id, observer } = entry;
  const { statusCode = 0, headers } = response;
  const retryAfter = headers["retry-after"];
  observer.emit({
    type: "requestHeaders",
    id,
    at: observer.now(),
    status: statusCode,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}
