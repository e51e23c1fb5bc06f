import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { actionInputs } from "./inputs";

/** Reports that someone outside the company acted on content. */
export const customActionEvent = gongAction(operations.reportAction, {
  description:
    "Report that a person outside the company acted on something, for example signed a contract, to show it in Gong's activity timeline.",
  inputs: actionInputs,
  request: (body) => ({ body }),
});
