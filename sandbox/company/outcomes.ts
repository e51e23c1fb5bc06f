import type { Call } from "./types";

type Outcome = readonly [
  name: string,
  connected: boolean,
  sentiment: "POSITIVE" | "NEGATIVE" | "NEUTRAL",
];

const outcomes: readonly Outcome[] = [
  ["Meeting booked", true, "POSITIVE"],
  ["Follow-up needed", true, "NEUTRAL"],
  ["Sent information", true, "POSITIVE"],
  ["Referred to a colleague", true, "POSITIVE"],
  ["Call back later", true, "NEUTRAL"],
  ["Connected", true, "NEUTRAL"],
  ["Gatekeeper", true, "NEUTRAL"],
  ["Not interested", true, "NEGATIVE"],
  ["Not a fit", true, "NEGATIVE"],
  ["Chose a competitor", true, "NEGATIVE"],
  ["Do not call", true, "NEGATIVE"],
  ["No answer", false, "NEUTRAL"],
  ["Busy", false, "NEUTRAL"],
  ["Left voicemail", false, "NEUTRAL"],
  ["Wrong number", false, "NEGATIVE"],
  ["Number not in service", false, "NEGATIVE"],
];

/** The outcomes that the company may choose from; one of sixteen has an automation (G47). */
export function callOutcomes() {
  return outcomes.map(([name, connected, sentiment], index) => ({
    callOutcome: name,
    displayOrder: index + 1,
    connectStatus: connected ? "CONNECTED" : "NOT_CONNECTED",
    sentiment,
    todoAction: sentiment === "NEGATIVE" ? "COMPLETE_AND_REMOVE" : "COMPLETE",
    automation: name === "Do not call" ? "MARK_AS_OPT_OUT" : null,
    category: connected ? "ANSWERED" : "NOT_ANSWERED",
  }));
}

/** What a call of this kind can have come to, as its content names it. */
export function outcomesFor({ direction }: Call) {
  return outcomes
    .filter(([, connected]) => connected || direction !== "Conference")
    .map(([name, connected]) => ({
      id: name.toUpperCase().replace(/\W+/g, "_"),
      category: connected ? "Answered" : "Not answered",
      name,
    }));
}
