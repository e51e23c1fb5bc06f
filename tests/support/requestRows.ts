import { crmRows } from "./requestRowsOfCrm";
import { eventRows } from "./requestRowsOfEvents";
import { insightRows } from "./requestRowsOfInsight";
import type { RequestRow } from "./requestTable";

const id = "7782342274025937895";
const workspaceId = "623457276584334";
const range = { fromDateTime: "2026-03-01T00:00:00Z", toDateTime: "2026-04-01T00:00:00-07:00" };
const crm = [
  {
    system: "HubSpot",
    objects: [{ objectType: "Account", objectId: "17", fields: [{ name: "Seats", value: 0 }] }],
  },
];
const json = (value: unknown) => JSON.stringify(value);

const parties = [
  { userId: "234599484848423", partyId: "1", mediaChannelId: 0 },
  { name: "Robin Vale", phoneNumber: "+1 425 555 0142", partyId: "2", context: crm },
];
const timeline = {
  precise: false,
  speechSegments: [{ fromTime: 0, toTime: 4200, partyIds: ["1"] }],
};
const leastCall = {
  clientUniqueId: "pbx-1",
  primaryUser: "234599484848423",
  direction: "Inbound",
  actualStart: "2026-03-01T09:00:00-07:00",
};
const callTexts = {
  ...leastCall,
  scheduledStart: "2026-03-01T08:55:00.000Z",
  scheduledEnd: "2026-03-01T09:55:00.000Z",
  title: "Pricing – “final” 🎉",
  purpose: "Demo",
  disposition: "Connected",
  customData: " queue=sales\n",
  meetingUrl: "https://meet.harbourline.example/1?pwd=a+b",
  callProviderCode: "zoom",
  downloadMediaUrl: "http://recordings.harbourline.example/0001.mp3",
  workspaceId,
  languageCode: "en-US",
};

const meeting = {
  startTime: "2026-03-01T09:00:00.000Z",
  endTime: "2026-03-01T09:30:00.000Z",
  organizerEmail: "ada.quill@harbourline.example",
};
const invitees = [{ email: "robin.vale@northmoor.example", displayName: "Robin Vale" }];
const meetingTexts = { ...meeting, externalId: "7JEH", title: "Pricing" };

/** The row of an action on one value in the query. */
const queryRow = (route: string, key: string, text: string, sentText: string): RequestRow => ({
  route,
  text: { [key]: ` ${text}\n` },
  values: { [key]: text },
  sends: { query: { [key]: sentText } },
  least: { [key]: sentText },
  leastSends: { query: { [key]: sentText } },
});

/** The row of an action on one ID in the path. */
const idRow = (route: string, key: string, path: string): RequestRow => ({
  route: `${route}/234599484848423${path}`,
  text: { [key]: " 234599484848423\n" },
  values: { [key]: 234599484848423 },
  sends: {},
  least: { [key]: ["234599484848423"] },
  leastSends: {},
});

