import { defineInput } from "../inputs/define";
import { readEvent } from "./event";
import { readRules } from "./readRules";

/** Rules as JSON; for builders only, since refusals name the rule that is wrong and stay short. */
export const exampleRules =
  '[{"name":"Large renewals","match":"all","conditions":[{"field":"title","operator":"contains","value":"renewal"}]}]';

/** The data source's form, or a list of rules in JSON. @param comments what the rules do here */
export const rulesInput = <const Required extends boolean>(required: Required, comments: string) =>
  defineInput(
    // Spectral's type has a form come out of `clean`; at run time it may be anything.
    { type: "jsonForm" as never },
    { label: "Automation Rules", required, comments, dataSource: "automationRules" },
    readRules,
  );

/** An event that an earlier step received. */
export const eventInput = defineInput(
  { type: "code", language: "json" } as const,
  {
    label: "Event",
    required: true,
    comments: "The event from Gong: the results of the Process Automation Trigger, or their body.",
    example: '{"callData":{"metaData":{"id":"7782342274025937895"}},"isTest":false}',
  },
  readEvent,
);
