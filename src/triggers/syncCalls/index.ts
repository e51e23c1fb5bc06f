import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { listExtensiveCalls } from "../../operations/calls";
import { examplePayload } from "./example";
import { type SyncCallsParams, syncCallsInputs } from "./inputs";
import type { SyncState } from "./state";
import { type RoundContext, syncRound } from "./syncRound";

const perform = (
  context: RoundContext,
  payload: TriggerPayload<SyncState>,
  params: SyncCallsParams,
) => syncRound(context, payload, params);

/**
 * Hands out all calls since a day: in a first sync when an instance is deployed, and then on a
 * schedule what has come since. Both are the same loop over one state, so a flow without the first
 * sync makes up for it with its first scheduled runs.
 */
export const syncCalls = batchTrigger({
  display: {
    label: "Sync Calls",
    description: `Sync all calls since a day in batches: first the past, then on a schedule what is new, each call once. Stops for the day when its share of Gong's daily limit is spent, and goes on the next. Scope: ${listExtensiveCalls.scope}.`,
  },
  inputs: syncCallsInputs,
  scheduleSupport: "required",
  // A page of Gong's in one batch (G12); executions of later steps side by side stay few enough for
  // the systems that they write to.
  batchConfig: { batchSize: 100, concurrentBatchLimit: 10 },
  perform,
  onDeploy: { perform },
  examplePayload,
});
