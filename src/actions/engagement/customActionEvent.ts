import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { exampleAnswer } from "./example";
import {
  actionNameInput,
  contentInputs,
  detailInputs,
  infoUrlInput,
  occurrenceInputs,
} from "./inputs";
import { personInput } from "./people";

/** Reports that someone outside the company acted on content. */
export const customActionEvent = gongAction(operations.reportAction, {
  description:
    "Report that a person outside the company acted on something, for example signed a contract, to show it in Gong's activity timeline.",
  inputs: {
    ...occurrenceInputs,
    ...contentInputs(false),
    actionName: actionNameInput("Document Signed"),
    eventInfoUrl: infoUrlInput("Event Info Url"),
    actor: personInput("Actor", "The person who did it"),
    ...detailInputs,
  },
  request: (body) => ({ body }),
  example: exampleAnswer,
});
