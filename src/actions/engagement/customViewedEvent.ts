import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { viewInputs } from "./inputs";

/** Reports that content was viewed. */
export const customViewedEvent = gongAction(operations.reportView, {
  description:
    "Report to Gong's activity timeline that a person outside your company viewed content.",
  inputs: viewInputs,
  request: (body) => ({ body }),
});
