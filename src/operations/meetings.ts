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
export const getIntegrationStatus = operation("POST /v2/meetings/integration/status", {
  name: "Get Meeting Integration Status",
  scope: "api:meetings:integration:status",
  idempotent: true,
  limitedRelease: true,
});

/** Makes a meeting. */
export const createMeeting = operation("POST /v2/meetings", {
  name: "Create New Gong Meeting",
  scope: "api:meetings:user:create",
  limitedRelease: true,
  hints,
});

/** Replaces what a meeting says. */
export const updateMeeting = operation("PUT /v2/meetings/{meetingId}", {
  name: "Update Gong Meeting",
  scope: "api:meetings:user:update",
  limitedRelease: true,
  hints,
});

/** Deletes a meeting for good; takes a body in spite of its verb (G34). */
export const deleteMeeting = operation("DELETE /v2/meetings/{meetingId}", {
  name: "Delete Gong Meeting",
  scope: "api:meetings:user:delete",
  limitedRelease: true,
  hints,
});
