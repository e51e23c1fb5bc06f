import { type DropInRow, describeDropIn, same } from "../support/dropInTable";

const id = "7782342274025937895";
const call = {
  clientUniqueId: "pbx-1",
  primaryUser: "1",
  parties: [{ userId: "1" }],
  direction: "Inbound",
  actualStart: "2026-03-01T09:00:00Z",
};
const meeting = {
  startTime: "2026-03-01T09:00:00Z",
  endTime: "2026-03-01T09:30:00Z",
  organizerEmail: "ada.quill@harbourline.example",
  invitees: [],
};
const event = {
  reportingSystem: "s",
  eventTimestamp: "2026-03-01T09:00:00Z",
  contentId: "c",
  contentUrl: "u",
  contentTitle: "t",
};
const range = { fromDateTime: "2026-03-01T00:00:00Z", toDateTime: "2026-04-01T00:00:00Z" };
const logs = { logType: "AccessLog", fromDateTime: range.fromDateTime };

/** A JSON input takes a value as text and as it is. */
const asJson = (...values: readonly unknown[]) =>
  values.flatMap((value): [unknown, unknown][] => [
    [value, value],
    [JSON.stringify(value), value],
  ]);

const calls = { action: "createNewCall", inputs: call };
const meetings = { action: "createNewGongMeeting", inputs: meeting };
const views = { action: "customViewedEvent", inputs: event };
const shares = { action: "customSharedEvent", inputs: event };
const acts = { action: "customActionEvent", inputs: event };
const transcripts = { action: "getCallTranscript", key: "callIds", at: "body.filter.callIds" };

/** A row on an input whose value arrives in the body under its own key. */
const body = (
  promise: string,
  on: Pick<DropInRow, "action" | "inputs">,
  key: string,
  values: DropInRow["values"],
): DropInRow => ({ promise, ...on, key, values, at: `body.${key}` });

/** Forms of ISO 8601, each of which Gong may read. */
const moments = same(
  ...["2026-03-01T09:00:00-07:00", "2026-03-01T09:00:00Z", "2026-03-01T09:00:00+0200"],
  ...["2026-03-01T09:00:00+02", "20260301T090000Z", "20260301T0900+02", "20260301", "2026-03-01"],
  ...["2026-03-01T09:00Z", "2026-03-01T09:00", "2026-03-01 09:00:00", "2026-03-01t09:00:00z"],
  ...["2026-03-01T09:00:00.123456789012Z", "2026-03-01T09:00:00,5Z", "2026-03-01T24:00:00Z"],
);
const instant: [unknown, unknown] = [new Date(0), "1970-01-01T00:00:00.000Z"];

const truthy = ["true", "True", " yes ", "on", "1", "enabled", "x", true, 1, -1].map(
  (value): [unknown, unknown] => [value, "true"],
);
const falsy = ["false", "No", "f", "off", "0", false, 0].map((value): [unknown, unknown] => [
  value,
  "false",
]);

/** People as the public component sends them; Gong decides what it takes. */
const people = [
  { name: "Robin" },
  { email: "Robin Vale <robin@northmoor.example>" },
  { email: "robin@münchen.example", phone: 5, pronouns: "they" },
  { email: "robin@northmoor", name: null, title: "", context: null },
  { id: 17, vip: true },
  {},
];
const crm = [
  {
    system: "Pipedrive",
    objects: [{ objectType: "Deal__c", objectId: 17, url: "x" }],
    since: 2026,
  },
  {
    system: "Salesforce",
    objects: [{ objectType: "Lead", objectId: "1", fields: [{ value: null }] }],
  },
  { system: "Generic", objects: null },
];
const properties = [
  { name: "Price", value: 1.5, dataType: "currency" },
  { name: "Pages", value: "", dataType: "number", unit: "A4" },
  { name: "Until", value: "soon", dataType: "date" },
];

