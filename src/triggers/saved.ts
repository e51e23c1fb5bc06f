/**
 * Whether a value is an instant as saved states hold them, in milliseconds since 1970: nothing was
 * before, and to go through all hours since a far past would never end. A date ends at 8.64e15;
 * short of that, so that it can still be reckoned with.
 */
export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 8e15;
}

/**
 * The instant that a text tells, 1970 for all before; nothing where it tells none, or one that no
 * state can hold: what is saved once must be taken again.
 */
export function instantOf(time: unknown): number | undefined {
  const instant = typeof time === "string" ? Math.max(0, Date.parse(time)) : undefined;
  return isInstant(instant) ? instant : undefined;
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