/** A row for each action that asks Gong for something; Raw Request has tests of its own. */
export const requestRows: Readonly<Record<string, RequestRow>> = {
  addMedia: {
    route: `PUT /v2/calls/${id}/media`,
    text: { callId: id, fileName: "calls/2026/a.mp3", fileInput: "text of a file" },
    values: {
      callId: id,
      fileName: "a.mp3",
      fileInput: { data: Buffer.from("text of a file"), contentType: "audio/x-custom" },
    },
    sends: {
      body: {
        fields: {},
        files: [{ field: "mediaFile", fileName: "a.mp3", contentType: "audio/mpeg", size: 14 }],
      },
    },
    least: { callId: id, fileName: "a", fileInput: { data: "x" } },
    leastSends: {
      body: {
        fields: {},
        files: [
          { field: "mediaFile", fileName: "a", contentType: "application/octet-stream", size: 1 },
        ],
      },
    },
  },
  createNewCall: {
    route: "POST /v2/calls",
    text: {
      ...callTexts,
      parties: json(parties),
      duration: "1800.5",
      contextParam: json(crm),
      speakersTimeline: json(timeline),
      direction: "inbound",
      languageCode: "EN-us",
    },
    values: {
      ...callTexts,
      parties,
      duration: 1800.5,
      contextParam: crm,
      speakersTimeline: timeline,
      primaryUser: 234599484848423,
      scheduledStart: new Date(callTexts.scheduledStart),
      workspaceId: Number(workspaceId),
    },
    sends: {
      body: { ...callTexts, parties, duration: 1800.5, context: crm, speakersTimeline: timeline },
    },
    least: { ...leastCall, parties },
    leastSends: { body: { ...leastCall, parties } },
  },
  createNewGongMeeting: {
    route: "POST /v2/meetings",
    text: { ...meetingTexts, invitees: json(invitees) },
    values: { ...meetingTexts, invitees, startTime: new Date(meeting.startTime) },
    sends: { body: { ...meetingTexts, invitees } },
    least: { ...meeting, invitees: "[]" },
    leastSends: { body: { ...meeting, invitees: [] } },
  },
  updateGongMeeting: {
    route: `PUT /v2/meetings/${id}`,
    text: { meetingId: id, ...meetingTexts, invitees: json(invitees) },
    values: { meetingId: [id], ...meetingTexts, invitees, endTime: new Date(meeting.endTime) },
    sends: { body: { ...meetingTexts, invitees } },
    least: { meetingId: id, ...meeting, invitees: [] },
    leastSends: { body: { ...meeting, invitees: [] } },
  },
  deleteMeeting: {
    route: "DELETE /v2/meetings/77823422740259",
    text: { meetingId: "77823422740259 ", organizerEmail: " ada.quill@harbourline.example" },
    values: { meetingId: 77823422740259, organizerEmail: "ada.quill@harbourline.example" },
    sends: { body: { organizerEmail: "ada.quill@harbourline.example" } },
    least: { meetingId: "77823422740259", organizerEmail: "Ada <ada@quill>" },
    leastSends: { body: { organizerEmail: "Ada <ada@quill>" } },
  },
  ...crmRows,
  ...eventRows,
  ...insightRows,
  getCallTranscript: {
    route: "POST /v2/calls/transcript",
    text: { ...range, callIds: `${id}, 000xxx\n17`, cursor: " abc ", fetchAll: "false" },
    values: { ...range, callIds: [id, "", "000xxx", 17], cursor: "abc", fetchAll: false },
    sends: { body: { filter: { ...range, callIds: [id, "17"] }, cursor: "abc" } },
    least: {},
    leastSends: { body: { filter: {} } },
  },
  getCallUsingGet: idRow("GET /v2/calls", "callId", ""),
  getUser: idRow("GET /v2/users", "userId", ""),
  getLogsDataByTypeAndTimeRange: {
    route: "GET /v2/logs",
    text: { logType: "accesslog", ...range, cursor: "abc", fetchAll: "false" },
    values: { logType: "AccessLog", ...range, cursor: "abc" },
    sends: { query: { logType: "AccessLog", ...range, cursor: "abc" } },
    least: { logType: "AccessLog", fromDateTime: range.fromDateTime },
    leastSends: { query: { logType: "AccessLog", fromDateTime: range.fromDateTime } },
  },
  listCallsInFolder: {
    route: "GET /v2/library/folder-content",
    text: { folderId: " 3843152912968920037", workspaceId },
    values: { folderId: ["3843152912968920037"], workspaceId: Number(workspaceId) },
    sends: { query: { folderId: "3843152912968920037" } },
    least: {},
    leastSends: {},
  },
  listCallsUsingGet: {
    route: "GET /v2/calls",
    text: { ...range, workspaceId, cursor: "abc" },
    values: {
      fromDateTime: range.fromDateTime,
      toDateTime: range.toDateTime,
      workspaceId: Number(workspaceId),
      cursor: "abc",
    },
    sends: { query: { ...range, workspaceId, cursor: "abc" } },
    least: range,
    leastSends: { query: range },
  },
  listLibraryFolders: queryRow("GET /v2/library/folders", "workspaceId", workspaceId, workspaceId),
  listUsers: {
    route: "GET /v2/users",
    text: { includeAvatars: "true", cursor: "abc", fetchAll: "false" },
    values: { includeAvatars: 1, cursor: "abc", fetchAll: 0 },
    sends: { query: { includeAvatars: "true", cursor: "abc" } },
    least: {},
    leastSends: {},
  },
  listWorkspaces: {
    route: "GET /v2/workspaces",
    text: {},
    values: {},
    sends: {},
    least: {},
    leastSends: {},
  },
  listReferencesToAnEmailAddress: queryRow(
    "GET /v2/data-privacy/data-for-email-address",
    "emailAddress",
    "o'brien+q&a=1/x@northmoor.example",
    "o'brien+q&a=1/x@northmoor.example",
  ),
  listReferencesToAPhoneNumber: queryRow(
    "GET /v2/data-privacy/data-for-phone-number",
    "phoneNumber",
    "+1 (425) 555-0142",
    "+14255550142",
  ),
  deleteEmailAddressAndAssociatedElements: queryRow(
    "POST /v2/data-privacy/erase-data-for-email-address",
    "emailAddress",
    "o'brien+q&a=1/x@northmoor.example",
    "o'brien+q&a=1/x@northmoor.example",
  ),
  deletePhoneNumberAndAssociatedElements: queryRow(
    "POST /v2/data-privacy/erase-data-for-phone-number",
    "phoneNumber",
    "+44 20-7946.0958",
    "+442079460958",
  ),
};