describeDropIn("What flows on the public component send, this one sends too", [
  ...[views, shares, acts].flatMap((on) => [
    body("B12, B27: CRM objects that Gong does not name", on, "crmContext", asJson(crm, [])),
    body("B12, B27: a sharer of any shape", on, "sharer", asJson(...people)),
    body("B12, B27: people of any shape", on, "nonCompanyParticipants", asJson(people)),
    body("B12, B27: properties of any type", on, "contentProperties", asJson(properties)),
    body("B12, B27: properties of any type", on, "eventProperties", asJson(properties)),
    body("B28: line breaks and odd characters", on, "eventId", same("a\nb\u0000", " e ", "🎉")),
    body("B28: long texts", on, "userAgent", same("x".repeat(200_000), "Mozilla\r\nX: 1")),
    body("B13: a platform of tomorrow", on, "agentPlatform", [
      ["BeOS", "BeOS"],
      ["macos", "MacOS"],
    ]),
    body("B15: an address of any form", on, "moreInfoUrl", same("javascript:1", "a b", "/x")),
    body("B15: an address of any form", on, "contentUrl", same("doc 7", "file:///x")),
    body("B16: a date in any form", on, "eventTimestamp", [...moments, instant]),
  ]),
  body("B12, B27: a viewer of any shape", views, "viewer", asJson(...people)),
  body("B12, B27: an actor of any shape", acts, "actor", asJson(...people)),
  body("B12, B27: recipients of any shape", shares, "recipients", asJson(people)),
  body("B12, B27: parties of any shape", calls, "parties", [
    ...asJson([
      { userId: "1", team: "x" },
      { name: "Robin", phoneNumber: 5, emailAddress: "a" },
    ]),
    ...asJson([{ userId: 1, partyId: "", mediaChannelId: "0", context: crm }, {}]),
    [`[{"userId": "1", "x": ${id}}]`, [{ userId: "1", x: id }]],
  ]),
  {
    promise: "B12, B27: context",
    ...calls,
    key: "contextParam",
    values: asJson(crm, []),
    at: "body.context",
  },
  body(
    "B27: a timeline without precise",
    calls,
    "speakersTimeline",
    asJson({}, { speechSegments: [] }),
  ),
  body("B27: invitees without or with odd addresses", meetings, "invitees", asJson(people, [])),
  ...["sharer", "crmContext", "contentProperties"].map((key) =>
    body("B27: the text null means not given", views, key, [
      ["null", undefined],
      [" null ", undefined],
      [null, undefined],
    ]),
  ),
  {
    promise: "B13: a log type of tomorrow",
    action: "getLogsDataByTypeAndTimeRange",
    inputs: logs,
    key: "logType",
    at: "query.logType",
    values: [
      ["AiLog", "AiLog"],
      ["accesslog", "AccessLog"],
    ],
  },
  body("B13: a language of tomorrow", calls, "languageCode", [
    ["tlh", "tlh"],
    ["EN-us", "en-US"],
  ]),
  body("B13: a provider of tomorrow", calls, "callProviderCode", [
    ["Teams", "Teams"],
    ["ZOOM", "zoom"],
  ]),
  body("B13: a direction of tomorrow", calls, "direction", [
    ["Internal", "Internal"],
    ["inbound", "Inbound"],
  ]),
  body("B14, B28: an ID of any form", calls, "workspaceId", [
    ...same("sales", "623457276584334", "null", "-1", "1234567890123456789012345"),
    [623457276584334, "623457276584334"],
    [7782342274025937895n, id],
    [[id], id],
  ]),
  {
    promise: "B14: an ID of any form in a path",
    action: "getUser",
    key: "userId",
    at: "path",
    values: [
      ["ada quill/7", "/v2/users/ada%20quill%2F7"],
      ["null", "/v2/users/null"],
    ],
  },
  body(
    "B15: an address of any form",
    calls,
    "meetingUrl",
    same("Room 7", "zoommtg://zoom.example/7"),
  ),
  body(
    "B15: a recording by http",
    calls,
    "downloadMediaUrl",
    same("http://a.example/1.mp3", "ftp://a"),
  ),
  body(
    "B15, B27: an organizer of any form",
    meetings,
    "organizerEmail",
    same("Ada <a@b>", "jörg@münchen.example"),
  ),
  ...["actualStart", "scheduledStart", "scheduledEnd"].map((key) =>
    body("B16: a date in any form", calls, key, [...moments, instant]),
  ),
  {
    promise: "B16: a date in any form",
    action: "listCallsUsingGet",
    inputs: range,
    key: "fromDateTime",
    at: "query.fromDateTime",
    values: [...moments, instant],
  },
  {
    promise: "B17: an empty window",
    action: "listCallsUsingGet",
    inputs: range,
    key: "toDateTime",
    at: "query.toDateTime",
    values: same(range.fromDateTime, "2026-02-01"),
  },
  {
    promise: "B17: an empty window",
    action: "getLogsDataByTypeAndTimeRange",
    inputs: logs,
    key: "toDateTime",
    at: "query.toDateTime",
    values: same(range.fromDateTime),
  },
  body("B17: a meeting that ends as it begins", meetings, "endTime", same(meeting.startTime)),
  {
    promise: "B18, B29: any truthy word",
    action: "listUsers",
    key: "includeAvatars",
    at: "query.includeAvatars",
    values: [...truthy, ...falsy],
  },
  {
    promise: "B19: the sample means none",
    ...transcripts,
    values: [["000xxx"], [" 000xxx "], "000xxx", [], "", null, ["", null]].map(
      (none): [unknown, unknown] => [none, undefined],
    ),
  },
  {
    promise: "B28: an ID by list or text",
    ...transcripts,
    values: [
      [
        [id, 17],
        [id, "17"],
      ],
      [`${id};17`, [id, "17"]],
      [[[id]], [id]],
      ["abc", ["abc"]],
    ],
  },
  {
    promise: "B30: Call Ids that are an object",
    ...transcripts,
    values: [
      [{ a: id, b: [17] }, [id, "17"]],
      [`{"ids": ["${id}"]}`, [id]],
      [{}, undefined],
    ],
  },
  {
    promise: "B30: no range and no IDs, a cursor alone, one end alone",
    action: "getCallTranscript",
    key: "cursor",
    at: "body",
    values: [
      [undefined, { filter: {} }],
      ["abc\ndef", { filter: {}, cursor: "abc\ndef" }],
    ],
  },
  {
    promise: "B30: one end of the range alone",
    action: "getCallTranscript",
    key: "fromDateTime",
    at: "body",
    values: [["2026-03-01", { filter: { fromDateTime: "2026-03-01" } }]],
  },
  {
    promise: "B30: one end of the range alone",
    action: "getCallTranscript",
    key: "toDateTime",
    at: "body",
    values: [["2026-03-01", { filter: { toDateTime: "2026-03-01" } }]],
  },
  {
    promise: "B30, G29: IDs without the workspace",
    action: "getCallTranscript",
    inputs: { callIds: [id] },
    key: "workspaceId",
    at: "body",
    values: [["17", { filter: { callIds: [id] } }]],
  },
  {
    promise: "B30: no folder",
    action: "listCallsInFolder",
    key: "folderId",
    at: "query",
    values: [
      ["", {}],
      [undefined, {}],
      ["x", { folderId: "x" }],
    ],
  },
  {
    promise: "B30: a file's type by its name",
    action: "addMedia",
    inputs: { callId: "1", fileInput: { data: "x", contentType: "audio/wav" } },
    key: "fileName",
    at: "body.files.0.contentType",
    values: [
      ["x.txt", "text/plain"],
      ["x.MP3", "audio/mpeg"],
      ["x.flac", "audio/x-flac"],
      ["x", "audio/wav"],
      ["x.constructor", "audio/wav"],
    ],
  },
]);
