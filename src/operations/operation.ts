import type { FromSchema, JSONSchema } from "json-schema-to-ts";

/** Carries the type of an operation's answer; it has no value. */
declare const answerType: unique symbol;

/**
 * One operation of Gong's API as data. Everything that differs between operations stands in their
 * rows; the client knows none of them by name.
 */
export interface Operation<AnswerType extends object = object> {
  /** How errors and logs name it: the label of its action where there is one. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path template, for example `/v2/calls/{id}`. */
  readonly path: string;
  /** OAuth scope it needs, where Gong names one (G6). */
  readonly scope?: string;
  /**
   * Whether it may be carried out twice. That is a matter of the operation and not of the verb:
   * Gong reads through POST.
   */
  readonly resend: "safe" | "never";
  /** Whether Gong offers it to chosen accounts only, and answers 403 to the others (G4). */
  readonly limitedRelease?: boolean;
  /** Where the cursor goes (G13); none for operations that are not paged. */
  readonly cursor?: "query" | "body";
  /** The field that holds the records of a list; such a list can be empty by way of 404 (G8). */
  readonly records?: string;
  /** The field that tells records of a list apart, where they have one. */
  readonly recordKey?: string;
  /** Whether Gong gives that field as a number (G17); else it is text. */
  readonly hasNumericKey?: boolean;
  /** Time for one attempt in milliseconds; a minute where nothing is said. */
  readonly timeoutMs?: number;
  /** JSON Schema of the answer: its TypeScript type, and the output that builders see. */
  readonly answer: JSONSchema;
  readonly [answerType]?: AnswerType;
}

/** The type that a schema describes. Deferred, since it is too deep to work out for any schema. */
type Described<Schema> = Schema extends JSONSchema ? Extract<FromSchema<Schema>, object> : never;

/** Declares a row; the type of its answer is inferred from the schema. */
export function operation<const AnswerSchema extends JSONSchema>(
  row: Omit<Operation, typeof answerType> & { readonly answer: AnswerSchema },
): Operation<Described<AnswerSchema>> {
  return row;
}

/** The type of an operation's answer, for code that handles answers by name. */
export type AnswerOf<Op> = Op extends Operation<infer AnswerType> ? AnswerType : never;
