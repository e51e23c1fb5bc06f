import { inspect } from "node:util";

/** All that logs and error pages could show of something thrown, as one text. */
export function shownBy(error: unknown): string {
  const { message, stack } = error as Partial<Error>;
  return [
    message,
    stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 10, showHidden: true }),
    inspect(error, { depth: 10, getters: true, customInspect: false }),
  ].join("\n");
}
