import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { numberInput, trimmedInput } from "../../inputs/fields";
import * as operations from "../../operations/calls";
import { displayOf, outputFrom } from "../describe";
import { exampleDetailedCall } from "./example";
import { runSearch } from "./runSearch";
import { criteriaInputs, includeDetailsInput, rangeInputs } from "./searchInputs";

/** Finds calls by what Gong cannot filter by itself. */
export const searchCalls = action({
  display: displayOf(
    { ...operations.listExtensiveCalls, name: "Search Calls" },
    "Find calls by people, CRM records, words, trackers, topics, and more. Gong filters by time, host, and workspace only, so the rest is read page by page, latest calls first.",
  ),
  inputs: {
    connection: connectionInput,
    ...rangeInputs,
    ...criteriaInputs,
    includeDetails: includeDetailsInput,
    maxCalls: numberInput(
      {
        label: "Maximum Calls",
        required: false,
        default: "100",
        comments: "The search stops when so many calls are found, 1,000 at most.",
        placeholder: "100",
        example: "100",
      },
      { min: 1, max: 1_000, integer: true },
    ),
    maxLookedThrough: numberInput(
      {
        label: "Maximum Calls Looked Through",
        required: false,
        default: "10000",
        comments: "The search stops after so many calls, found or not. 10,000 take about a minute.",
        placeholder: "10000",
        example: "10000",
      },
      { min: 1, integer: true },
    ),
    cursor: trimmedInput({
      label: "Cursor",
      required: false,
      comments:
        "Where to go on: the cursor of the answer before, with the other inputs unchanged. Blank begins with the latest calls.",
      placeholder: "Cursor from an earlier answer",
      example: "eyJ0byI6MTc3MjMyMzIwMDAwMH0",
    }),
  },
  performSafety: "safe",
  perform: async (
    context,
    { connection, includeDetails, maxCalls, maxLookedThrough, cursor, ...values },
  ) => {
    const client = createClient(connection, context);
    const data: object = await runSearch(client, context.logger, {
      values,
      contentSelector: includeDetails ? details : {},
      maxCalls: maxCalls ?? 100,
      maxLookedThrough: maxLookedThrough ?? 10_000,
      cursor,
    });
    return { data };
  },
  outputSchema: outputFrom("calls:[CallData] lookedThrough:n complete:b cursor"),
  examplePayload: {
    data: { calls: [exampleDetailedCall], lookedThrough: 412, complete: true },
  },
});

/** What comes with each call where details are wanted. */
const details = {
  context: "Basic",
  exposedFields: { parties: true, content: { brief: true, keyPoints: true, highlights: true } },
};
