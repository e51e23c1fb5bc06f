import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/privacy";
import { displayOf, outputOf } from "../describe";
import { exampleReferences } from "./example";
import { privacyEmailInput } from "./privacyInputs";

/** Lists what refers to an e-mail address. */
export const listReferencesToAnEmailAddress = action({
  display: displayOf(
    operations.listReferencesToEmailAddress,
    "List the calls, e-mail messages, meetings, leads, contacts and engagement events that refer to an e-mail address.",
  ),
  inputs: { connection: connectionInput, emailAddress: privacyEmailInput },
  performSafety: "safe",
  perform: async (context, { connection, emailAddress }) => ({
    data: await createClient(connection, context).call(operations.listReferencesToEmailAddress, {
      query: { emailAddress },
    }),
  }),
  outputSchema: outputOf(operations.listReferencesToEmailAddress),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      ...exampleReferences,
      customerEngagement: [
        {
          eventType: "contentViewed",
          timestamp: "2026-03-02T10:15:00Z",
          contentId: "7782342274025937897",
          contentUrl: "https://offers.harbourline.example/7f3a",
          reportingSystem: "Harbourline Offers",
          eventName: "Offer viewed",
          sourceEventId: "7f3a-1",
        },
      ],
    },
  },
});
