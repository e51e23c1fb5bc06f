import { pollingTrigger } from "@prismatic-io/spectral";
import { getTranscripts, listCalls } from "../../operations/calls";
import { listAnsweredScorecards } from "../../operations/scorecards";
import { listUsers } from "../../operations/users";
import { exampleOfShape } from "../../schemas/examples";
import { exampleRun } from "../exampleRun";
import { newRecordsInputs } from "./inputs";
import { type NewRecords, poll } from "./poll";

/** A poll that found a call, as the next step sees it. */
const data: NewRecords = {
  created: [exampleOfShape("CallBasicData")],
  updated: [],
  resourceType: "calls",
  more: false,
};

/** Polls for calls, users, transcripts, or answered scorecards that Gong had not shown before. */
export const pollChangesTrigger = pollingTrigger({
  display: {
    label: "New Records",
    description: `Poll for new calls, users, transcripts, or answered scorecards, however late Gong shows them. Scopes: ${listCalls.scope} for calls; that and ${getTranscripts.scope} for transcripts; ${listUsers.scope} for users; ${listAnsweredScorecards.scope} for answered scorecards.`,
  },
  inputs: newRecordsInputs,
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 50 },
  triggerResolver: {
    // An item for each record, as an execution of a batched flow gets it (B6).
    resolveItems: (_, { payload }) => {
      const data = payload.body.data as Partial<NewRecords>;
      return (["created", "updated"] as const).flatMap((changeType) =>
        (data[changeType] ?? []).map((record) => ({ changeType, record })),
      );
    },
    getNextPaginationState: (_, { payload }) => payload.paginationState ?? null,
  },
  perform: poll,
  examplePayload: { payload: { ...exampleRun, body: { data } }, polledNoChanges: false },
});
