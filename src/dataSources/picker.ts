import { dataSource, type Element } from "@prismatic-io/spectral";
import { createClient, type GongClient, type GongRequest } from "../client/createClient";
import { isGongError } from "../client/errors";
import { connectionInput } from "../inputs/connection";
import type { Fields, ValuesOf } from "../inputs/define";
import type { Operation } from "../operations/operation";

/** An entry of a picker: the ID that is used, and what a person sees. */
export type Entry = Required<Element>;

/** What a picker may take in all, in milliseconds: a form must not hang. Actions wait longer. */
const maxPickerMs = 15_000;

/** What becomes an entry `name (detail), note`, as far as they are text (G47). */
export interface Candidate {
  /** Gong's ID (B24), which may arrive as a number (G17); without one there is no entry. */
  readonly key: string | number | null | undefined;
  readonly name: unknown;
  /** What tells entries of the same name apart. */
  readonly detail?: unknown;
  /** Why it is seldom the right one, such as "inactive"; such entries come last. */
  readonly note?: string | false;
}

interface Declaration<F extends Fields> {
  /** What is listed. Entries without a name show it with their ID. */
  readonly noun: string;
  readonly description: string;
  /** The operations that it reads; their scopes are part of the description. */
  readonly reads: readonly Operation[];
  readonly inputs?: F;
  readonly list: (client: GongClient, values: ValuesOf<F>) => Promise<Candidate[]>;
  /** Entries keep the order of `list`; else they are sorted by what a person sees. */
  readonly isSorted?: boolean;
  readonly example: Entry[];
}

/** A data source that lists Gong's records to pick one from, within 15 seconds. */
export function picker<const F extends Fields = Record<never, never>>(declared: Declaration<F>) {
  const { noun, description, reads, inputs, list, isSorted, example } = declared;
  return dataSource({
    display: { label: `Select ${noun}`, description: `${description} ${scopesOf(reads)}` },
    dataSourceType: "picklist",
    inputs: { connection: connectionInput, ...withoutPickers(inputs) },
    perform: async (context, { connection, ...values }) => {
      const time = { maxWaitMs: maxPickerMs, signal: AbortSignal.timeout(maxPickerMs) };
      const client = createClient(connection, context, time);
      const found = await list(client, values as unknown as ValuesOf<F>);
      // What a person sees, with numbers by their value; made here, since making it takes its time.
      const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
      if (!isSorted) found.sort((a, b) => compare(sortKey(a, noun), sortKey(b, noun)));
      const entries = found.map((one) => ({ key: `${one.key ?? ""}`, label: labelOf(one, noun) }));
      return { result: entries.filter(({ key }) => key !== "") };
    },
    examplePayload: { result: example },
  });
}

const sortKey = (candidate: Candidate, noun: string): string =>
  `${candidate.note ? 2 : 1} ${labelOf(candidate, noun)}`;

function labelOf({ key, name, detail, note }: Candidate, noun: string): string {
  const [first = `${noun} ${key}`, second] = [name, detail].filter(isText);
  return (second ? `${first} (${second})` : first) + (note ? `, ${note}` : "");
}

/** Whether a part of an answer is text to show. */
export function isText(part: unknown): part is string {
  return typeof part === "string" && part !== "";
}

/** All records of a list, without null ones (G47). */
export async function readAll<R extends object>(
  client: GongClient,
  operation: Operation,
  request: GongRequest = {},
): Promise<R[]> {
  return recordsOf<R>(operation, await client.list(operation, request, { fetchAll: true }));
}

/** The records of one answer, without null ones (G47). */
export function recordsOf<R extends object>({ records = "" }: Operation, answer: object): R[] {
  const list: unknown = (answer as Record<string, unknown>)[records];
  return Array.isArray(list) ? list.filter((item) => typeof item === "object" && item) : [];
}

/** Names by ID, as far as they can be read: a picker without them shows less, and works. */
export async function namesById<R extends { readonly id: string }>(
  client: GongClient,
  operation: Operation,
  nameOf: (record: R) => unknown,
): Promise<Map<unknown, unknown>> {
  const names = new Map<unknown, unknown>();
  try {
    for await (const page of client.pages(operation)) {
      for (const record of recordsOf<R>(operation, page)) names.set(record.id, nameOf(record));
    }
  } catch (error) {
    if (!hasCode(error, "missing_scope", "timed_out", "rate_limited")) throw error;
  }
  return names;
}

/** Whether an error is one of Gong's or of its limits, with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isGongError(error) && codes.includes(error.code);
}

/** The platform takes no data source on an input of a data source (B24). */
function withoutPickers(inputs: Fields = {}): Fields {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, { dataSource: _, ...input }]) => [key, input]),
  );
}

function scopesOf(reads: readonly Operation[]): string {
  const scopes = [...new Set(reads.flatMap(({ scope }) => scope ?? []))];
  return scopes.length === 1 ? `Scope: ${scopes[0]}.` : `Scopes: ${scopes.join(", ")}.`;
}
