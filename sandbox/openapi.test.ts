import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import type { Sandbox } from "./index";
import { wholeEvent } from "./routes/extensive";
import {
  type Client,
  everything,
  mediaForm,
  newCall,
  startTestSandbox,
  stopTestSandboxes,
} from "./test-client";

type Schema = Record<string, unknown>;
interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** Gong's description of its API, which is no part of the project. */
const file = path.resolve(__dirname, "../../shared/gong/openapi.json");
const description: Description | undefined = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : undefined;

/** Members that Gong answers although the description lacks them (G48, G51). */
const undescribed: Record<string, string[]> = {
  ContentDto: ["scorecardsAnswers"],
  Question: ["updaterUserId", "created", "updated"],
};

/**
 * The description with the corrections of what was recorded: every value may be null, ids and
 * numbers may be text, lengths have fractions (G22, G47, G48). Members that it does not name count as wrong.
 */
function corrected(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) return value.map((each) => corrected(each));
  if (typeof value !== "object" || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, corrected(member, key)]),
  ) as Schema;
  if (typeof schema.type !== "string") return schema;
  // "object" without members stands for a value of any type.
  if (schema.type === "object" && !schema.properties && !schema.additionalProperties) return {};
  const types =
    schema.type === "string" || schema.type === "integer" ? ["string", "number"] : [schema.type];
  const added = Object.fromEntries((undescribed[name ?? ""] ?? []).map((each) => [each, {}]));
  return {
    ...schema,
    type: [...types, "null"],
    ...(Array.isArray(schema.enum) && { enum: [...schema.enum, null] }),
    ...(schema.properties !== undefined && {
      properties: { ...(schema.properties as object), ...added },
      additionalProperties: schema.additionalProperties ?? false,
    }),
  };
}

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 150 }));
});
afterAll(stopTestSandboxes);

const ada = "234599484848423";
const callId = "7782342274025937895";
const organizerEmail = "ada.quill@harbourline.example";
const integrationId = "5517027188234205706";
const days = { filter: { fromDate: "2024-06-18", toDate: "2025-06-18" } };
const meeting = {
  startTime: "2025-07-01T10:00:00Z",
  endTime: "2025-07-01T11:00:00Z",
  invitees: [],
  organizerEmail,
};
const event = {
  reportingSystem: "docs",
  eventTimestamp: "2025-06-01T10:00:00Z",
  contentId: "c1",
  contentUrl: "https://docs.example/c1",
  contentTitle: "Offer",
};
const contentSelector = {
  ...wholeEvent,
  contextTiming: ["Now", "TimeOfCall"],
  exposedFields: { ...wholeEvent.exposedFields, media: true },
};
const email = { emailAddress: "robin.vale@northmoor.example" };
const phone = { phoneNumber: "+14255550142" };
const ofType = { integrationId, objectType: "ACCOUNT" };
const coaching = {
  "workspace-id": "623457276584334",
  "manager-id": "563515258458745",
  from: "2024-06-18T00:00:00Z",
  to: "2025-06-18T00:00:00Z",
};

type Sent = { query?: Record<string, string>; body?: unknown };
type Row = [operation: string, sent?: () => Sent, path?: Record<string, string>];

