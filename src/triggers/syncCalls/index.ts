import { batchTrigger } from "@prismatic-io/spectral";
import type { ExtensiveCall, Monologue } from "../../operations/answers";
import { listExtensiveCalls } from "../../operations/calls";
import { exampleOfShape } from "../../schemas/examples";
import { exampleRun } from "../exampleRun";
import { syncCallsInputs } from "./inputs";
import { syncRound } from "./syncRound";

/** A call as later steps get it, with details and transcript. */
const exampleItem = {
  ...exampleOfShape<ExtensiveCall>("CallData"),
  transcript: [exampleOfShape<Monologue>("Monologue")],
};

/** All calls since a day, in a first sync and then on a schedule, by one loop over one state. */
export const syncCalls = batchTrigger({
  display: {
    label: "Sync Calls",
    description: `Sync all calls since a given day, in batches: past calls first, then new calls on a schedule. Stops for the day when its share of Gong's daily limit is used up, and resumes the next day. Scope: ${listExtensiveCalls.scope}.`,
  },
  inputs: syncCallsInputs,
  scheduleSupport: "required",
  // Ten transcripts come to half a megabyte. Two executions at a time leave the systems that later
  // steps write to, and Gong's limit, room for others.
  batchConfig: { batchSize: 10, concurrentBatchLimit: 2 },
  perform: syncRound,
  onDeploy: { perform: syncRound },
  // What one execution receives: a batch, here of one call.
  examplePayload: {
    payload: { ...exampleRun, body: { data: [exampleItem], contentType: "application/json" } },
  },
});
