import type { ValuesOf } from "../../inputs/define";
import { idListInput, instantInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import { contentInputs } from "./contentInputs";

/** Which calls are wanted, and what of them. */
export const extensiveInputs = {
  callIds: idListInput({
    label: "Call Ids",
    comments: "Only these calls, by ID or by their web address in Gong.",
    example: "7782342274025937895",
  }),
  fromDateTime: instantInput(
    fromDateTimeInput({
      required: false,
      comments: "Only calls that started at this moment or later.",
    }),
  ),
  toDateTime: instantInput(
    toDateTimeInput({
      required: false,
      comments: "Only calls that started before this moment. Blank means up to now.",
    }),
  ),
  primaryUserIds: idListInput({
    label: "Host Ids",
    comments: "Only calls hosted by these users. Calls that they attended are left out.",
    example: "234599484848423",
    dataSource: "users",
  }),
  workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists those of all."),
  ...contentInputs,
};

/** Refuses a request without calls or a range: Gong would read every call there is (G52). @throws InputError */
export function requireCalls({
  callIds,
  fromDateTime,
  toDateTime,
}: Pick<ValuesOf<typeof extensiveInputs>, "callIds" | "fromDateTime" | "toDateTime">): void {
  if (callIds || fromDateTime || toDateTime) return;
  throw new InputError(
    "Call Ids",
    "must be given, or a range by From Date Time and To Date Time",
    "7782342274025937895",
  );
}
