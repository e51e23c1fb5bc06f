import {
  emailAddressInput,
  idInput,
  instantInput,
  jsonInput,
  textInput,
} from "../../inputs/fields";
import { checkRange } from "../../inputs/range";
import { meetingInvitees } from "../../schemas/meetings";

const instantFormat =
  "ISO 8601, such as 2026-03-01T09:00:00-07:00; without an offset UTC is taken.";

/** Organizer of a meeting. @param comments whom it stands for here @param required on the form */
export const organizerEmailInput = <const Required extends boolean>(
  comments: string,
  required: Required,
) =>
  emailAddressInput({
    label: "Organizer Email",
    required,
    comments,
    placeholder: "ada.quill@harbourline.example",
    example: "ada.quill@harbourline.example",
  });

/** The meeting to change or delete. */
export const meetingIdInput = idInput({
  label: "Meeting ID",
  required: true,
  comments: "Id of the meeting, from the answer of Create New Gong Meeting: up to 20 digits.",
  placeholder: "7782342274025937895",
  example: "7782342274025937895",
});

/** What a meeting says, for the actions that make it and change it. */
export const meetingInputs = {
  startTime: instantInput({
    label: "Start Time",
    required: true,
    comments: `When the meeting begins. ${instantFormat}`,
    placeholder: "2026-03-01T09:00:00-07:00",
    example: "2026-03-01T09:00:00-07:00",
  }),
  endTime: instantInput({
    label: "End Time",
    required: true,
    comments: `When the meeting ends, after Start Time. ${instantFormat}`,
    placeholder: "2026-03-01T09:30:00-07:00",
    example: "2026-03-01T09:30:00-07:00",
  }),
  organizerEmail: organizerEmailInput(
    "E-mail address of the Gong user who holds the meeting. This user's settings decide on the consent page.",
    true,
  ),
  invitees: jsonInput(
    {
      label: "Invitees",
      required: true,
      comments:
        "The people invited, without the organizer, as a list in JSON. Each has email, and may have displayName, firstName and lastName. An empty list invites nobody.",
      placeholder: '[{"email": "…", "displayName": "…"}]',
      example: JSON.stringify([
        { email: "robin.vale@northmoor.example", displayName: "Robin Vale" },
      ]),
    },
    meetingInvitees,
  ),
  externalId: textInput({
    label: "External ID",
    required: false,
    comments: "Id of the meeting in the calendar or other system that it comes from.",
    placeholder: "7JEHFRGXDDZFEW2FC4U",
    example: "7JEHFRGXDDZFEW2FC4U",
  }),
  title: textInput({
    label: "Title",
    required: false,
    comments: "Title of the meeting.",
    placeholder: "Pricing review",
    example: "Pricing review with Northmoor",
  }),
};

type Meeting = {
  readonly [Name in keyof typeof meetingInputs]: ReturnType<(typeof meetingInputs)[Name]["clean"]>;
};

/**
 * The body that makes or changes a meeting.
 *
 * @throws InputError when the meeting ends before it begins
 */
export function toMeetingBody(meeting: Meeting) {
  const { startTime, endTime, organizerEmail, invitees, externalId, title } = meeting;
  checkRange(startTime, endTime, [meetingInputs.startTime.label, meetingInputs.endTime.label]);
  // Gong requires the list, and an input that holds an empty one has none.
  return { startTime, endTime, organizerEmail, invitees: invitees ?? [], externalId, title };
}
