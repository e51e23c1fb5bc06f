import { systemTime } from "../../client/time";
import { connectionInput } from "../../inputs/connection";
import { defineInput, type ValuesOf } from "../../inputs/define";
import { booleanInput, choiceInput, numberInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import type { Reader } from "../../inputs/readers";
import { parseInstant } from "../../text/instant";
import { day } from "../duration";

/** Further back, the IDs of 5,000 calls a day would make the state larger than 1 MB. */
const maxDays = 20;
const defaultDays = 7;

/** A day of the calendar, as its first moment in UTC; one in the future is refused (B3). */
const readPastDay: Reader<number> = (given, refuse) => {
  const text = String(given).trim();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text);
  if (!day) return refuse("must be a day of the calendar, in the form YYYY-MM-DD");
  const instant = Date.parse(day);
  return instant <= systemTime.now() ? instant : refuse("must not be in the future");
};

/** What builders choose. */
export const newRecordsInputs = {
  connection: connectionInput,
  resourceType: choiceInput({
    label: "Resource Type",
    required: true,
    comments: "Which records to poll for. Each record comes once.",
    example: "calls",
    choices: {
      calls: "Calls",
      users: "Users",
      transcripts: "Transcripts",
      answeredScorecards: "Answered Scorecards",
    },
  }),
  showNewRecords: {
    ...booleanInput({
      label: "Show New Records",
      default: "true",
      comments:
        "Deliver new records. When off, polls still move on, so records that appear meanwhile do not come later either.",
    }),
    // For the form only: a blank one delivers nothing, as in the public component (B29).
    required: true,
  },
  lookBackDate: defineInput(
    { type: "string" },
    {
      label: "Look-back Date",
      comments:
        "Deliver everything from this day (UTC) on with the first poll. Blank delivers nothing of what is there already. Counts for calls, transcripts, and answered scorecards, and for the first poll only.",
      example: "2026-03-01",
    },
    readPastDay,
  ),
  showUpdatedRecords: booleanInput({
    label: "Show Updated Records",
    default: "false",
    comments: "Also deliver users who have changed. Other records do not change.",
  }),
  includePrivateCalls: booleanInput({
    label: "Include Private Calls",
    default: "true",
    comments:
      "Also deliver private calls and their transcripts. When off, a private call comes if it is made public while late calls are watched for.",
  }),
  workspaceId: workspaceIdInput(
    "Only calls and transcripts of this workspace; blank means all. Leave it blank for users and answered scorecards, which Gong lists for the whole company.",
  ),
  lateCallDays: numberInput({
    label: "Days to Watch for Late Calls",
    default: String(defaultDays),
    comments: `How many days after a call to keep looking for it, from 1 to ${maxDays}. Gong shows a call minutes, hours, or days after it took place. More days take more requests. Users ignore it.`,
    example: String(defaultDays),
    min: 1,
    max: maxDays,
    integer: true,
  }),
};

/** The inputs, cleaned; blank ones are missing. */
export type NewRecordsParams = ValuesOf<typeof newRecordsInputs>;

/** The kinds of records, as builders' choices name them. */
export type ResourceType = NewRecordsParams["resourceType"];

/** What a builder chose, with what is not given filled in. */
export type Wishes = ReturnType<typeof readWishes>;

/** The inputs with their defaults. @throws InputError for inputs that do not go together */
export function readWishes(params: NewRecordsParams) {
  const { resourceType, workspaceId } = params;
  if (workspaceId && (resourceType === "users" || resourceType === "answeredScorecards")) {
    throw new InputError("Workspace Id", "must be blank for users and answered scorecards");
  }
  return {
    lookBackMs: (params.lateCallDays ?? defaultDays) * day,
    since: params.lookBackDate,
    showNew: params.showNewRecords ?? false,
    showUpdated: params.showUpdatedRecords ?? false,
    includePrivate: params.includePrivateCalls ?? true,
    workspaceId,
  };
}
