import type { TriggerPayload } from "@prismatic-io/spectral";
import type { NewRecords } from "./poll";

const data: NewRecords = {
  resourceType: "calls",
  records: [
    {
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
      sdrDisposition: null,
      clientUniqueId: null,
      customData: null,
      purpose: null,
      meetingUrl: "https://meet.harbourline.example/1234567890",
      isPrivate: false,
      calendarEventId: "abcde@calendar.example",
    },
  ],
  newIds: ["7782342274025937895"],
  changedIds: [],
  more: false,
};

/** A poll that found a call, as the next step sees it. */
export const examplePayload: TriggerPayload & {
  body: { data: NewRecords; contentType: string };
} = {
  headers: {},
  queryParameters: {},
  rawBody: { data: "" },
  body: { data, contentType: "application/json" },
  pathFragment: "",
  webhookUrls: {},
  webhookApiKeys: {},
  invokeUrl: "https://hooks.example.com/trigger/SW5zdGFuY2VGbG93",
  executionId: "SW5zdGFuY2VFeGVjdXRpb24",
  customer: { id: "Q3VzdG9tZXI", externalId: "harbourline", name: "Harbourline" },
  instance: { id: "SW5zdGFuY2U", name: "Gong" },
  user: {
    id: "VXNlcg",
    email: "ada.quill@harbourline.example",
    name: "Ada Quill",
    externalId: "1",
  },
  integration: {
    id: "SW50ZWdyYXRpb24",
    name: "Gong",
    versionSequenceId: "1",
    externalVersion: "1",
  },
  flow: { id: "Rmxvdw", name: "New Calls", stableId: "new-calls" },
  startedAt: "2026-03-01T18:05:00Z",
  globalDebug: false,
};
