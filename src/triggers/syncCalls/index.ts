import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { listExtensiveCalls } from "../../operations/calls";
import type { TriggerContext } from "../state";
import { examplePayload } from "./example";
import { type SyncCallsParams, syncCallsInputs } from "./inputs";
import { type SyncPlace, syncRound } from "./syncRound";

const perform = (
  context: TriggerContext,
  payload: TriggerPayload<SyncPlace>,
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
    description: `Sync all calls since a day, in batches: first the past, then new calls on a schedule. Stops for the day when its share of Gong's daily limit is used up, and goes on the next day. Scope: ${listExtensiveCalls.scope}.`,
  },
  inputs: syncCallsInputs,
  scheduleSupport: "required",
  // Ten transcripts come to half a megabyte. Two executions side by side leave the systems that later
  // steps write to, and Gong's limit, room for others.
  batchConfig: { batchSize: 10, concurrentBatchLimit: 2 },
  perform,
  onDeploy: { perform },
  examplePayload,
});
