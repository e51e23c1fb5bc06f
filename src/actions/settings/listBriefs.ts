import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";

/** Lists the settings of AI briefs. */
export const listBriefs = gongList(operations.listBriefs, {
  description: "List the settings of AI briefs. Only published briefs can be generated.",
  inputs: {
    workspaceId: workspaceIdInput("Only briefs of this workspace. Blank lists those of all."),
  },
  request: ({ workspaceId }) => ({ query: { workspaceId } }),
  example: {
    briefId: "4471920138470129384",
    briefName: "Account Overview",
    workspaceId: "623457276584334",
    description: "What matters about an account before a call.",
    status: "PUBLISHED",
    creator: "Ada Quill",
    creatorUserId: "234599484848423",
    created: "2025-09-01T08:30:00Z",
    updated: "2026-01-12T10:00:00Z",
  },
});
