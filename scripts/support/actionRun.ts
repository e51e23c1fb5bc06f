import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Part } from "./actionParts";
import type { Incoming } from "./actionValues";
import { type BuiltComponent, createContext, createExecution } from "./component";

type Inputs = Readonly<Record<string, unknown>>;
type Log = (line: string) => void;

/** Runs a part of the component with one connection, and gives what there is to print. */
export async function runPart(
  component: BuiltComponent,
  connection: object,
  log: Log,
  { kind, key }: Part,
  inputs: Inputs,
  incoming: Incoming = {},
): Promise<unknown> {
  if (kind === "trigger") return fire(component, connection, log, key, inputs, incoming);
  if (kind === "picker") {
    const context = createContext(log);
    const result = await component.dataSources[key]?.perform(context as never, {
      connection,
      ...inputs,
    });
    return result?.result;
  }
  const { data, contentType } = await createExecution(component, connection, log).run(key, inputs);
  // Binary answers have no JSON.
  return Buffer.isBuffer(data) ? { contentType, base64: data.toString("base64") } : data;
}

/** A trigger as spectral hands it to the platform. */
interface BuiltTrigger {
  perform(context: object, payload: object, inputs: object): Promise<Fired>;
  getNextPaginationState?(context: object, result: Fired): object | null;
}

interface Fired {
  readonly payload: { readonly body?: { readonly data?: unknown }; readonly rawBody?: unknown };
  readonly resultType?: string;
}

/** What a scheduled trigger remembers, as the file of `--state` holds it. */
interface Saved {
  readonly instanceState?: Record<string, unknown>;
  readonly paginationState?: object | null;
}

async function fire(
  component: BuiltComponent,
  connection: object,
  log: Log,
  key: string,
  inputs: Inputs,
  { body, headers = {}, state }: Incoming,
): Promise<unknown> {
  const trigger = component.triggers[key] as unknown as BuiltTrigger;
  const saved = state ? readState(state) : {};
  const context = createContext(log, saved.instanceState);
  const data = Buffer.from(body ?? "");
  const { paginationState } = saved;
  const result = await trigger.perform(
    context,
    {
      headers,
      queryParameters: {},
      rawBody: { data },
      body: { data: parse(body) },
      ...(paginationState ? { paginationState } : {}),
    },
    { connection, ...inputs },
  );
  const next = trigger.getNextPaginationState?.(context, result) ?? null;
  if (state) {
    const { instanceState } = context;
    writeFileSync(state, JSON.stringify({ instanceState, paginationState: next }));
  }
  if (next)
    log(`There is more. To continue, run it again${state ? "" : " with --state FILE, twice"}.`);
  if (body === undefined) return result.payload.body?.data;
  const { rawBody: _, ...payload } = result.payload;
  return payload;
}

function readState(file: string): Saved {
  if (!existsSync(file)) return {};
  try {
    const saved = JSON.parse(readFileSync(file, "utf8")) as Saved;
    if (typeof saved.instanceState === "object" && saved.instanceState) return saved;
  } catch {
    // The error below says it.
  }
  throw new Error(
    `The file ${file} does not contain a trigger's state. Name another file, or delete it.`,
  );
}

/** As the platform gives a body: JSON as a value, anything else as text. */
function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? "null");
  } catch {
    return body;
  }
}
