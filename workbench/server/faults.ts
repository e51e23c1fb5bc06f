import type { Fault } from "../../sandbox";
import type { FaultOrder } from "../shared/state";

const hourMs = 3600_000;
const dayMs = 24 * hourMs;

/**
 * How long the day still lasts, which Gong counts in UTC (G10). Just before midnight it is the next
 * day that is used up: a wait of a few minutes would be waited for, and there would be nothing to see.
 */
function restOfDay(now: number): number {
  const restMs = dayMs - (now % dayMs);
  return restMs < hourMs ? restMs + dayMs : restMs;
}

/** @param now the local Gong's time, in milliseconds since 1970 */
export function faultOf({ kind, seconds }: FaultOrder, now: number): Fault {
  switch (kind) {
    case "throttled":
      return { kind: "status", status: 429, retryAfter: seconds ?? 3 };
    case "usedUpDay":
      return { kind: "status", status: 429, retryAfter: Math.ceil(restOfDay(now) / 1000) };
    case "unavailable":
      return { kind: "status", status: 503 };
    case "html":
      return { kind: "html" };
    case "cutBefore":
      return { kind: "cut", when: "before" };
    case "cutDuring":
      return { kind: "cut", when: "during" };
    case "truncatedJson":
      return { kind: "truncatedJson" };
    case "slow":
      return { kind: "delay", milliseconds: (seconds ?? 3) * 1000 };
  }
}
