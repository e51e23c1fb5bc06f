/** A context as the platform hands it over, whose log can be read. */
export interface CapturedContext {
  readonly logger: Record<string, (...args: unknown[]) => void>;
  /** Every logged line, as one text with its level in front. */
  readonly lines: string[];
  readonly globalDebug: boolean;
  executionState: Record<string, unknown>;
  instanceState: Record<string, unknown>;
}

/** Makes one. @param debug whether debug mode is on */
export function createContext({ debug = false } = {}): CapturedContext {
  const lines: string[] = [];
  const levels = ["metric", "trace", "debug", "info", "log", "warn", "error"];
  const logger = Object.fromEntries(
    levels.map((level) => [
      level,
      (...args: unknown[]) => {
        lines.push(
          `${level}: ${args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ")}`,
        );
      },
    ]),
  );
  return { logger, lines, globalDebug: debug, executionState: {}, instanceState: {} };
}
