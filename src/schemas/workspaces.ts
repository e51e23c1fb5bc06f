import type { JSONSchema } from "json-schema-to-ts";
import { id, requestId } from "./common";

/** Answer of List Workspaces. */
export const workspaceList = {
  type: "object",
  properties: {
    requestId,
    workspaces: {
      type: "array",
      description: "Workspaces of the company",
      items: {
        type: "object",
        properties: {
          id,
          name: { type: "string", description: "Name of the workspace" },
          description: { type: ["string", "null"], description: "Description of the workspace" },
        },
        required: ["id"],
      },
    },
  },
  required: ["workspaces"],
} as const satisfies JSONSchema;
