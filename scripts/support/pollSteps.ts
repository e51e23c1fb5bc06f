import type { Execution } from "./component";
import type { Step } from "./walk";

/** The fields of the trigger's result that the walk reads. */
interface Polled {
  readonly body?: { readonly data?: { readonly created?: readonly { readonly id: string }[] } };
}

/**
 * Two polls of New Records: one before a call is uploaded, and one after Gong shows it, with a
 * start time that lies long before the first poll.
 */
export function pollSteps({ start }: Execution, callId: () => string): { first: Step; next: Step } {
  const poll = async (): Promise<readonly string[]> => {
    const inputs = { resourceType: "calls", showNewRecords: "true" };
    const { body } = (await start("pollChangesTrigger", {}, inputs)) as Polled;
    return (body?.data?.created ?? []).map(({ id }) => id);
  };
  return {
    first: {
      title: "New Records, the first poll",
      run: async () => {
        const found = await poll();
        if (found.length > 0) throw new Error(`It delivered ${found.length} calls from before.`);
        return "delivers nothing, and notes the calls that are there";
      },
    },
    next: {
      title: "New Records, the next poll",
      run: async () => {
        const found = await poll();
        if (found.length !== 1 || found[0] !== callId()) {
          throw new Error(`It delivered ${found.length} calls instead of the new one.`);
        }
        return `delivers call ${callId()}, shown 90 minutes after it began`;
      },
    },
  };
}
