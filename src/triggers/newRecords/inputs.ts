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
        "Deliver new records. When off, polls still move on, and records that appear in the meantime are never delivered.",
    }),
    // For the form only: a blank one delivers nothing, as in the public component (B29).
    required: true,
  },
  lookBackDate: defineInput(
    { type: "string" },
    {
      label: "Look-back Date",
      comments:
        "The first poll delivers everything from this day (UTC) on. Blank means only what is new after the first poll. Later polls ignore it. It does not apply to users.",
      example: "2026-03-01",
    },
    readPastDay,
  ),
  showUpdatedRecords: booleanInput({
    label: "Show Updated Records",
    default: "false",
    comments: "Also deliver users who have changed. Applies to users only.",
  }),
  includePrivateCalls: booleanInput({
    label: "Include Private Calls",
    default: "true",
    comments:
      "Also deliver private calls and their transcripts. When off, a private call is delivered only if it is made public within Days to Watch for Late Calls.",
  }),
  workspaceId: workspaceIdInput(
    "Only calls and transcripts of this workspace. Blank means all workspaces. Leave it blank for users and answered scorecards, which Gong lists for the whole company.",
  ),
  lateCallDays: numberInput({
    label: "Days to Watch for Late Calls",
    default: String(defaultDays),
    comments: `How many days after a call to keep looking for it, from 1 to ${maxDays}. Gong shows a call minutes, hours, or days after it took place. More days take more requests. Does not apply to users.`,
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
