import { action } from "@prismatic-io/spectral";
import { matchingRules } from "../../automationRules/evaluate";
import { factsOf } from "../../automationRules/event";
import { eventInput, exampleRules, rulesInput } from "../../automationRules/inputs";
import { outputFrom } from "../describe";

const { schema } = outputFrom("callId isTest:b isPrivate:b matchedRules:[]");

/** Sends an event down one of two branches. */
export const evaluateAutomationRules = action({
  display: {
    label: "Evaluate Automation Rules",
    description:
      "Route an event from the Process Automation Trigger: to the branch Matched if at least one rule matches, otherwise to Not Matched. Sends no requests to Gong.",
  },
  inputs: {
    event: eventInput,
    rules: {
      ...rulesInput(
        true,
        "Rules with conditions on the call, from the form of the data source or as a JSON list. A rule that cannot be read is an error.",
      ),
      example: exampleRules,
    },
  },
  performSafety: "safe",
  allowsBranching: true,
  staticBranchNames: ["Matched", "Not Matched"],
  perform: async (_, { event, rules }) => {
    const matchedRules = matchingRules(rules, event);
    return {
      branch: matchedRules.length > 0 ? "Matched" : "Not Matched",
      data: { ...factsOf(event), matchedRules },
    };
  },
  outputSchema: {
    type: "branchingOutput",
    branchSchemas: { Matched: schema, "Not Matched": schema },
  },
  examplePayload: {
    branch: "Matched",
    data: {
      callId: "7782342274025937895",
      isTest: false,
      isPrivate: false,
      matchedRules: ["Large renewals"],
    },
  },
});
