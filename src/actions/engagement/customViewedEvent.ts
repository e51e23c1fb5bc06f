import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { viewInputs } from "./inputs";

/** Reports that content was viewed. */
export const customViewedEvent = gongAction(operations.reportView, {
  description:
    "Report that a person outside the company viewed content, to show it in Gong's activity timeline.",
  inputs: viewInputs,
  request: (body) => ({ body }),
});
