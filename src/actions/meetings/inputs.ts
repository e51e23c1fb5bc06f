import { idInput, jsonInput, textInput, trimmedInput } from "../../inputs/fields";
import { needed } from "../../inputs/needed";
import { momentInput } from "../../inputs/range";
import { listOf, objectOf, text } from "../../inputs/structures";

/** Organizer of a meeting. @param comments what the address does here */
const organizerEmailInput = <const Required extends boolean>(
  required: Required,
  comments: string,
) =>
  trimmedInput({
    label: "Organizer Email",
    required,
    comments,
    example: "ada.quill@harbourline.example",
  });

/** The meeting to change or delete. */
export const meetingIdInput = idInput({
  label: "Meeting ID",
  required: true,
  comments: "ID of the meeting, from the answer of Create New Gong Meeting.",
  example: "7782342274025937895",
});

/** Which meeting to delete; Gong requires its organizer (G34). */
export const deletionInputs = {
  meetingId: meetingIdInput,
  organizerEmail: needed(
    organizerEmailInput(
      false,
      "Email address of the Gong user who hosts the meeting. Gong deletes no meeting without it.",
    ),
  ),
};

/** What a meeting says, by the names in Gong's request. */
export const meetingInputs = {
  startTime: momentInput("Start Time", "When the meeting begins.", true),
  endTime: momentInput("End Time", "When the meeting ends.", true, "2026-03-01T09:30:00-07:00"),
  organizerEmail: organizerEmailInput(
    true,
    "Email address of the Gong user who hosts the meeting. This user's settings apply to the consent page.",
  ),
  invitees: jsonInput({
    label: "Invitees",
    required: true,
    comments:
      'The people invited, without the organizer, as a JSON list, for example [{"email": "robin.vale@northmoor.example"}]. Each can have displayName, firstName and lastName. Enter [] to invite no one.',
    placeholder: '[{"email": "…", "displayName": "…"}]',
    example: '[{"email": "robin.vale@northmoor.example", "displayName": "Robin Vale"}]',
    part: listOf(objectOf({ email: text, displayName: text, firstName: text, lastName: text })),
  }),
  externalId: textInput({
    label: "External ID",
    comments: "ID of the meeting in the calendar or other system that it comes from.",
    example: "7JEHFRGXDDZFEW2FC4U",
  }),
  title: textInput({
    label: "Title",
    comments: "Title of the meeting.",
    placeholder: "Pricing review",
    example: "Pricing review with Northmoor",
  }),
};
