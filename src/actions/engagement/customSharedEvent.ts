import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { shareInputs } from "./inputs";

/** Reports that content was shared. */
export const customSharedEvent = gongAction(operations.reportShare, {
  description:
    "Report to Gong's activity timeline that a user shared content with people outside your company.",
  inputs: shareInputs,
  request: (body) => ({ body }),
});
