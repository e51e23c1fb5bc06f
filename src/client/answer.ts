import type { Operation } from "../operations/operation";
import { parseJson } from "../text/json";
import type { Query } from "../text/url";
import type { GongError } from "./errors";

/**
 * Makes the reader of an operation's 2xx bodies. Gong answers JSON objects, and a list has its
 * records, or says itself that it has none. Anything else, such as a proxy's page, would pass for a
 * list without records, and a trigger would miss some for good. A body may be missing where no list
 * is expected: that is success without an answer (B25).
 *
 * @returns throws SyntaxError for anything else
 */
export function answerReader({ records }: Operation) {
  return (body: Buffer): unknown => {
    if (body.length === 0 && !records) return "";
    const answer = parseJson(body);
    if (isObject(answer)) {
      if (!records || Array.isArray(answer[records])) return answer;
      if ((answer[records] ?? null) === null && saysEmpty(answer.records)) {
        return { ...answer, [records]: [] };
      }
    }
    throw new SyntaxError("not an answer of Gong's");
  };
}

/** Whether a page's own count is 0, and no other page follows; null stands for no cursor too. */
function saysEmpty(page: unknown): boolean {
  return isObject(page) && page.totalRecords === 0 && (page.cursor ?? null) === null;
}

/**
 * Gong's wording for a filtered list without records, which it answers with 404 (G8): `No calls
 * found corresponding to the provided filters`, for users and answered scorecards likewise. Every
 * other 404 is an error.
 */
const emptyListWords = /^No [a-z ]+ found corresponding to the provided filters\.?$/i;

/**
 * The answer of an empty list for an error that says so and nothing else; nothing for other errors.
 * It is what Gong gives for an empty list elsewhere: no records, no cursor (G12).
 */
export function asEmptyList(
  { records, empty }: Operation,
  { status, data, requestId }: GongError,
): object | undefined {
  const errors = isObject(data) ? data.errors : undefined;
  if (!records || status !== 404 || !Array.isArray(errors) || errors.length !== 1) return undefined;
  const [first]: unknown[] = errors;
  const words = typeof first === "string" ? first.trim() : "";
  const isOwn = empty?.words.test(words) ?? false;
  if (!isOwn && !emptyListWords.test(words)) return undefined;
  return {
    ...(requestId ? { requestId } : {}),
    records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 },
    [records]: [],
    ...(isOwn && empty?.note ? { note: empty.note } : {}),
  };
}

/**
 * The answer of a request that is sent again since the answer to the first attempt was lost, when
 * Gong says that it has it already. Nothing when the first attempt is told so: it is another one.
 */
export function asRepeat(
  { repeat }: Operation,
  { status, gongErrors, mayHaveArrived, requestId }: GongError,
  query: Query = {},
): object | undefined {
  if (!repeat || !mayHaveArrived || status !== repeat.status) return undefined;
  if (repeat.words && !repeat.words.test(gongErrors.join(" "))) return undefined;
  const named = (repeat.names ?? []).map((name) => [name, query[name]]);
  return { ...(requestId ? { requestId } : {}), ...Object.fromEntries(named) };
}

/** Bodies larger than this are files, and hold no ID of a request. */
const maxErrorBytes = 2 * 1024 ** 2;

/** Gong's ID of a request, from an answer or the bytes of one (G7). */
export function requestIdOf(answer: unknown): string | undefined {
  const body = Buffer.isBuffer(answer) ? tryJson(answer) : answer;
  const id = isObject(body) ? body.requestId : undefined;
  // Of digits alone it would look like a phone number.
  const isId = typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !/^\d{7,15}$/.test(id);
  return isId ? id : undefined;
}

/** The JSON of bytes; nothing when they hold none, or too much to be an error of Gong's. */
export function tryJson(bytes: Buffer): unknown {
  if (bytes.length > maxErrorBytes) return undefined;
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}

/** What stands at a path such as `metaData.id`; nothing where it ends before. */
export function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const name of path.split(".")) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** Whether a value is a JSON object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
