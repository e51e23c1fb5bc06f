import type { Sandbox, WebhookOrder } from "../../sandbox";
import {
  type InvokedPayload,
  startWebhookReceiver,
  type WebhookReceiver,
} from "../../scripts/support/webhookReceiver";
import component from "../../src/index";
import { exampleEventPayload } from "../../src/triggers/processAutomation";
import { type CapturedContext, createContext } from "./context";

type Inputs = Readonly<Record<string, unknown>>;

/** A flow that the local Gong calls, with the real component's trigger at its head. */
export interface TestFlow {
  /** Where Gong calls it. */
  readonly url: string;
  /** Has Gong fire, and gives what came in over HTTP. */
  deliver(order?: Partial<WebhookOrder>): Promise<InvokedPayload>;
  /** Runs the trigger on what came in, as the platform does. */
  start(
    payload: object,
    inputs?: Inputs,
    context?: CapturedContext,
    // biome-ignore lint/suspicious/noExplicitAny: results are asserted on, field by field
  ): Promise<any>;
  /** Runs a trigger that must throw, and gives what it threw. */
  refuse(
    payload: object,
    inputs?: Inputs,
    // biome-ignore lint/suspicious/noExplicitAny: errors are asserted on, field by field
  ): Promise<any>;
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startFlow({ webhooks }: Pick<Sandbox, "webhooks">): Promise<TestFlow> {
  const receiver: WebhookReceiver = await startWebhookReceiver();
  const { url, received } = receiver;
  const start: TestFlow["start"] = async (payload, inputs = {}, context = createContext()) => {
    const perform = component.triggers?.webhook?.perform as
      | ((context: object, payload: object, params: object) => Promise<unknown>)
      | undefined;
    if (!perform) throw new Error("There is no trigger webhook.");
    // What the run knows beside the request; the request's part of the example goes.
    const { gong: _, ...run } = exampleEventPayload;
    return perform(context, { ...run, ...payload }, inputs);
  };
  return {
    url,
    deliver: async (order = {}) => {
      const before = received.length;
      await webhooks.fire({ url, ...order });
      const payload = received[before];
      if (!payload) throw new Error("Nothing came in.");
      return payload;
    },
    start,
    refuse: async (payload, inputs) => {
      let result: unknown;
      try {
        result = await start(payload, inputs);
      } catch (error) {
        return error;
      }
      throw new Error(`The trigger was to refuse, and gave ${JSON.stringify(result)}.`);
    },
    stop: () => receiver.stop(),
  };
}
