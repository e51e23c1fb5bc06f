import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { shareInputs } from "./inputs";

/** Reports that content was shared. */
export const customSharedEvent = gongAction(operations.reportShare, {
  description:
    "Report that a user of the company shared content with people outside it, to show it in Gong's activity timeline.",
  inputs: shareInputs,
  request: (body) => ({ body }),
});
