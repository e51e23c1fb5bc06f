import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { textInput } from "../../inputs/fields";
import * as operations from "../../operations/engagement";
import { displayOf, outputOf } from "../describe";
import { contentInputs } from "./content";
import {
  actionNameInput,
  detailInputs,
  infoUrlInput,
  occurrenceInputs,
  toCommonBody,
} from "./eventInputs";
import { exampleAnswer } from "./example";
import { personInput } from "./people";

/** Reports that content was viewed. */
export const customViewedEvent = action({
  display: displayOf(
    operations.reportView,
    "Report that somebody outside the company viewed content, to show it in Gong's activity timeline.",
  ),
  inputs: {
    connection: connectionInput,
    ...occurrenceInputs,
    ...contentInputs(true),
    viewActionTitle: textInput({
      label: "View Action Title",
      required: false,
      comments: "Title of the view, such as Presentation Opened.",
      placeholder: "Presentation Opened",
      example: "Presentation Opened",
    }),
    actionName: actionNameInput("Document Viewed"),
    viewInfoUrl: infoUrlInput("View Info URL"),
    viewer: personInput("Viewer", "The person who viewed the content"),
    ...detailInputs,
  },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...event }) => ({
    data: await createClient(connection, context).call(operations.reportView, {
      body: {
        ...toCommonBody(event),
        contentId: event.contentId,
        contentUrl: event.contentUrl,
        contentTitle: event.contentTitle,
        viewActionTitle: event.viewActionTitle,
        actionName: event.actionName,
        viewInfoUrl: event.viewInfoUrl,
        viewer: event.viewer,
      },
    }),
  }),
  outputSchema: outputOf(operations.reportView),
  examplePayload: { data: exampleAnswer },
});
