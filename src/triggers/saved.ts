/**
 * Whether a value is an instant as saved states hold them, in milliseconds since 1970. A date ends
 * at 8.64e15; short of that, so that it can still be reckoned with.
 */
export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 8e15;
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
