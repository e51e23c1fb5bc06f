import type { RequestRow } from "./requestTable";

type Inputs = RequestRow["text"];

const workspaceId = "623457276584334";
const crm = [
  {
    system: "HubSpot",
    objects: [{ objectType: "Account", objectId: "17", fields: [{ name: "Seats", value: 0 }] }],
  },
];
const robin = { email: "robin.vale@northmoor.example", name: "Robin Vale", context: crm };
const json = (value: unknown) => JSON.stringify(value);

const occurrence = { reportingSystem: "harbourline", eventTimestamp: "2026-03-01T09:00:00.000Z" };
const content = {
  contentId: "doc_1",
  contentUrl: "harbourline://doc_1",
  contentTitle: "März & more",
};
const properties = [{ name: "Pages", value: 0, dataType: "number" }];
const eventTexts = {
  ...occurrence,
  ...content,
  eventId: "evt_5417",
  actionName: "Signed",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64)",
  mobileAppId: "example.harbourline.content",
  agentPlatform: "iOS",
  moreInfoUrl: "https://content.harbourline.example/more",
  shareId: "share_88",
  sharingMessageSubject: "The offer",
  sharingMessageBody: "<p>As promised,\nhere it is.</p>",
  workspaceId,
};
const eventValues = {
  sharer: { id: "234599484848423", email: "ada.quill@harbourline.example" },
  crmContext: crm,
  contentProperties: properties,
  eventProperties: properties,
  nonCompanyParticipants: [robin],
};

/** The row of an engagement event. @param own what it has beside the others */
function eventRow(path: string, texts: Inputs, own: Inputs, needed: Inputs): RequestRow {
  const structures = { ...eventValues, ...own };
  const least = { ...occurrence, ...needed };
  return {
    route: `PUT /v2/customer-engagement/${path}`,
    text: {
      ...eventTexts,
      ...texts,
      ...Object.fromEntries(Object.entries(structures).map(([key, value]) => [key, json(value)])),
    },
    values: {
      ...eventTexts,
      ...texts,
      ...structures,
      eventTimestamp: new Date(occurrence.eventTimestamp),
      workspaceId: Number(workspaceId),
    },
    sends: { body: { ...eventTexts, ...texts, ...structures } },
    least,
    leastSends: { body: least },
  };
}

/** Rows of the three engagement events. */
export const eventRows: Readonly<Record<string, RequestRow>> = {
  customActionEvent: eventRow(
    "action",
    { eventInfoUrl: "https://content.harbourline.example/1" },
    { actor: robin },
    {},
  ),
  customSharedEvent: eventRow(
    "content/shared",
    { shareInfoUrl: "https://content.harbourline.example/1" },
    { recipients: [robin] },
    content,
  ),
  customViewedEvent: eventRow(
    "content/viewed",
    { viewInfoUrl: "https://content.harbourline.example/1", viewActionTitle: "Opened" },
    { viewer: robin },
    content,
  ),
};
