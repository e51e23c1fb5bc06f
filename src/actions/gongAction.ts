import { action } from "@prismatic-io/spectral";
import { createClient, type GongRequest } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import { cursorInput, fetchAllInput } from "../inputs/paging";
import type { Operation } from "../operations/operation";
import { displayOf, outputOf } from "./describe";

/** The inputs of an action beside the connection, each with a `clean` that types its value. */
// biome-ignore lint/suspicious/noExplicitAny: spectral's input types differ by kind.
type Fields = Readonly<Record<string, any>>;

/** The values that a form hands over: what each input's `clean` makes of what was entered. */
export type ValuesOf<F extends Fields> = {
  readonly [Key in keyof F]: F[Key] extends { clean: (value: unknown) => infer Value }
    ? Value
    : unknown;
};

/** What differs between one action and the next. */
export interface Declaration<F extends Fields> {
  /** One or two short sentences that say what the action is for. */
  readonly description: string;
  readonly inputs: F;
  /** Maps the values to the request by name. */
  readonly request: (values: ValuesOf<F>) => GongRequest;
  /** Refuses values that do not go together, before anything is sent. @throws InputError */
  readonly checks?: (values: ValuesOf<F>) => void;
  /** The answer without its frame, for the example payload. */
  readonly example: object;
}

/** Gong's request id in example payloads. */
const exampleRequestId = "4al018gzaztcr8nbukw";

/**
 * An action that sends one request and hands on the answer as `data`. Label, scope, output schema
 * and repetition come from the operation's row.
 */
export function gongAction<const F extends Fields>(
  operation: Operation,
  { description, inputs, request, checks, example }: Declaration<F>,
) {
  return action({
    ...frameOf(operation, description),
    inputs: { connection: connectionInput, ...inputs },
    perform: async (context, { connection, ...given }) => {
      const values = given as unknown as ValuesOf<F>;
      checks?.(values);
      const data = await createClient(connection, context).call(operation, request(values));
      return { data };
    },
    examplePayload: { data: { requestId: exampleRequestId, ...example } },
  });
}

/**
 * An action that lists records: one page, or all of them with Fetch All, which a paged operation
 * gets together with Cursor. `example` is one record.
 */
export function gongList<const F extends Fields>(
  operation: Operation,
  { description, inputs, request, checks, example }: Declaration<F>,
) {
  const paging = operation.cursor ? { fetchAll: fetchAllInput, cursor: cursorInput } : {};
  const page = { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 };
  return action({
    ...frameOf(operation, description),
    inputs: { connection: connectionInput, ...inputs, ...paging },
    perform: async (context, { connection, ...given }) => {
      const { fetchAll, cursor, ...values } = given as unknown as ValuesOf<F> & Paging;
      checks?.(values as unknown as ValuesOf<F>);
      const data = await createClient(connection, context).list(
        operation,
        request(values as unknown as ValuesOf<F>),
        { fetchAll, cursor },
      );
      return { data };
    },
    examplePayload: {
      data: {
        requestId: exampleRequestId,
        ...(operation.cursor ? { records: page } : {}),
        [operation.records ?? ""]: [example],
      },
    },
  });
}

interface Paging {
  readonly fetchAll?: boolean;
  readonly cursor?: string;
}

function frameOf(operation: Operation, description: string) {
  return {
    display: displayOf(operation, description),
    performSafety: operation.idempotent ? ("safe" as const) : ("notAllowed" as const),
    outputSchema: outputOf(operation),
  };
}
