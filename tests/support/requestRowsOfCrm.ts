import type { RequestRow } from "./requestTable";

const integrationId = "5517027188234205706";
const clientRequestId = "accounts_2026-03-01";

/** A row whose inputs are sent as they are. */
const plainRow = (route: string, part: "query" | "body", inputs: object): RequestRow => ({
  route,
  text: { ...inputs },
  values: { ...inputs },
  sends: { [part]: inputs },
  least: { ...inputs },
  leastSends: { [part]: inputs },
});

const content = { contentTitle: "Prices" };
const event = { eventId: "evt_1", timestamp: "2026-03-01T09:00:00.000Z", eventType: "viewed" };
const facts = [{ name: "Plan", value: "5", dataType: "NUMBER" }];

/** A row for each action that puts CRM data or digital interactions into Gong. */
export const crmRows: Readonly<Record<string, RequestRow>> = {
  listGenericCrmIntegration: plainRow("GET /v2/crm/integrations", "query", {}),
  registerGenericCrmIntegration: plainRow("PUT /v2/crm/integrations", "body", {
    ownerEmail: "ada.quill@harbourline.example",
    name: "Harbourline CRM",
  }),
  deleteGenericCrmIntegration: plainRow("DELETE /v2/crm/integrations", "query", {
    integrationId,
    clientRequestId,
  }),
  getRequestStatus: plainRow("GET /v2/crm/request-status", "query", {
    integrationId,
    clientRequestId,
  }),
  listCrmSchemaFields: {
    ...plainRow("GET /v2/crm/entity-schema", "query", { integrationId, objectType: "DEAL" }),
    text: { integrationId: ` ${integrationId}`, objectType: "deal" },
    least: { integrationId },
    leastSends: { query: { integrationId } },
  },
  getCrmObjects: {
    route: "GET /v2/crm/entities",
    text: { integrationId, objectType: "account", objectIds: "a-1, a-2" },
    values: { integrationId, objectType: "ACCOUNT", objectIds: ["a-1", "a-2"] },
    sends: { query: { integrationId, objectType: "ACCOUNT" }, body: ["a-1", "a-2"] },
    least: { integrationId, objectType: "LEAD", objectIds: ["1"] },
    leastSends: { query: { integrationId, objectType: "LEAD" }, body: ["1"] },
  },
  uploadCrmData: {
    route: "POST /v2/crm/entities",
    text: { integrationId, objectType: "stage", clientRequestId, fileInput: '{"a":1}' },
    values: {
      ...{ integrationId, objectType: "STAGE", clientRequestId },
      fileInput: { data: Buffer.from('{"a":1}'), contentType: "application/octet-stream" },
    },
    sends: uploadOf("STAGE", 7),
    least: { integrationId, objectType: "ACCOUNT", clientRequestId, fileInput: { data: "x" } },
    leastSends: uploadOf("ACCOUNT", 1),
  },
  addDigitalInteraction: {
    route: "POST /v2/digital-interaction",
    text: {
      ...event,
      contentJson: '{"contentTitle": "Prices", "contentLabel": ["a", "b"]}',
      personJson: '{"email": "robin@northmoor.example", "location": {"city": "Seattle"}}',
      personFields: JSON.stringify(facts),
      device: "pc",
    },
    values: {
      ...event,
      ...content,
      timestamp: new Date(event.timestamp),
      contentLabels: ["a", "b"],
      person: { email: "robin@northmoor.example", city: "Seattle", companyDomain: " " },
      personFields: [{ name: "Plan", value: 5, dataType: "number" }, {}],
      device: "PC",
    },
    sends: {
      body: {
        ...event,
        content: { ...content, contentLabel: ["a", "b"] },
        person: {
          email: "robin@northmoor.example",
          location: { city: "Seattle" },
          personCustomFields: facts,
        },
        device: "PC",
      },
    },
    least: { ...event, ...content },
    leastSends: { body: { ...event, content } },
  },
  integrationStatus: {
    route: "POST /v2/meetings/integration/status",
    text: { emails: "ada@harbourline.example, robin@northmoor.example" },
    values: { emails: ["ada@harbourline.example", "robin@northmoor.example"] },
    sends: { body: { emails: ["ada@harbourline.example", "robin@northmoor.example"] } },
    least: { emails: ["ada@harbourline.example"] },
    leastSends: { body: { emails: ["ada@harbourline.example"] } },
  },
};

function uploadOf(objectType: string, size: number): RequestRow["sends"] {
  const fileName = `${clientRequestId}.ldjson`;
  const file = { field: "dataFile", fileName, contentType: "application/octet-stream", size };
  return {
    query: { integrationId, objectType, clientRequestId },
    body: { fields: {}, files: [file] },
  };
}
