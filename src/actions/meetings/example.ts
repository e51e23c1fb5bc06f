/** A new meeting for example payloads. */
export const exampleMeeting = {
  meetingId: "7782342274025937895",
  meetingUrl: "https://join.gong.io/harbourline/ada.quill?tkn=MoNpS9tMNt8BK7EZxQpSJl",
  additionalInvitees: [{ email: "assistant@gong.io", displayName: "Gong Assistant" }],
};
