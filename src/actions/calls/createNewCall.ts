import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";
import { checkParties, newCallInputs } from "./inputs";

/** Makes a call that a recording is then added to, or fetched for by Gong. */
export const createNewCall = gongAction(operations.createCall, {
  description:
    "Create a call for a recording from another system. Either enter a Download Media URL, or add the recording with Add Call Media: a call without a recording never shows up in Gong.",
  inputs: newCallInputs,
  checks: checkParties,
  request: ({ contextParam, ...call }) => ({ body: { ...call, context: contextParam } }),
});