/** One request for each operation that the local Gong serves, by the ids that the documents show. */
const rows: Row[] = [
  ["GET /v2/calls", () => ({ query: everything })],
  ["GET /v2/calls/{id}", undefined, { id: callId }],
  ["POST /v2/calls", () => ({ body: newCall(sandbox) })],
  ["PUT /v2/calls/{id}/media", () => ({ body: mediaForm("media") }), { id: callId }],
  ["POST /v2/calls/extensive", () => ({ body: { filter: everything, contentSelector } })],
  ["POST /v2/calls/transcript", () => ({ body: { filter: everything } })],
  ["GET /v2/users", () => ({ query: { includeAvatars: "true" } })],
  ["GET /v2/users/{id}", undefined, { id: ada }],
  ["GET /v2/users/{id}/settings-history", undefined, { id: ada }],
  ["POST /v2/users/extensive", () => ({ body: { filter: { userIds: [ada] } } })],
  ["GET /v2/workspaces"],
  ["GET /v2/library/folders", () => ({ query: { workspaceId: "623457276584334" } })],
  ["GET /v2/library/folder-content", () => ({ query: { folderId: "3843152912968920037" } })],
  [
    "GET /v2/logs",
    () => ({ query: { logType: "AccessLog", fromDateTime: everything.fromDateTime } }),
  ],
  ["POST /v2/meetings", () => ({ body: meeting })],
  ["PUT /v2/meetings/{meetingId}", () => ({ body: meeting }), { meetingId: callId }],
  [
    "POST /v2/meetings/integration/status",
    () => ({ body: { emails: [organizerEmail, "a@b.example"] } }),
  ],
  ["GET /v2/data-privacy/data-for-email-address", () => ({ query: email })],
  ["GET /v2/data-privacy/data-for-phone-number", () => ({ query: phone })],
  ["PUT /v2/customer-engagement/content/shared", () => ({ body: event })],
  ["PUT /v2/customer-engagement/content/viewed", () => ({ body: event })],
  ["PUT /v2/customer-engagement/action", () => ({ body: event })],
  ["GET /v2/settings/trackers"],
  ["GET /v2/settings/scorecards"],
  ["GET /v2/settings/briefs"],
  ["GET /v2/call-outcomes"],
  ["GET /v2/coaching", () => ({ query: coaching })],
  ["POST /v2/stats/interaction", () => ({ body: days })],
  ["POST /v2/stats/activity/aggregate", () => ({ body: days })],
  [
    "POST /v2/stats/activity/aggregate-by-period",
    () => ({ body: { ...days, aggregationPeriod: "WEEK" } }),
  ],
  ["POST /v2/stats/activity/day-by-day", () => ({ body: days })],
  ["POST /v2/stats/activity/scorecards", () => ({ body: { filter: { reviewMethod: "BOTH" } } })],
  ["GET /v2/crm/integrations"],
  ["GET /v2/crm/entity-schema", () => ({ query: ofType })],
  [
    "POST /v2/crm/entities",
    () => ({ query: { ...ofType, clientRequestId: "r1" }, body: mediaForm("{}", "dataFile") }),
  ],
  ["GET /v2/crm/request-status", () => ({ query: { integrationId, clientRequestId: "r1" } })],
  ["DELETE /v2/crm/integrations", () => ({ query: { integrationId, clientRequestId: "r2" } })],
];

const described = description ? describe : describe.skip;

described("An answer fits Gong's description", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const { paths = {}, components } = description ?? {};
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
    name,
    corrected({ [name]: schema }),
  ]);
  ajv.addSchema({
    $id: "gong",
    components: { schemas: Object.assign({}, ...schemas.map(([, one]) => one)) },
  });

  const cases = rows.map(([operation, sent = () => ({}), places = {}]) => ({
    operation,
    sent,
    places,
  }));

  it.each(cases)("$operation", async ({ operation, sent, places }) => {
    const [method = "", template = ""] = operation.split(" ");
    const target = template.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? name);
    const { status, json } = await call(method, target, sent());
    const { responses } = paths[template]?.[method.toLowerCase()] ?? { responses: {} };
    const schema = Object.values(responses[status]?.content ?? {})[0]?.schema;
    if (!schema) throw new Error(`${operation} answered ${status}: ${json.errors}`);
    const text = JSON.stringify(schema).replaceAll('"#/', '"gong#/');
    const validate = ajv.compile(corrected(JSON.parse(text)) as Schema);
    validate(json);
    const complaints = (validate.errors ?? []).map(
      ({ schemaPath, message, params }) => `${schemaPath} ${message} ${JSON.stringify(params)}`,
    );
    expect([...new Set(complaints)]).toEqual([]);
  });
});
