import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { numberInput } from "../../inputs/fields";
import * as operations from "../../operations/calls";
import { exampleOfShape } from "../../schemas/examples";
import { displayOf, outputFrom } from "../describe";
import { runSearch } from "./runSearch";
import { boundInputs, criteriaInputs, includeDetailsInput, rangeInputs } from "./searchInputs";

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
    ...boundInputs,
    maxLookedThrough: numberInput({
      label: "Maximum Calls Looked Through",
      default: "10000",
      comments:
        "The search stops after reading this many calls, matching or not. Reading 10,000 takes about a minute.",
      example: "10000",
      min: 1,
      integer: true,
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
    data: { calls: [exampleOfShape("CallData")], lookedThrough: 412, complete: true },
  },
});

/** What comes with each call where details are wanted. */
const details = {
  context: "Basic",
  exposedFields: { parties: true, content: { brief: true, keyPoints: true, highlights: true } },
};
