/** A field's text without spaces and invisible characters around it; nothing for a blank one. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const visible = String(value).replace(/\p{Cf}/gu, "");
  return visible.trim() || undefined;
}
