import { suggestionInput } from "../../inputs/fields";

/** Type of a log; Gong may add types (B13). */
export const logTypeInput = suggestionInput({
  label: "Log Type",
  required: true,
  comments:
    "Log to read: access to Gong, what users did, calls that users played, or shared calls that people outside your company opened or played.",
  example: "AccessLog",
  choices: {
    AccessLog: "Access Log",
    UserActivityLog: "User Activity Log",
    UserCallPlay: "User Call Play",
    ExternallySharedCallAccess: "Externally Shared Call Access",
    ExternallySharedCallPlay: "Externally Shared Call Play",
  },
});
