import { dateTime, list, object, oneOf, text } from "./json-schema";

const customFields = list(
  object(
    {
      name: text,
      value: text,
      dataType: oneOf("STRING", "NUMBER", "DATE", "URL", "BOOLEAN", "DURATION"),
    },
    ["name", "value"],
  ),
);
const whole = { type: "integer" } as const;

const content = object(
  {
    contentId: text,
    contentTitle: text,
    contentLabel: list(text),
    contentUrl: text,
    contentAdditionalInfoUrl: text,
    numericContentDetails: object(
      {
        value: whole,
        rangeFrom: whole,
        rangeTo: whole,
        numericType: oneOf("PERCENTAGE", "NPS", "RATING", "OTHER"),
      },
      ["rangeFrom", "rangeTo"],
    ),
    stepContentDetails: object({ value: text, availableSteps: list(text) }, [
      "value",
      "availableSteps",
    ]),
    searchObjectDetails: object(
      {
        name: text,
        objectType: oneOf("VENDOR", "PRODUCT", "CATEGORY"),
        domain: text,
        objectId: text,
        url: text,
      },
      ["name", "objectType", "domain"],
    ),
    contentCustomFields: customFields,
  },
  ["contentTitle"],
);

const person = object({
  name: text,
  email: text,
  phoneNumber: text,
  personId: text,
  personBusinessContext: object(
    { objectType: oneOf("CONTACT", "LEAD"), objectId: text, systemName: text },
    ["objectType", "objectId"],
  ),
  location: object({ country: text, state: text, region: text, city: text }),
  company: object({
    companyId: text,
    name: text,
    domain: text,
    companyBusinessContexts: list(
      object({ objectType: oneOf("ACCOUNT", "OPPORTUNITY"), objectId: text, systemName: text }, [
        "objectType",
        "objectId",
      ]),
    ),
  }),
  personCustomFields: customFields,
});

/** `POST /v2/digital-interaction` */
export const digitalInteractionBody = object(
  {
    eventId: { type: "string", minLength: 1 },
    timestamp: dateTime,
    eventType: text,
    sourceSystemName: text,
    sessionId: text,
    device: oneOf("MOBILE", "PC"),
    content,
    person,
    customFields,
    trackingId: text,
  },
  ["eventId", "timestamp", "eventType", "content"],
);
