import {
  anything,
  boolean,
  dateTime,
  filterList,
  id,
  list,
  object,
  oneOf,
  text,
  url,
} from "./json-schema";
import { languageCodes } from "./languages";

/** `GET /v2/calls`: both dates are required, whatever Gong's prose says (G18). */
export const listCallsQuery = object(
  { fromDateTime: dateTime, toDateTime: dateTime, workspaceId: id, cursor: text },
  ["fromDateTime", "toDateTime"],
);

/** The cursor is at the top level, never inside `filter` (G13). */
export const transcriptBody = object(
  {
    cursor: text,
    filter: object({
      fromDateTime: dateTime,
      toDateTime: dateTime,
      workspaceId: id,
      callIds: filterList(id),
    }),
  },
  ["filter"],
);

/** `POST /v2/calls/extensive` */
export const extensiveBody = object(
  {
    cursor: text,
    filter: object({
      fromDateTime: dateTime,
      toDateTime: dateTime,
      workspaceId: id,
      callIds: filterList(id),
      primaryUserIds: filterList(id),
    }),
    contentSelector: object({
      context: oneOf("None", "Basic", "Extended"),
      contextTiming: list(oneOf("Now", "TimeOfCall")),
      exposedFields: object({
        parties: boolean,
        content: object({
          structure: boolean,
          topics: boolean,
          trackers: boolean,
          trackerOccurrences: boolean,
          pointsOfInterest: boolean,
          brief: boolean,
          outline: boolean,
          highlights: boolean,
          callOutcome: boolean,
          keyPoints: boolean,
        }),
        interaction: object({
          speakers: boolean,
          video: boolean,
          personInteractionStats: boolean,
          questions: boolean,
        }),
        collaboration: object({ publicComments: boolean }),
        media: boolean,
      }),
    }),
  },
  ["filter"],
);

const crmFields = list(object({ name: text, value: anything }));
const crmSystem = oneOf("Salesforce", "HubSpot", "MicrosoftDynamic", "Generic");

/** CRM links of a person, a call or an event. */
export const crmContext = list(
  object(
    {
      system: crmSystem,
      objects: list(
        object(
          {
            objectType: oneOf("Lead", "Contact", "Account", "Opportunity", "User"),
            objectId: text,
            fields: crmFields,
          },
          ["objectType", "objectId"],
        ),
      ),
    },
    ["system"],
  ),
);

const shortText = { type: "string", maxLength: 255 } as const;
const milliseconds = { type: "integer", minimum: 0, maximum: 2147483647 } as const;

/** `POST /v2/calls` (G24). */
export const addCallBody = object(
  {
    clientUniqueId: { type: "string", minLength: 1, maxLength: 2048 },
    title: text,
    purpose: shortText,
    scheduledStart: dateTime,
    scheduledEnd: dateTime,
    actualStart: dateTime,
    duration: { type: "number", minimum: 0 },
    parties: {
      type: "array",
      minItems: 1,
      items: object({
        phoneNumber: text,
        emailAddress: text,
        name: text,
        partyId: text,
        mediaChannelId: { type: "integer", minimum: 0, maximum: 1 },
        context: crmContext,
        userId: id,
      }),
    },
    direction: oneOf("Inbound", "Outbound", "Conference", "Unknown"),
    disposition: shortText,
    context: crmContext,
    customData: text,
    speakersTimeline: object({
      precise: boolean,
      speechSegments: list(
        object({ fromTime: milliseconds, toTime: milliseconds, partyIds: list(text) }, [
          "fromTime",
          "toTime",
          "partyIds",
        ]),
      ),
    }),
    meetingUrl: text,
    callProviderCode: text,
    downloadMediaUrl: url,
    workspaceId: id,
    languageCode: { type: "string", enum: languageCodes },
    flowContext: object({ taskId: text }),
    primaryUser: id,
  },
  ["actualStart", "clientUniqueId", "direction", "parties", "primaryUser"],
);
