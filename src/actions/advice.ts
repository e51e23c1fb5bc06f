import { type GongConnectionError, type GongError, withDetails } from "../client/errors";

/** The same error with one more hint, which only the action can give. */
export function withAdvice(
  error: GongError | GongConnectionError,
  advice: string,
): GongError | GongConnectionError {
  return withDetails(error, `${error.message} ${advice}`, { hint: `${error.hint} ${advice}` });
}
