import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { actionInputs } from "./inputs";

/** Reports that someone outside the company acted on content. */
export const customActionEvent = gongAction(operations.reportAction, {
  description:
    "Report to Gong's activity timeline that a person outside your company did something, for example signed a contract.",
  inputs: actionInputs,
  request: (body) => ({ body }),
});
