import type { LogEvent, RunEnd, RunEvent } from "../../shared/run";

/** A request as it shows in the waterfall; times are milliseconds since the run began. */
export interface SeenRequest {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly start: number;
  readonly headersAt?: number;
  readonly status?: number;
  readonly retryAfter?: string;
  readonly end?: number;
  readonly bytes?: number;
  readonly error?: string;
}

/** One run of an item, under way or over. */
export interface Run {
  /** This machine's time, by `performance.now()`. */
  readonly beganAt: number;
  readonly logs: readonly LogEvent[];
  readonly requests: readonly SeenRequest[];
  readonly end?: RunEnd;
}

export const newRun = (): Run => ({ beganAt: performance.now(), logs: [], requests: [] });

/** The run after one more event. */
export function withEvent(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case "log":
      return { ...run, logs: [...run.logs, event] };
    case "requestStart": {
      const { id, method, path, host, at } = event;
      return { ...run, requests: [...run.requests, { id, method, path, host, start: at }] };
    }
    case "requestHeaders": {
      const { at, status, retryAfter } = event;
      return change(run, event.id, { headersAt: at, status, ...(retryAfter && { retryAfter }) });
    }
    case "requestEnd": {
      const { at, bytes, error } = event;
      return change(run, event.id, { end: at, ...(bytes && { bytes }), ...(error && { error }) });
    }
    case "end":
      return { ...run, end: event };
  }
}

function change(run: Run, id: number, more: Partial<SeenRequest>): Run {
  return {
    ...run,
    requests: run.requests.map((each) => (each.id === id ? { ...each, ...more } : each)),
  };
}
