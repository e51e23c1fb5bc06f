import type { JSONSchema } from "json-schema-to-ts";
import { id, requestId } from "./common";

const maybe = (description: string) =>
  ({ type: ["string", "null"], description }) as const satisfies JSONSchema;

const maybeInstant = (description: string) =>
  ({ type: ["string", "null"], format: "date-time", description }) as const satisfies JSONSchema;

const folderFields = {
  id,
  name: maybe("Name of the folder"),
  createdBy: maybe("User id of who made the folder"),
  updated: maybeInstant("When the folder was last changed"),
} as const satisfies Record<string, JSONSchema>;

/** Answer of List Library Folders. */
export const folderList = {
  type: "object",
  properties: {
    requestId,
    folders: {
      type: "array",
      description: "Folders of the workspace",
      items: {
        type: "object",
        properties: {
          ...folderFields,
          // G17
          parentFolderId: maybe(
            'Id of the folder that this one is in; the text "null" for one at the top',
          ),
        },
        required: ["id"],
      },
    },
  },
  required: ["folders"],
} as const satisfies JSONSchema;

/** Answer of List Calls in Folder. */
export const folderContent = {
  type: "object",
  properties: {
    requestId,
    ...folderFields,
    calls: {
      type: "array",
      description: "Calls and snippets in the folder",
      items: {
        type: "object",
        properties: {
          id,
          title: maybe("Title of the call"),
          note: maybe("Note beside the call in the folder"),
          addedBy: maybe("User id of who put the call into the folder"),
          created: maybeInstant("When the call was put into the folder"),
          url: maybe("Address of the call's page in Gong, at the snippet where there is one"),
          snippet: {
            type: ["object", "null"],
            description: "The part of the call that was put into the folder",
            properties: {
              fromSec: {
                type: "integer",
                description: "Start in seconds from the start of the call",
              },
              toSec: { type: "integer", description: "End in seconds of the call" },
            },
          },
        },
        required: ["id"],
      },
    },
  },
  required: ["calls"],
} as const satisfies JSONSchema;
