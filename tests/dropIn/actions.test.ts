import { describeDropIn, same } from "../support/dropInTable";
import { all, asJson, crm, moments, people, row } from "../support/dropInValues";

const id = "7782342274025937895";
const range = { fromDateTime: "2026-03-01T00:00:00Z", toDateTime: "2026-04-01T00:00:00Z" };

const calls = {
  action: "createNewCall",
  inputs: {
    clientUniqueId: "pbx-1",
    primaryUser: "1",
    parties: [{ userId: "1" }],
    direction: "Inbound",
    actualStart: "2026-03-01T09:00:00Z",
  },
};
const meetings = {
  action: "createNewGongMeeting",
  inputs: {
    startTime: "2026-03-01T09:00:00Z",
    endTime: "2026-03-01T09:30:00Z",
    organizerEmail: "ada.quill@harbourline.example",
    invitees: [],
  },
};
const listing = { action: "listCallsUsingGet", inputs: range };
const logs = {
  action: "getLogsDataByTypeAndTimeRange",
  inputs: { logType: "AccessLog", fromDateTime: range.fromDateTime },
};
const users = { action: "listUsers" };
const folder = { action: "listCallsInFolder" };
const transcripts = { action: "getCallTranscript" };
const media = {
  action: "addMedia",
  inputs: { callId: "1", fileInput: { data: "x", contentType: "audio/wav" } },
};
const [robin, team] = [
  { name: "Robin", phoneNumber: 5, emailAddress: "a" },
  { userId: "1", team: "x" },
];
const odd = { userId: 1, partyId: "", mediaChannelId: "0", context: crm };
const truthy = ["true", "True", " yes ", "on", "1", "enabled", "x", true, 1, -1];
const falsy = ["false", "No", "f", "off", "0", false, 0];
const none = [["000xxx"], [" 000xxx "], "000xxx", [], "", null, ["", null], {}];

describeDropIn("What flows send through the public component's actions, these send too", [
  row("B12, B27: parties of any shape", calls, "parties", [
    ...asJson([team, robin], [odd, {}]),
    [`[{"userId": "1", "x": ${id}}]`, [{ userId: "1", x: id }]],
  ]),
  row("B12, B27: CRM objects of any kind", calls, "contextParam", asJson(crm, []), "body.context"),
  row("B27: an empty timeline", calls, "speakersTimeline", asJson({}, { speechSegments: [] })),
  row("B27: the text null means not given", calls, "speakersTimeline", all(["null"], undefined)),
  row("B27: invitees of any shape", meetings, "invitees", asJson(people, [])),
  row("B27: any organizer", meetings, "organizerEmail", same("Ada <a@b>", "ö@ü.example")),
  row("B13: a new log type", logs, "logType", same("AiLog", "UserCallPlay"), "query.logType"),
  row("B13: its letter case", logs, "logType", [["accesslog", "AccessLog"]], "query.logType"),
  row("B13: a new language", calls, "languageCode", [...same("tlh"), ["EN-us", "en-US"]]),
  row("B13: a new provider", calls, "callProviderCode", [...same("Teams"), ["ZOOM", "zoom"]]),
  row("B13: a new direction", calls, "direction", [...same("Internal"), ["inbound", "Inbound"]]),
  row("B14, B28: an ID of any form", calls, "workspaceId", [
    ...same("sales", "623457276584334", "null", "-1", "1234567890123456789012345"),
    [623457276584334, "623457276584334"],
    [7782342274025937895n, id],
    [[id], id],
  ]),
  row(
    "B14: an ID of any form in a path",
    { action: "getUser" },
    "userId",
    [
      ["ada quill/7", "/v2/users/ada%20quill%2F7"],
      ["null", "/v2/users/null"],
    ],
    "path",
  ),
  row("B15: any address", calls, "meetingUrl", same("Room 7", "zoommtg://zoom.example/7")),
  row("B15: a recording by http", calls, "downloadMediaUrl", same("http://a.example/1", "ftp://a")),
  row("B16: a date in any form", calls, "actualStart", moments),
  row("B16: a date in any form", calls, "scheduledStart", moments),
  row("B16: a date in any form", calls, "scheduledEnd", moments),
  row("B16: a date in any form", meetings, "startTime", moments),
  row("B16: a date in any form", listing, "fromDateTime", moments, "query.fromDateTime"),
  row("B16: a date in any form", logs, "toDateTime", moments, "query.toDateTime"),
  row("B17: an empty window", listing, "toDateTime", same(range.fromDateTime), "query.toDateTime"),
  row("B17: an empty window", logs, "toDateTime", same(range.fromDateTime), "query.toDateTime"),
  row("B17: a meeting that ends as it begins", meetings, "endTime", same("2026-03-01T09:00:00Z")),
  row("B18, B29: yes", users, "includeAvatars", all(truthy, "true"), "query.includeAvatars"),
  row("B18: no", users, "includeAvatars", all(falsy, "false"), "query.includeAvatars"),
  row("B19: the sample means none", transcripts, "callIds", all(none, { filter: {} }), "body"),
  row("B28: a title with line breaks", calls, "title", same("a\nb", "x".repeat(200_000), "\u0007")),
  row(
    "B28: IDs by list or text",
    transcripts,
    "callIds",
    [
      [
        [id, 17],
        [id, "17"],
      ],
      [`${id};17`, [id, "17"]],
      [[[id]], [id]],
      ["abc", ["abc"]],
    ],
    "body.filter.callIds",
  ),
  row(
    "B30: Call Ids that are an object",
    transcripts,
    "callIds",
    [
      [{ a: id, b: [17] }, [id, "17"]],
      [`{"ids": ["${id}"]}`, [id]],
    ],
    "body.filter.callIds",
  ),
  row(
    "B30: a cursor alone",
    transcripts,
    "cursor",
    [["a\nb", { filter: {}, cursor: "a\nb" }]],
    "body",
  ),
  row("B30: one end", transcripts, "fromDateTime", same("2026-03-01"), "body.filter.fromDateTime"),
  row("B30: one end", transcripts, "toDateTime", same("2026-03-01"), "body.filter.toDateTime"),
  row(
    "B30, G29: IDs without the workspace",
    { ...transcripts, inputs: { callIds: [id] } },
    "workspaceId",
    [["17", { filter: { callIds: [id] } }]],
    "body",
  ),
  row("B30: no folder", folder, "folderId", all(["", undefined], {}), "query"),
  row(
    "B30: a file's type by its name",
    media,
    "fileName",
    [
      ["x.txt", "text/plain"],
      ["x.MP3", "audio/mpeg"],
      ["x.flac", "audio/x-flac"],
      ["x", "audio/wav"],
      ["x.constructor", "audio/wav"],
    ],
    "body.files.0.contentType",
  ),
]);
