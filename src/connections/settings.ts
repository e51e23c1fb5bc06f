import type { ConnectionInput } from "@prismatic-io/spectral";
import { asText } from "./field";

/** Requests a second that Gong grants a company unless it has agreed on another rate (G10). */
const defaultRequestsPerSecond = 3;

/** Optional fields of both connections: the pace of requests, and private calls (G62). */
export const settingInputs = {
  requestsPerSecond: {
    label: "Requests per Second",
    type: "string",
    required: false,
    comments: `The most requests to send per second. Gong allows ${defaultRequestsPerSecond} for your whole company. Enter less to leave room for other tools, or more if Gong has agreed to it. Blank means ${defaultRequestsPerSecond}.`,
    placeholder: String(defaultRequestsPerSecond),
    example: String(defaultRequestsPerSecond),
  },
  privateCalls: {
    label: "Private Calls",
    type: "boolean",
    required: false,
    default: "true",
    comments:
      "Turn it off to leave private calls and their transcripts out of every list, search, trigger, and picker on this connection. It then needs the scope api:calls:read:extensive.",
  },
} as const satisfies Record<string, ConnectionInput>;

/** The rate that the field asks for, the default for a blank one. @throws Error for a wrong one */
export function readRequestsPerSecond(value: unknown): number {
  const rate = Number(asText(value) ?? defaultRequestsPerSecond);
  if (rate > 0 && rate <= 1000) return rate;
  throw new Error(
    `Requests per Second of the Gong connection must be a number above 0 and at most 1000, for example ${defaultRequestsPerSecond}.`,
  );
}

/** Whether the switch is off. A connection without one delivers private calls. */
export function leavesOutPrivateCalls(value: unknown): boolean {
  return value === false || /^(false|f|no|n|off|0)$/i.test(asText(value) ?? "");
}
