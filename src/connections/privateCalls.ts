import type { ConnectionInput } from "@prismatic-io/spectral";
import { asText } from "./field";

/** Optional field of both connections: whether steps get private calls (G62). */
export const privateCallsInput = {
  label: "Private Calls",
  type: "boolean",
  required: false,
  default: "true",
  comments:
    "Off: private calls and their transcripts are left out of every list, search, trigger, and picker on this connection, which then needs the scope api:calls:read:extensive.",
} as const satisfies ConnectionInput;

/** Whether the switch is off. A connection without one delivers private calls. */
export function leavesOutPrivateCalls(value: unknown): boolean {
  return value === false || /^(false|f|no|n|off|0)$/i.test(asText(value) ?? "");
}
