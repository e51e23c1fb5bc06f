import type { Fault } from "../../sandbox";
import type { FaultOrder } from "../shared/state";

const dayMs = 24 * 3600_000;

/** @param now the local Gong's time, in milliseconds since 1970 */
export function faultOf({ kind, seconds }: FaultOrder, now: number): Fault {
  switch (kind) {
    case "throttled":
      return { kind: "status", status: 429, retryAfter: seconds ?? 3 };
    case "usedUpDay":
      // Gong counts days in UTC, and says how long the day still lasts (G10).
      return { kind: "status", status: 429, retryAfter: Math.ceil((dayMs - (now % dayMs)) / 1000) };
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
