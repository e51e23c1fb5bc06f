import type { TriggerPayload } from "@prismatic-io/spectral";
import type { EventFacts } from "../../automationRules/event";
import { exampleRun } from "../exampleRun";

/** What the trigger hands to the next step: the run's payload, with Gong's event in its body. */
export type EventPayload = TriggerPayload & {
  /** What stands beside the body. */
  readonly gong: EventFacts & {
    /** Names of the automation rules that the event matches. */
    readonly matchedRules: readonly string[];
  };
};

const body = {
  callData: {
    metaData: {
      id: "7782342274025937895",
      url: "https://app.gong.io/call?id=7782342274025937895",
      title: "Pricing review with Northmoor",
      scheduled: "2026-03-01T09:00:00-07:00",
      started: "2026-03-01T09:00:12.482-07:00",
      duration: 1804,
      primaryUserId: "234599484848423",
      direction: "Conference",
      system: "Zoom",
      scope: "External",
      media: "Video",
      language: "eng",
      workspaceId: "623457276584334",
      isPrivate: false,
    },
    context: [
      {
        system: "Salesforce",
        objects: [
          {
            objectType: "Account",
            objectId: "0013601230sV7grAAC",
            fields: [{ name: "Name", value: "Northmoor" }],
            timing: "Now",
          },
        ],
      },
    ],
    parties: [
      {
        id: "56825452554556",
        emailAddress: "ada.quill@harbourline.example",
        name: "Ada Quill",
        userId: "234599484848423",
        speakerId: "6432345678555530067",
        affiliation: "Internal",
      },
      {
        id: "56825452554557",
        emailAddress: "robin.vale@northmoor.example",
        name: "Robin Vale",
        speakerId: "6432345678555530068",
        affiliation: "External",
      },
    ],
    content: {
      topics: [{ name: "Pricing", duration: 512 }],
      trackers: [{ id: "6840000929075400007", name: "Competitors", count: 2, type: "KEYWORD" }],
      brief: "Robin asked for a discount on three years; Ada will send an offer by Friday.",
    },
    interaction: { questions: { companyCount: 9, nonCompanyCount: 6 } },
    collaboration: { publicComments: [] },
  },
  isTest: false,
  isPrivate: false,
};

/** An event of the example call as the next step sees it. */
export const exampleEventPayload: EventPayload = {
  ...exampleRun,
  headers: { "content-type": "application/json", authorization: "eyJhbGciOiJSUzI1NiJ9…" },
  rawBody: { data: "{…}", contentType: "application/json" },
  body: { data: body, contentType: "application/json" },
  gong: {
    callId: "7782342274025937895",
    isTest: false,
    isPrivate: false,
    matchedRules: ["Large renewals"],
  },
};
