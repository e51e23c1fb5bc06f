/** A log entry for example payloads. */
export const exampleLogEntry = {
  userId: "234599484848423",
  userEmailAddress: "ada.quill@harbourline.example",
  userFullName: "Ada Quill",
  impersonatorUserId: null,
  impersonatorEmailAddress: null,
  impersonatorFullName: null,
  impersonatorCompanyId: null,
  eventTime: "2026-03-01T08:02:31-08:00",
  logRecord: { action: "LOGIN", ipAddress: "192.0.2.17" },
};
