import type { ShownError } from "../shared/run";

/** Members that repeat what is shown already, or that only the platform reads. */
const leftOut = new Set(["name", "message", "stack", "input", "connection", "isSpectralError"]);

/** What a builder sees of what `perform` threw. */
export function shownError(error: unknown): ShownError {
  if (!(error instanceof Error) && !isErrorLike(error)) {
    return { name: "Error", message: String(error), marksConnection: false, details: {} };
  }
  const members = Object.entries(error).filter(
    ([name, value]) => !leftOut.has(name) && !name.startsWith("__") && typeof value !== "function",
  );
  const { input } = error as { input?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof input === "string" && { input }),
    marksConnection: "connection" in error,
    details: JSON.parse(JSON.stringify(Object.fromEntries(members))) as Record<string, unknown>,
  };
}

/** Errors of another realm are no instances of this one's class. */
function isErrorLike(value: unknown): value is Error {
  return typeof value === "object" && value !== null && "message" in value && "name" in value;
}
