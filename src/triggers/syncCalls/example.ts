import { exampleDetailedCall, exampleTranscript } from "../../actions/calls/example";
import { exampleRun } from "../exampleRun";

/** A call as later steps get it, with details and transcript. */
const exampleItem = { ...exampleDetailedCall, transcript: exampleTranscript.transcript };

/** What one execution receives: a batch, here of one call. */
export const examplePayload = {
  payload: { ...exampleRun, body: { data: [exampleItem], contentType: "application/json" } },
};
