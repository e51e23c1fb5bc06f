/**
 * The text of a connection's field; nothing for a blank one. Keys are pasted with spaces and
 * invisible characters around them, and untyped steps give numbers.
 */
export function asText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const visible = String(value).replace(/\p{Cf}/gu, "");
  return visible.trim() || undefined;
}
