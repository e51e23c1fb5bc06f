import { type ActionLogger, action } from "@prismatic-io/spectral";
import { createClient, type GongRequest } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import type { Fields, ValuesOf } from "../inputs/define";
import { cursorInput, fetchAllInput } from "../inputs/paging";
import type { Operation } from "../operations/operation";
import { answerOf, displayOf } from "./describe";
import { listInParts } from "./inParts";

/** What differs between one action and the next. */
interface Declaration<F extends Fields> {
  /** One or two short sentences that say what the action is for. */
  readonly description: string;
  readonly inputs: F;
  /** Maps the values to the request by name; the body's fields in the order of Gong's page. */
  readonly request: (
    values: ValuesOf<F>,
    logger: ActionLogger,
  ) => GongRequest | Promise<GongRequest>;
  /**
   * Looks at values together before anything is sent: refuses what Gong is known to refuse, and
   * logs what may surprise. @throws InputError
   */
  readonly checks?: (values: ValuesOf<F>, logger: ActionLogger) => void;
<<<<<<< HEAD
  /** The answer without `requestId`, or a list's records, for the example payload. */
  readonly example: object;
}

/** What differs between one action that lists and the next. */
export interface ListDeclaration<F extends Fields> extends Declaration<F> {
  /** What the example's answer holds beside its records. */
  readonly beside?: object;
=======
  /** The field of a list's filter whose IDs go in parts, where there may be many of them. */
  readonly parts?: string;
>>>>>>> ce87c80 (Show every field in example payloads, made from the output schemas instead of by hand)
}

/**
<<<<<<< HEAD
 * An action that sends one request and returns the answer as `data`. Label, scope, output schema
 * and repetition come from the operation's row.
=======
 * An action that sends one request and returns the answer as `data`. Label, scope, output, example,
 * and repetition come from the operation's row. A paged list gets Fetch All and Cursor.
>>>>>>> ce87c80 (Show every field in example payloads, made from the output schemas instead of by hand)
 */
export function gongAction<const F extends Fields>(
  operation: Operation,
  { description, inputs, checks, request, parts }: Declaration<F>,
) {
  const paging: Fields = operation.cursor ? { fetchAll: fetchAllInput, cursor: cursorInput } : {};
  return action({
<<<<<<< HEAD
    ...frameOf(operation, description),
    inputs: { connection: connectionInput, ...inputs },
    perform: async (context, { connection, ...values }) => {
      const request = await requestOf(declaration, values, context.logger);
      return { data: await createClient(connection, context).call(operation, request) };
    },
    examplePayload: { data: { requestId: exampleRequestId, ...example } },
  });
}

/**
 * An action that lists records: one page, or all of them with Fetch All, which a paged operation
 * gets together with Cursor.
 */
export function gongList<const F extends Fields>(
  operation: Operation,
  declaration: ListDeclaration<F>,
) {
  const { description, inputs, example, beside } = declaration;
  const paging = operation.cursor ? { fetchAll: fetchAllInput, cursor: cursorInput } : {};
  const records = [example].flat();
  const page = {
    totalRecords: records.length,
    currentPageSize: records.length,
    currentPageNumber: 0,
  };
  return action({
    ...frameOf(operation, description),
=======
    display: displayOf(operation, description),
>>>>>>> ce87c80 (Show every field in example payloads, made from the output schemas instead of by hand)
    inputs: { connection: connectionInput, ...inputs, ...paging },
    performSafety:
      operation.idempotent && !operation.changes ? ("safe" as const) : ("notAllowed" as const),
    perform: async (context, { connection, ...given }) => {
      const values = valuesOf(inputs, given);
      checks?.(values, context.logger);
      const asked = await request(values, context.logger);
      const client = createClient(connection, context);
<<<<<<< HEAD
      return { data: await listInParts(client, operation, request, { fetchAll, cursor }) };
    },
    examplePayload: {
      data: {
        requestId: exampleRequestId,
        ...(operation.cursor ? { records: page } : {}),
        ...beside,
        [operation.records ?? ""]: records,
      },
=======
      if (!operation.records) return { data: await client.call(operation, asked) };
      const joined = parts && (await listInParts(client, operation, asked, parts));
      return { data: joined || (await client.list(operation, asked, valuesOf(paging, given))) };
>>>>>>> ce87c80 (Show every field in example payloads, made from the output schemas instead of by hand)
    },
    ...answerOf(operation),
  });
}

/** The values of these inputs alone: a platform may give more, and Gong is to see none of it. */
export function valuesOf<F extends Fields>(inputs: F, given: object): ValuesOf<F> {
  const named = Object.entries(given).filter(([key]) => Object.hasOwn(inputs, key));
  return Object.fromEntries(named) as ValuesOf<F>;
}
