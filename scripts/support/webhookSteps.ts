import type { Execution } from "./component";
import type { Step } from "./walk";
import { type InvokedPayload, startWebhookReceiver } from "./webhookReceiver";

/** The fields of the trigger's result that the walk reads. */
interface Received {
  readonly gong?: { readonly callId: string; readonly matchedRules: readonly string[] };
}

/** A rule that the walk's own call matches. */
const rules = [
  {
    name: "First calls",
    match: "all",
    conditions: [
      { field: "title", operator: "contains", value: "first call" },
      { field: "duration", operator: "atLeast", value: 60 },
    ],
  },
];

/**
 * What a flow makes of the local Gong's webhooks: one that is signed, and one that is forged.
 *
 * @param gongUrl address of the local Gong
 * @param callId the call that the events are about
 */
export function webhookSteps({ start }: Execution, gongUrl: string, callId: () => string): Step[] {
  const control = async (body?: object): Promise<unknown> => {
    const response = await fetch(`${gongUrl}/sandbox/webhooks`, {
      method: body ? "POST" : "GET",
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`The local Gong answered ${response.status}.`);
    return response.json();
  };
  const fire = async (kind: string): Promise<InvokedPayload> => {
    const receiver = await startWebhookReceiver();
    try {
      await control({ url: receiver.url, callId: callId(), kind });
      const [payload] = receiver.received;
      if (!payload) throw new Error("No webhook came in.");
      return payload;
    } finally {
      await receiver.stop();
    }
  };
  const receive = async (kind: string): Promise<Received> => {
    const { publicKey } = (await control()) as { publicKey: string };
    const inputs = { rules, webhookPublicKey: publicKey };
    return (await start("webhook", await fire(kind), inputs)) as Received;
  };
  return [
    {
      title: "Process Automation Trigger, a signed event",
      run: async () => {
        const { gong } = await receive("signed");
        return `accepted, call ${gong?.callId}, matches "${gong?.matchedRules.join(", ")}"`;
      },
    },
    {
      title: "Process Automation Trigger, a forged event",
      run: async () => {
        const refusal = await receive("forged").then(
          () => undefined,
          (error: Error & { code?: string }) => error,
        );
        if (!refusal?.code) throw refusal ?? new Error("A forged event passed.");
        return `refused, ${refusal.code}`;
      },
    },
  ];
}
