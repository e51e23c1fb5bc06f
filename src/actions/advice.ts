import type { GongError } from "../client/errors";

/** The same error with one more hint, which only the action can give. */
export function withAdvice(error: GongError, advice: string): GongError {
  return error.with(`${error.message} ${advice}`, { hint: `${error.hint} ${advice}` });
}
