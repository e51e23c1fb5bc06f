import { operation } from "./operation";

// Gong does not say what a second, identical request does, so none of the three is sent again.
const hints = [
  {
    status: 409,
    words: /consent page/i,
    hint: "Ask a Gong administrator to enable Gong's consent page in the company settings.",
  },
];

/** Says for whom Gong can create meetings. */
export const getIntegrationStatus = operation({
  name: "Get Meeting Integration Status",
  route: "POST /v2/meetings/integration/status",
  scope: "api:meetings:integration:status",
  idempotent: true,
  limitedRelease: true,
});

/** Makes a meeting. */
export const createMeeting = operation({
  name: "Create New Gong Meeting",
  route: "POST /v2/meetings",
  scope: "api:meetings:user:create",
  idempotent: false,
  limitedRelease: true,
  hints,
});

/** Replaces what a meeting says. */
export const updateMeeting = operation({
  name: "Update Gong Meeting",
  route: "PUT /v2/meetings/{meetingId}",
  scope: "api:meetings:user:update",
  idempotent: false,
  limitedRelease: true,
  hints,
});

/** Deletes a meeting for good; takes a body in spite of its verb (G34). */
export const deleteMeeting = operation({
  name: "Delete Gong Meeting",
  route: "DELETE /v2/meetings/{meetingId}",
  scope: "api:meetings:user:delete",
  idempotent: false,
  limitedRelease: true,
  hints,
});
