import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { exampleAnswer } from "./example";
import {
  actionNameInput,
  contentInputs,
  detailInputs,
  eventTextInput,
  infoUrlInput,
  occurrenceInputs,
} from "./inputs";
import { personInput } from "./people";

/** Reports that content was viewed. */
export const customViewedEvent = gongAction(operations.reportView, {
  description:
    "Report that a person outside the company viewed content, to show it in Gong's activity timeline.",
  inputs: {
    ...occurrenceInputs,
    ...contentInputs(true),
    viewActionTitle: eventTextInput(
      "View Action Title",
      "Title of the view.",
      "Presentation Opened",
    ),
    actionName: actionNameInput("Document Viewed"),
    viewInfoUrl: infoUrlInput("View Info URL"),
    viewer: personInput("Viewer", "The person who viewed the content"),
    ...detailInputs,
  },
  request: (body) => ({ body }),
  example: exampleAnswer,
});
