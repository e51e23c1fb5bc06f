import type { JSONSchema } from "json-schema-to-ts";
import { requestId } from "./common";

/** Answer of the tracker settings; what the rules of trackers look like is left open (G11). */
export const trackerList = {
  type: "object",
  properties: {
    requestId,
    keywordTrackers: {
      type: "array",
      items: {
        type: "object",
        properties: {
          trackerId: { type: "string", description: "Id of the tracker" },
          trackerName: { type: ["string", "null"], description: "Name of the tracker" },
          workspaceId: { type: ["string", "null"], description: "Id of the tracker's workspace" },
        },
        required: ["trackerId"],
      },
    },
  },
  required: ["keywordTrackers"],
} as const satisfies JSONSchema;
