import type { Definition } from "./describe";

type Logger = object;
type Inputs = Record<string, unknown>;

/** How often a batched trigger may ask for another round in one run. */
const maxRounds = 500;

/** What identifies a run on the platform; made up, but of the right shape. */
const execution = {
  executionId: "workbench-execution",
  stepId: "workbench-step",
  customer: { id: "customer", externalId: "workbench", name: "Workbench" },
  instance: { id: "instance", name: "Workbench" },
  user: { id: "user", email: "builder@workbench.example", name: "Builder", externalId: "builder" },
  integration: { id: "integration", name: "Workbench", versionSequenceId: "1" },
  flow: { id: "flow", name: "Workbench", stableId: "workbench" },
  webhookUrls: {},
  webhookApiKeys: {},
};

function contextOf(logger: Logger): Record<string, unknown> {
  const startedAt = new Date().toISOString();
  return {
    ...execution,
    logger,
    startedAt,
    invokeUrl: "",
    globalDebug: true,
    debug: { enabled: true },
    executionState: {},
    instanceState: {},
    crossFlowState: {},
    integrationState: {},
  };
}

/** Runs an action. @returns what the next step would see */
export async function runAction(definition: Definition, inputs: Inputs, logger: Logger) {
  const { perform } = definition as unknown as { perform: Perform };
  return perform(contextOf(logger), inputs);
}

/** Runs a picker. */
export async function runDataSource(definition: Definition, inputs: Inputs, logger: Logger) {
  const { perform } = definition as unknown as { perform: Perform };
  return perform(contextOf(logger), inputs);
}

/**
 * Runs a trigger once, as the platform does. One that must be batched runs round after round until it
 * returns no cursor. Where batching is optional, this flow does without.
 *
 * @param instanceState is changed by the run
 */
export async function runTrigger(
  definition: Definition,
  inputs: Inputs,
  logger: Logger,
  payload: object,
  instanceState: Record<string, unknown>,
) {
  const trigger = definition as unknown as Trigger;
  const enabled = trigger.triggerResolverSupport === "required";
  const context = { ...contextOf(logger), instanceState, batch: { enabled } };
  const result = await trigger.perform(context, { ...emptyPayload(), ...payload }, inputs);
  Object.assign(instanceState, result?.instanceState);
  if (!enabled || !result) return result;
  const items = [...resolve(trigger, context, result)];
  let rounds = 1;
  let cursor = trigger.getNextPaginationState?.(context, result) ?? null;
  while (cursor !== null && rounds < maxRounds) {
    const next = { ...emptyPayload(), paginationState: cursor };
    const round = await trigger.perform(context, next, inputs);
    rounds += 1;
    if (!round) break;
    items.push(...resolve(trigger, context, round));
    cursor = trigger.getNextPaginationState?.(context, round) ?? null;
  }
  return { rounds, items };
}

type Perform = (context: object, ...rest: object[]) => Promise<unknown>;

interface Trigger {
  readonly triggerResolverSupport?: string;
  readonly perform: (
    context: object,
    payload: object,
    inputs: object,
  ) => Promise<{ readonly instanceState?: object } | undefined>;
  readonly resolveTriggerItems?: (context: object, result: object) => unknown[];
  readonly getNextPaginationState?: (context: object, result: object) => object | null;
}

function resolve(trigger: Trigger, context: object, result: object): unknown[] {
  return trigger.resolveTriggerItems?.(context, result) ?? [];
}

/** What a run gets that a schedule started. */
function emptyPayload(): object {
  return {
    ...execution,
    headers: {},
    queryParameters: {},
    rawBody: { data: null, contentType: "" },
    body: { data: null, contentType: "" },
    pathFragment: "",
    invokeUrl: "",
    startedAt: new Date().toISOString(),
    globalDebug: false,
  };
}
