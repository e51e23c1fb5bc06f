import { crmContext } from "./calls";
import { dateTime, id, list, object, oneOf, text } from "./json-schema";

const actor = object({ email: text, name: text, title: text, context: crmContext });
const sharer = object({ id, email: text, name: text });

const properties = list(
  object(
    {
      name: text,
      // A number when dataType says so, text otherwise.
      value: { type: ["string", "number"] },
      dataType: oneOf("number", "string", "url", "date"),
    },
    ["name", "value", "dataType"],
  ),
);

/** What all three events have. */
const common = {
  reportingSystem: text,
  eventTimestamp: dateTime,
  eventId: text,
  contentId: text,
  contentUrl: text,
  contentTitle: text,
  shareId: text,
  actionName: text,
  sharer,
  sharingMessageSubject: text,
  sharingMessageBody: text,
  crmContext,
  contentProperties: properties,
  eventProperties: properties,
  nonCompanyParticipants: list(actor),
  moreInfoUrl: text,
  userAgent: text,
  mobileAppId: text,
  agentPlatform: oneOf("Windows", "Linux", "MacOS", "iOS", "Android"),
  workspaceId: id,
  // Must be null when a person is named instead.
  trackingId: { type: ["string", "null"] },
} as const;

const ofContent = [
  "reportingSystem",
  "eventTimestamp",
  "contentId",
  "contentUrl",
  "contentTitle",
] as const;

/** `PUT /v2/customer-engagement/content/shared`; recipients need an address. */
export const contentSharedBody = object(
  {
    ...common,
    // The one event whose platform is free text in Gong's description.
    agentPlatform: text,
    shareInfoUrl: text,
    recipients: list({ ...actor, required: ["email"] } as const),
  },
  ofContent,
);

/** `PUT /v2/customer-engagement/content/viewed` */
export const contentViewedBody = object(
  { ...common, viewActionTitle: text, viewInfoUrl: text, viewer: actor },
  ofContent,
);

/** `PUT /v2/customer-engagement/action` */
export const customActionBody = object({ ...common, eventInfoUrl: text, actor }, [
  "reportingSystem",
  "eventTimestamp",
]);
