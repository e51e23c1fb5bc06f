import type { ConnectionInput } from "@prismatic-io/spectral";
import { asText } from "./field";

/** Requests a second that Gong grants a company unless it has agreed on another rate (G10). */
export const defaultRequestsPerSecond = 3;

/** Optional field of both connections: the pace of requests to the account. */
export const requestsPerSecondInput = {
  label: "Requests per Second",
  type: "string",
  required: false,
  shown: true,
  comments: `The most requests to send in a second. Gong allows a company ${defaultRequestsPerSecond} over everything it runs. Enter a lower number to leave room for other tools, or a higher one that Gong has agreed to. Blank means ${defaultRequestsPerSecond}.`,
  placeholder: String(defaultRequestsPerSecond),
  example: String(defaultRequestsPerSecond),
} as const satisfies ConnectionInput;

/** The rate that the field asks for, the default for a blank one; nothing for a wrong one. */
export function readRequestsPerSecond(value: unknown): number | undefined {
  const text = asText(value);
  if (text === undefined)
    return typeof value === "object" && value ? undefined : defaultRequestsPerSecond;
  const rate = Number(text);
  return rate > 0 && rate <= 1000 ? rate : undefined;
}
