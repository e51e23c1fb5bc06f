import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
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
import { recipientsInput } from "./people";

/** Reports that content was shared. */
export const customSharedEvent = action({
  display: displayOf(
    operations.reportShare,
    "Report that a user of the company shared content with people outside it, to show it in Gong's activity timeline.",
  ),
  inputs: {
    connection: connectionInput,
    ...occurrenceInputs,
    ...contentInputs(true),
    actionName: actionNameInput("Document Sent"),
    shareInfoUrl: infoUrlInput("Share Info Url"),
    recipients: recipientsInput,
    ...detailInputs,
  },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...event }) => ({
    data: await createClient(connection, context).call(operations.reportShare, {
      body: {
        ...toCommonBody(event),
        contentId: event.contentId,
        contentUrl: event.contentUrl,
        contentTitle: event.contentTitle,
        actionName: event.actionName,
        shareInfoUrl: event.shareInfoUrl,
        recipients: event.recipients,
      },
    }),
  }),
  outputSchema: outputOf(operations.reportShare),
  examplePayload: { data: exampleAnswer },
});
