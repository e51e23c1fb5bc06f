import { pollingTrigger } from "@prismatic-io/spectral";
import { getTranscripts, listCalls } from "../../operations/calls";
import { listAnsweredScorecards } from "../../operations/scorecards";
import { listUsers } from "../../operations/users";
import { examplePayload } from "./example";
import { newRecordsInputs } from "./inputs";
import { createPoll, type Ground } from "./poll";

/** Makes the trigger. @param ground what it stands on; the machine's clock and the real client */
export const newRecordsOn = (ground?: Ground) =>
  pollingTrigger({
    display: {
      label: "New Records",
      description: `Poll for calls, users, transcripts or answered scorecards that are new, however late Gong shows them. Scopes: ${listCalls.scope} for calls; that and ${getTranscripts.scope} for transcripts; ${listUsers.scope} for users; ${listAnsweredScorecards.scope} for answered scorecards.`,
    },
    inputs: newRecordsInputs,
    perform: createPoll(ground),
    examplePayload: { payload: examplePayload, polledNoChanges: false },
  });

/** Polls for calls, users, transcripts or answered scorecards that Gong had not shown before. */
export const pollChangesTrigger = newRecordsOn();
