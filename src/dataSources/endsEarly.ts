import { isGongError } from "../client/errors";

/** Whether an error only means that a picker shows less than it could: its time or turn is over. */
export function endsEarly(error: unknown, also: readonly string[] = []): boolean {
  return isGongError(error) && ["timed_out", "rate_limited", ...also].includes(error.code);
}
