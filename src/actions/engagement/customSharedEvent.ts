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
import { recipientsInput } from "./people";

/** Reports that content was shared. */
export const customSharedEvent = gongAction(operations.reportShare, {
  description:
    "Report that a user of the company shared content with people outside it, to show it in Gong's activity timeline.",
  inputs: {
    ...occurrenceInputs,
    ...contentInputs(true),
    actionName: actionNameInput("Document Sent"),
    shareInfoUrl: infoUrlInput("Share Info Url"),
    recipients: recipientsInput,
    ...detailInputs,
  },
  request: (body) => ({ body }),
  example: exampleAnswer,
});
