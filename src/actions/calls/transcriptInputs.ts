import type { ActionLogger } from "@prismatic-io/spectral";
import { idListInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { sampleId } from "../../inputs/lists";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";

/** Which calls' transcripts are asked for, by the names in Gong's filter. */
export const transcriptInputs = {
  callIds: idListInput({
    label: "Call Ids",
    default: [sampleId],
    comments: `Only these calls, from List Calls. Blank, or the sample ${sampleId}, means all calls in the range.`,
    example: "7782342274025937895",
  }),
  fromDateTime: fromDateTimeInput({
    comments: "Only calls that began at this moment or later. Blank means since the first call.",
  }),
  toDateTime: toDateTimeInput({
    comments: "Only calls that began before this moment. Blank means up to now.",
  }),
  workspaceId: workspaceIdInput("Only calls of this workspace. Ignored if you enter Call Ids."),
};

/** Gong answers 400 to IDs together with a workspace (G29), and an ID already says which call. */
export function toTranscriptFilter<
  F extends { callIds: string[] | undefined; workspaceId: string | undefined },
>(filter: F, logger: Pick<ActionLogger, "info">) {
  if (!filter.callIds || !filter.workspaceId) return filter;
  logger.info("Workspace Id is not sent, because Gong does not allow it with Call Ids.");
  return { ...filter, workspaceId: undefined };
}
