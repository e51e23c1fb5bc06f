import type { RecordedRequest } from "../../sandbox";
import { createContext } from "./context";
import type { TestGong } from "./gong";

type Inputs = Readonly<Record<string, unknown>>;

/** An action's requests: inputs that ask for the same in two ways, and the fewest inputs that it takes. */
export interface RequestRow {
  readonly route: string;
  /** As a form hands values over. */
  readonly text: Inputs;
  /** As earlier steps hand them over. */
  readonly values: Inputs;
  /** What either sends. */
  readonly sends: { readonly query?: object; readonly body?: unknown };
  /** The required inputs; all others are blank. */
  readonly least: Inputs;
  readonly leastSends: { readonly query?: object; readonly body?: unknown };
}

/** What matters of a request in a table; a query or body that is not named is none. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** What a run came to: the requests that arrived, what was thrown, what was logged. */
export interface Outcome {
  readonly sent: readonly Sent[];
  readonly error: (Error & { input?: string }) | undefined;
  readonly lines: readonly string[];
}

/**
 * Runs an action for the requests that it makes. The local Gong may answer with an error, for
 * example because an ID is made up: that is Gong's to decide.
 */
export async function outcomeOf(gong: TestGong, action: string, inputs: Inputs): Promise<Outcome> {
  gong.sandbox.clearRequests();
  const context = createContext();
  const error = await gong.run(action, inputs, context).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return { sent: gong.sandbox.requests.map(toSent), error, lines: context.lines };
}

function toSent({ method, path, query, body }: RecordedRequest): Sent {
  return { method, path, query: { ...query }, body };
}

/** The one request that an action makes. @throws what it threw instead of sending anything */
export async function requestOf(gong: TestGong, action: string, inputs: Inputs): Promise<Sent> {
  const { sent, error } = await outcomeOf(gong, action, inputs);
  const [request] = sent;
  if (!request || sent.length > 1) throw error ?? new Error(`${sent.length} requests were made.`);
  return request;
}

/** Writes a request as tables have it. @param route for example `GET /v2/users` */
export function sent(route: string, parts: { query?: object; body?: unknown } = {}): Sent {
  const [method = "", path = ""] = route.split(" ");
  return { method, path, query: { ...parts.query }, body: parts.body };
}
