import { exampleOfShape } from "../../schemas/examples";
import { exampleRun } from "../exampleRun";

/** What the next step sees of an event: the payload as it came, and beside it what it is about. */
export const exampleEventPayload = {
  ...exampleRun,
  headers: { "content-type": "application/json", authorization: "eyJhbGciOiJSUzI1NiJ9…" },
  rawBody: { data: "{…}", contentType: "application/json" },
  // Real events hold more (G44).
  body: {
    data: { callData: exampleOfShape("CallData"), isTest: false, isPrivate: false },
    contentType: "application/json",
  },
  gong: {
    callId: "7782342274025937895",
    isTest: false,
    isPrivate: false,
    matchedRules: ["Large renewals"],
  },
};
