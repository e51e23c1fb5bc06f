/** The same value without null entries in its lists, which Gong may send where it describes none (G47). */
export function withoutNulls<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.flatMap((entry) => (entry === null ? [] : [withoutNulls(entry)])) as T;
  }
  const fields = Object.entries(value).map(([name, field]) => [name, withoutNulls(field)]);
  return Object.fromEntries(fields) as T;
}
