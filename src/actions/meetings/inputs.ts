import { idInput, jsonInput, textInput, trimmedInput } from "../../inputs/fields";
import { momentInput } from "../../inputs/range";
import { listOf, objectOf, text } from "../../inputs/structures";

const organizer = {
  label: "Organizer Email",
  comments: "Email address of the Gong user who hosts the meeting.",
  example: "ada.quill@harbourline.example",
} as const;

/** The meeting to change or delete. */
export const meetingIdInput = idInput({
  label: "Meeting ID",
  required: true,
  comments: "From Create New Gong Meeting.",
  example: "7782342274025937895",
});

/** Which meeting to delete; Gong requires its organizer (G34). */
export const deletionInputs = {
  meetingId: meetingIdInput,
  organizerEmail: trimmedInput({
    ...organizer,
    needed: true,
    comments: `${organizer.comments} Gong needs it to delete the meeting.`,
  }),
};

/** What a meeting says, by the names in Gong's request. */
export const meetingInputs = {
  startTime: momentInput("Start Time", "When the meeting begins.", true),
  endTime: momentInput("End Time", "When the meeting ends.", true, "2026-03-01T09:30:00-07:00"),
  organizerEmail: trimmedInput({
    ...organizer,
    required: true,
    comments: `${organizer.comments} This user's settings apply to the consent page.`,
  }),
  invitees: jsonInput({
    label: "Invitees",
    required: true,
    comments: "The people to invite besides the organizer",
    example: '[{"email": "robin.vale@northmoor.example", "displayName": "Robin Vale"}]',
    more: "Other fields: firstName and lastName. Enter [] to invite no one.",
    part: listOf(objectOf({ email: text, displayName: text, firstName: text, lastName: text })),
  }),
  externalId: textInput({
    label: "External ID",
    comments: "The meeting's ID in the calendar or other system that it comes from.",
    example: "7JEHFRGXDDZFEW2FC4U",
  }),
  title: textInput({
    label: "Title",
    comments: "Title of the meeting.",
    example: "Pricing review with Northmoor",
  }),
};
