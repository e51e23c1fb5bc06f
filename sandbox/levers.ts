import type { Fault } from "./faults";
import type { SandboxState } from "./state";

/** What a lever may be told; each reads what concerns it. */
export interface LeverOptions {
  /** How many requests it meets. Default 1. */
  times?: number;
  /** Only requests with this method. */
  method?: string;
  /** Only requests whose path begins so. */
  path?: string;
  /** Seconds, for `tooManyRequests`. Default 2. */
  retryAfter?: number;
  /** For `missingScope`. Default that of reading calls. */
  scope?: string;
}

interface Lever {
  /** In words for a button. */
  label: string;
  fault(options: LeverOptions): Fault;
}

const refusal = (status: number, words: string) => ({
  kind: "status" as const,
  status,
  errors: [words],
});

/** Troubles by name, with Gong's own words, for people and for the workbench. */
export const levers = {
  wrongKey: {
    label: "Wrong key",
    fault: () => refusal(401, "Invalid access key or access key secret"),
  },
  missingScope: {
    label: "Missing scope",
    fault: ({ scope = "api:calls:read:basic" }) =>
      refusal(401, `You don't have permission to use '${scope}' in your app.`), // G4
  },
  expiredToken: {
    label: "Expired token",
    fault: () => refusal(401, "access token has expired"),
  },
  tooManyRequests: {
    label: "429 with Retry-After",
    fault: ({ retryAfter = 2 }) => ({ kind: "status", status: 429, retryAfter }),
  },
  unavailable: {
    label: "503",
    fault: () => ({ kind: "status", status: 503 }),
  },
  htmlPage: {
    label: "HTML page",
    fault: () => ({ kind: "html" }),
  },
  cutConnection: {
    label: "Cut connection",
    fault: () => ({ kind: "cut", when: "during" }),
  },
  lostAnswer: {
    label: "Lost answer",
    fault: () => ({ kind: "cut", when: "afterExecuting" }),
  },
} satisfies Record<string, Lever>;

/** The name of a lever. */
export type LeverName = keyof typeof levers;

/** Queues the trouble for the next request, or requests, that it is meant for. */
export function pull(state: SandboxState, name: LeverName, options: LeverOptions): void {
  const { times, method, path } = options;
  const lever: Lever = levers[name];
  state.faults.next({
    ...lever.fault(options),
    ...(times !== undefined && { times }),
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
  });
}
