import { exampleRun } from "../exampleRun";

const northmoor = {
  objectType: "Account",
  objectId: "0013601230sV7grAAC",
  fields: [{ name: "Name", value: "Northmoor" }],
};

const parties = [
  {
    name: "Ada Quill",
    emailAddress: "ada.quill@harbourline.example",
    userId: "234599484848423",
    speakerId: "6432345678555530067",
    affiliation: "Internal",
  },
  {
    name: "Robin Vale",
    emailAddress: "robin.vale@northmoor.example",
    speakerId: "6432345678555530068",
    affiliation: "External",
  },
];

/** An event as Gong sends it; real ones hold more (G44). */
const event = {
  callData: {
    metaData: {
      id: "7782342274025937895",
      url: "https://app.gong.io/call?id=7782342274025937895",
      title: "Pricing review with Northmoor",
      started: "2026-03-01T09:00:12.482-07:00",
      duration: 1804,
      primaryUserId: "234599484848423",
      direction: "Conference",
      scope: "External",
      language: "eng",
      workspaceId: "623457276584334",
    },
    context: [{ system: "Salesforce", objects: [northmoor] }],
    parties,
    content: {
      topics: [{ name: "Pricing", duration: 512 }],
      trackers: [{ id: "6840000929075400007", name: "Competitors", count: 2 }],
      brief: "Robin asked for a discount on three years; Ada will send an offer by Friday.",
    },
    interaction: { questions: { companyCount: 9, nonCompanyCount: 6 } },
    collaboration: { publicComments: [] },
  },
  isTest: false,
  isPrivate: false,
};

const { id: callId } = event.callData.metaData;

/** What the next step sees of an event: the payload as it came, and beside it what it is about. */
export const exampleEventPayload = {
  ...exampleRun,
  headers: { "content-type": "application/json", authorization: "eyJhbGciOiJSUzI1NiJ9…" },
  rawBody: { data: "{…}", contentType: "application/json" },
  body: { data: event, contentType: "application/json" },
  gong: { callId, isTest: false, isPrivate: false, matchedRules: ["Large renewals"] },
};
