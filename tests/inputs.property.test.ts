import fc from "fast-check";
import type { RecordedRequest } from "../sandbox";
import { systemTime } from "../src/client/time";
import component from "../src/index";
import { anyValue, canary, spoiled } from "./support/anyValue";
import { exampleInputs, exampleOf } from "./support/examples";
import { startGong, type TestGong } from "./support/gong";
import { randomly, seed } from "./support/random";

type Action = NonNullable<typeof component.actions>[string];
type Inputs = Record<string, unknown>;

const actions: Action[] = Object.values(component.actions ?? {});

/** A time-out of a few milliseconds ends before its request arrives, in the middle of another run. */
const leftOut = ["rawRequest.timeout"];

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 5, processingSeconds: 0 });
  jest.spyOn(systemTime, "sleep").mockResolvedValue();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});

/** What running an action came to. */
interface Outcome {
  readonly error: (Error & { input?: string }) | undefined;
  readonly requests: readonly RecordedRequest[];
}

async function outcomeOf({ key }: Action, inputs: Inputs): Promise<Outcome> {
  gong.sandbox.clearRequests();
  const error = await gong.run(key, inputs).then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  return { error, requests: [...gong.sandbox.requests] };
}

/** Whether an action works on Gong, and not only on what it is given. */
function asksGong({ inputs }: Action): boolean {
  return inputs.some(({ type }) => type === "connection");
}

/** The fewest of an action's examples that it takes: the required ones, or these and more. */
async function validInputs(action: Action): Promise<Inputs> {
  const examples = exampleInputs(action);
  const only = (keep: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(examples).filter(([key]) => keep(key)));
  const required = only((key) => action.inputs.some((i) => i.key === key && i.required));
  const candidates = [
    required,
    ...Object.entries(examples).map(([key, value]) => ({ ...required, [key]: value })),
    examples,
  ];
  for (const inputs of candidates) {
    const { requests, error } = await outcomeOf(action, inputs);
    if (requests.length > 0 || (!asksGong(action) && !error)) return inputs;
  }
  // Forms have no example that could be shown.
  if (Object.values(required).includes(undefined)) return required;
  throw new Error(`The examples of ${action.key} are no inputs that it takes.`);
}

function valuesFor(input: Action["inputs"][number]): fc.Arbitrary<unknown> {
  const { type, example } = input;
  if (type === "structuredObject") {
    return fc.oneof(anyValue, spoiled(exampleOf(input) as object));
  }
  if (!/^[[{]/.test(example ?? "")) return anyValue;
  return fc.oneof(anyValue, spoiled(JSON.parse(example ?? "")));
}

/** Says what is wrong with an outcome; nothing when it is a right request or a named refusal. */
function faultOf(action: Action, { error, requests }: Outcome): string | undefined {
  const refusals = ["InputError", "RemoteFileError", "ConnectionError"];
  if (error && refusals.includes(error.name)) {
    const message = error.message.toLowerCase();
    const named = action.inputs.some(({ label }) => message.includes(String(label).toLowerCase()));
    if (!named) return `names no input: ${error.message}`;
    if (error.message.includes(canary)) return `repeats the wrong value: ${error.message}`;
    const isChanging = requests.some(({ method }) => method !== "GET");
    return isChanging ? "was sent, and refused afterwards" : undefined;
  }
  if (error && !["GongError", "GongConnectionError"].includes(error.name)) return error.stack;
  const isAnswered = requests.length > 0 || (error && "status" in error);
  if (!isAnswered && (error || asksGong(action))) return `sent nothing: ${error?.message}`;
  return requests.map((request) => faultOfRequest(action, request)).find(Boolean);
}

function faultOfRequest({ key }: Action, request: RecordedRequest) {
  const { path, query, body, status = 0 } = request;
  const sent = `${path} ${JSON.stringify([query, body ?? null])}`;
  if (/\[object |\bNaN\b|\bundefined\b|\bInfinity\b/.test(sent)) return `sent garbage: ${sent}`;
  if (status >= 500) return `broke the local Gong: ${sent}`;
  if (key === "rawRequest") return undefined;
  const { filter = {} } = (body ?? {}) as { filter?: object };
  if (Object.values(filter).some((value) => Array.isArray(value) && value.length === 0)) {
    return `sent an empty list: ${sent}`;
  }
  // A 400 is Gong's to give: what it may accept is sent. These say that it is no such request.
  return [405, 415].includes(status) ? `sent no request of Gong's: ${sent}` : undefined;
}

describe(`Whatever value an input is given (seed ${seed}),`, () => {
  describe.each(actions)("$key", (action) => {
    let valid: Inputs;
    beforeAll(async () => {
      valid = await validInputs(action);
    });

    it.each(action.inputs.filter(({ key }) => !leftOut.includes(`${action.key}.${key}`)))(
      "makes a right request of $key, or refuses it by name",
      async (input) => {
        await fc.assert(
          fc.asyncProperty(valuesFor(input), async (value) => {
            const outcome = await outcomeOf(action, { ...valid, [input.key]: value });
            expect(faultOf(action, outcome)).toBeUndefined();
          }),
          randomly(12),
        );
      },
    );
  });
});
