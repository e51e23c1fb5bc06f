import { dateTime, email, list, object, text } from "./json-schema";

const invitee = object({ email, displayName: text, firstName: text, lastName: text });

/** The body of a new meeting and of a changed one. */
export const meetingBody = object(
  {
    startTime: dateTime,
    endTime: dateTime,
    title: text,
    invitees: list(invitee),
    externalId: text,
    provider: text,
    organizerEmail: email,
  },
  ["startTime", "endTime", "invitees", "organizerEmail"],
);

/** `POST /v2/meetings/integration/status` */
export const integrationStatusBody = object({
  emails: { type: "array", items: email, maxItems: 100 },
});

/** A DELETE with a body that must be there (G34). */
export const deleteMeetingBody = object({ organizerEmail: email }, ["organizerEmail"]);
