/**
 * Gong's wording for a filtered list without records, which it answers with 404 (G8): `No calls
 * found corresponding to the provided filters`, for users and answered scorecards likewise. Every
 * other 404 is an error.
 */
const emptyListWords = /^No [a-z ]+ found corresponding to the provided filters\.?$/i;

/** Whether an error answer says that a list is empty, and nothing else. */
export function meansEmptyList(status: number | undefined, body: unknown): boolean {
  const { errors } = (body ?? {}) as { errors?: unknown };
  if (status !== 404 || !Array.isArray(errors) || errors.length !== 1) return false;
  const [words]: unknown[] = errors;
  return typeof words === "string" && emptyListWords.test(words.trim());
}

/** The answer that Gong gives for an empty list elsewhere: no records, no cursor (G12). */
export function emptyList(recordsField: string, requestId: string | undefined): object {
  return {
    ...(requestId ? { requestId } : {}),
    records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 },
    [recordsField]: [],
  };
}
