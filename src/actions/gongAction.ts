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
  /** Looks at values together before anything is sent. @throws InputError */
  readonly checks?: (values: ValuesOf<F>, logger: ActionLogger) => void;
}

/**
 * An action that sends one request and returns the answer as `data`. Label, scope, output, example,
 * and repetition come from the operation's row. A paged list gets Fetch All and Cursor.
 */
export function gongAction<const F extends Fields>(
  operation: Operation,
  { description, inputs, checks, request }: Declaration<F>,
) {
  const paging: Fields = operation.cursor ? { fetchAll: fetchAllInput, cursor: cursorInput } : {};
  return action({
    display: displayOf(operation, description),
    inputs: { connection: connectionInput, ...inputs, ...paging },
    performSafety:
      operation.idempotent && !operation.changes ? ("safe" as const) : ("notAllowed" as const),
    perform: async (context, { connection, ...given }) => {
      const values = valuesOf(inputs, given);
      checks?.(values, context.logger);
      const asked = await request(values, context.logger);
      const client = createClient(connection, context);
      if (!operation.records) return { data: await client.call(operation, asked) };
      return { data: await listInParts(client, operation, asked, valuesOf(paging, given)) };
    },
    ...answerOf(operation),
  });
}

/** The values of these inputs alone: a platform may give more, and Gong is to see none of it. */
export function valuesOf<F extends Fields>(inputs: F, given: object): ValuesOf<F> {
  const named = Object.entries(given).filter(([key]) => Object.hasOwn(inputs, key));
  return Object.fromEntries(named) as ValuesOf<F>;
}
