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
import { personInput } from "./people";

/** Reports that somebody acted on content. */
export const customActionEvent = action({
  display: displayOf(
    operations.reportAction,
    "Report that somebody outside the company acted on something, for example signed a contract, to show it in Gong's activity timeline.",
  ),
  inputs: {
    connection: connectionInput,
    ...occurrenceInputs,
    ...contentInputs(false),
    actionName: actionNameInput("Document Signed"),
    eventInfoUrl: infoUrlInput("Event Info Url"),
    actor: personInput("Actor", "The person who did it"),
    ...detailInputs,
  },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...event }) => ({
    data: await createClient(connection, context).call(operations.reportAction, {
      body: {
        ...toCommonBody(event),
        contentId: event.contentId,
        contentUrl: event.contentUrl,
        contentTitle: event.contentTitle,
        actionName: event.actionName,
        eventInfoUrl: event.eventInfoUrl,
        actor: event.actor,
      },
    }),
  }),
  outputSchema: outputOf(operations.reportAction),
  examplePayload: { data: exampleAnswer },
});
