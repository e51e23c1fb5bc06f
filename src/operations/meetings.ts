import { operation } from "./operation";

// Gong says nothing of what a second, identical request does to a meeting or its invitees, so none
// of the three is repeated on its own account.

/** Makes a meeting. */
export const createMeeting = operation({
  name: "Create New Gong Meeting",
  route: "POST /v2/meetings",
  scope: "api:meetings:user:create",
  idempotent: false,
  limitedRelease: true,
});

/** Replaces what a meeting says. */
export const updateMeeting = operation({
  name: "Update Gong Meeting",
  route: "PUT /v2/meetings/{meetingId}",
  scope: "api:meetings:user:update",
  idempotent: false,
  limitedRelease: true,
});

/** Deletes a meeting for good; takes a body in spite of its verb (G34). */
export const deleteMeeting = operation({
  name: "Delete Gong Meeting",
  route: "DELETE /v2/meetings/{meetingId}",
  scope: "api:meetings:user:delete",
  idempotent: false,
  limitedRelease: true,
});
