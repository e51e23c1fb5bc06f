import { dataSource, type Element } from "@prismatic-io/spectral";
import { createClient, type GongClient, type GongRequest } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import type { Fields, ValuesOf } from "../inputs/define";
import type { Operation } from "../operations/operation";

/** An entry of a picker: the ID that is used, and what a person sees. */
export type Entry = Required<Element>;

/** What a picker may take in all, in milliseconds: a form must not hang. Actions wait longer. */
const maxPickerMs = 15_000;

/** The client's settings in a picker, made anew for each run: its time begins here. */
export function pickerOptions() {
  return { maxWaitMs: maxPickerMs, signal: AbortSignal.timeout(maxPickerMs) };
}

const byLabel = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A copy sorted by what a person sees, numbers by their value. */
export function sortByLabel(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((one, other) => byLabel.compare(one.label, other.label));
}

/** An entry as a picker's `list` makes it; those without an ID are left out (G47). */
export interface Candidate {
  /** Gong's ID (B24), which may arrive as a number (G17). */
  readonly key: string | number | null | undefined;
  readonly label: string;
}

/** What differs between one picker and the next. */
interface Declaration<F extends Fields> {
  readonly label: string;
  /** One short sentence that says what to pick. */
  readonly description: string;
  /** The operations that it reads; their scopes are part of the description. */
  readonly reads: readonly Operation[];
  /** Inputs beside the connection. */
  readonly inputs?: F;
  readonly list: (client: GongClient, values: ValuesOf<F>) => Promise<readonly Candidate[]>;
  /** Sorted by label unless `list` sorts by itself. */
  readonly order?: "label" | "as listed";
  readonly example: Entry[];
}

/**
 * A data source that lists Gong's records to pick one from. It ends within 15 seconds, and null
 * records or records without an ID do no harm.
 */
export function picker<const F extends Fields = Record<never, never>>({
  label,
  description,
  reads,
  inputs,
  list,
  order = "label",
  example,
}: Declaration<F>) {
  return dataSource({
    display: { label, description: `${description} ${scopesOf(reads)}` },
    dataSourceType: "picklist",
    inputs: { connection: connectionInput, ...withoutPickers(inputs) },
    perform: async (context, { connection, ...values }) => {
      const client = createClient(connection, context, pickerOptions());
      const entries = (await list(client, values as unknown as ValuesOf<F>)).flatMap(toEntry);
      return { result: order === "label" ? sortByLabel(entries) : entries };
    },
    examplePayload: { result: example },
  });
}

/** All records of a list, without null ones (G47). */
export async function readAll<R extends object>(
  client: GongClient,
  operation: Operation,
  request: GongRequest = {},
): Promise<R[]> {
  const fetchAll = operation.cursor !== undefined;
  return recordsOf<R>(operation, await client.list(operation, request, { fetchAll }));
}

/** The records of one answer, without null ones (G47). */
export function recordsOf<R extends object>({ records = "" }: Operation, answer: object): R[] {
  const list: unknown = (answer as Record<string, unknown>)[records];
  return Array.isArray(list) ? list.filter((item) => typeof item === "object" && item) : [];
}

function toEntry({ key, label }: Candidate): Entry[] {
  return key === null || key === undefined || key === "" ? [] : [{ key: String(key), label }];
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
