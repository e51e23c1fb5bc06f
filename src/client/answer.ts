import type { Operation } from "../operations/operation";
import { jsonOrNothing, parseJson } from "../text/json";
import type { Query } from "../text/url";
import type { GongError } from "./errors";

/**
 * Reads an operation's 2xx body. Gong answers JSON objects, and a list has its records, or counts
 * none itself. Anything else, such as a proxy's page, would pass for a list without records, and a
 * trigger would miss some for good. Without a list, no body is success without an answer (B25).
 *
 * @throws SyntaxError for anything else
 */
export function readAnswer({ records }: Operation, body: Buffer): unknown {
  if (body.length === 0 && !records) return "";
  const answer = parseJson(body);
  if (isObject(answer)) {
    if (!records || Array.isArray(answer[records])) return answer;
    const page = isObject(answer.records) ? answer.records : {};
    const isEmpty = page.totalRecords === 0 && !page.cursor;
    if (isEmpty && !answer[records]) return { ...answer, [records]: [] };
  }
  throw new SyntaxError("not an answer of Gong's");
}

/** How Gong says, with 404, that a filtered list is empty (G8). Every other 404 is an error. */
const emptyListWords = /^No [a-z ]+ found corresponding to the provided filters\.?$/i;

/** The answer that an error stands for: an empty list, or a request that had arrived before. */
export function answerInstead(
  { records, empty, repeat }: Operation,
  error: GongError,
  query: Query = {},
): object | undefined {
  const { status, data, gongErrors, mayHaveArrived, requestId } = error;
  const id = requestId ? { requestId } : {};
  const errors = isObject(data) ? data.errors : undefined;
  if (records && status === 404 && Array.isArray(errors) && errors.length === 1) {
    const words = gongErrors.join(" ").trim();
    const isOwn = empty?.words.test(words);
    const note = isOwn && empty?.note ? { note: empty.note } : {};
    // What Gong gives for an empty list elsewhere: no records, no cursor (G12).
    const page = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };
    if (isOwn || emptyListWords.test(words))
      return { ...id, records: page, [records]: [], ...note };
  }
  // Gong has it from the attempt whose answer was lost; told to the first one, it is another's.
  const isRepeat = repeat && mayHaveArrived && status === repeat.status;
  if (!isRepeat || !(repeat.words?.test(gongErrors.join(" ")) ?? true)) return undefined;
  return { ...id, ...Object.fromEntries(repeat.names?.map((name) => [name, query[name]]) ?? []) };
}

/** Bodies larger than this are files, and neither errors of Gong's nor with an ID of a request. */
export const maxErrorBytes = 2 * 1024 ** 2;

/** Gong's ID of a request, from an answer or the bytes of one (G7). */
export function requestIdOf(answer: unknown): string | undefined {
  const isJson = Buffer.isBuffer(answer) && answer.length <= maxErrorBytes;
  const body = isJson ? jsonOrNothing(answer) : answer;
  const id = isObject(body) ? body.requestId : undefined;
  return typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : undefined;
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
