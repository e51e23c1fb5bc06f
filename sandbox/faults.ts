import { GongError } from "./errors";

interface FaultTarget {
  /** How many requests it meets; 1 by default. */
  times?: number;
  /** Only requests with this method. */
  method?: string;
  /** Only requests whose path begins so, such as `/v2/calls`. */
  path?: string;
}

/** The request is refused; nothing is executed. */
export interface StatusFault extends FaultTarget {
  kind: "status";
  status: number;
  /** Seconds, or any text that a broken proxy might send. */
  retryAfter?: number | string;
  /** Gong's `errors`; words that fit the status by default. */
  errors?: string[];
  /** Sent instead of Gong's error body. */
  body?: unknown;
}

/** The request waits in real time, then goes its ordinary way. */
export interface DelayFault extends FaultTarget {
  kind: "delay";
  milliseconds: number;
}

/**
 * The connection is cut. `before`: nothing is executed, nothing is answered. `during`: executed, and
 * half of the promised body arrives. `afterExecuting`: executed, and the answer is lost.
 */
export interface CutFault extends FaultTarget {
  kind: "cut";
  when: "before" | "during" | "afterExecuting";
}

/** Executed; status 200 and valid HTTP, but the JSON stops half way. */
export interface TruncatedJsonFault extends FaultTarget {
  kind: "truncatedJson";
}

/** A page of some proxy in place of the answer; nothing is executed. */
export interface HtmlFault extends FaultTarget {
  kind: "html";
  status?: 200 | 502;
}

/** Anything that can be made to go wrong. */
export type Fault = StatusFault | DelayFault | CutFault | TruncatedJsonFault | HtmlFault;

/** What tests see of the queue. */
export interface Faults {
  /** Queues a fault for the next request, or requests, that it matches. */
  next(fault: Fault): void;
  clear(): void;
  /** Requests that queued faults still wait for. */
  readonly pending: number;
}

/** What the server sees of it. */
export interface FaultQueue extends Faults {
  /** The oldest fault that matches; each request meets one at most. */
  take(method: string, path: string): Fault | undefined;
}

/** An empty queue. */
export function createFaultQueue(): FaultQueue {
  let queue: { fault: Fault; left: number }[] = [];
  return {
    next(fault) {
      queue.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      queue = [];
    },
    get pending() {
      return queue.reduce((sum, { left }) => sum + left, 0);
    },
    take(method, path) {
      const entry = queue.find(({ fault }) => matches(fault, method, path));
      if (!entry) return undefined;
      entry.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return entry.fault;
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    (fault.path === undefined || path.startsWith(fault.path))
  );
}

/** The Gong-like error that a {@link StatusFault} without a body of its own answers. */
export function faultError(fault: StatusFault): GongError {
  const words = fault.errors ?? [usualWords[fault.status] ?? `Status ${fault.status}`];
  return new GongError(fault.status, words);
}

const usualWords: Record<number, string> = {
  400: "Bad request",
  401: "access token has been revoked",
  402: "AI credits are used up",
  403: "Access denied",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  429: "API request limit exceeded",
  500: "Internal server error occurred",
  502: "Bad gateway",
  503: "Service unavailable",
  504: "Gateway timeout",
};

/** What an HTML fault answers. */
export const htmlPage =
  "<!DOCTYPE html>\n<html><head><title>Please wait</title></head>" +
  "<body><h1>The service is being checked</h1><p>A proxy answered in Gong's place.</p></body></html>\n";
