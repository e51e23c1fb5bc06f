import { connectionInput } from "../../inputs/connection";
import { booleanInput, choiceInput, instantInput, numberInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import { day } from "./duration";
import type { Wishes } from "./resources/resource";

const since = instantInput({
  label: "Since",
  required: false,
  comments:
    "Where the first run begins, when First Run is Since a date: calls by their time, users by their creation, answered scorecards by their review. A date begins at midnight UTC; a date and time in ISO 8601 begins there.",
  placeholder: "2026-03-01",
  example: "2026-03-01T00:00:00Z",
});

/** Further back, the ids of 5,000 calls a day would not fit the state. */
const mostDays = 30;
const defaultDays = 7;

/** What builders choose. */
export const newRecordsInputs = {
  connection: connectionInput,
  resourceType: choiceInput(
    {
      label: "Resource Type",
      required: true,
      comments:
        "What to poll for. Calls, transcripts and answered scorecards come once each; users come when they are new and when they have changed.",
      placeholder: "calls",
      example: "calls",
    },
    {
      calls: "Calls",
      users: "Users",
      transcripts: "Transcripts",
      answeredScorecards: "Answered Scorecards",
    },
  ),
  showNewRecords: booleanInput({
    label: "Show New Records",
    required: true,
    default: "true",
    comments:
      "Deliver records that are new. When off, only changed ones come, so it suits users alone: calls, transcripts and answered scorecards do not change, and polls for them find nothing.",
  }),
  lookBackDays: numberInput(
    {
      label: "Look-back Days",
      required: false,
      default: String(defaultDays),
      comments: `For how many days after a call Gong may first show it, from 1 to ${mostDays}. More days take more requests and a larger state. Without meaning for users.`,
      placeholder: String(defaultDays),
      example: String(defaultDays),
    },
    { min: 1, max: mostDays, integer: true },
  ),
  firstRun: choiceInput(
    {
      label: "First Run",
      required: false,
      default: "nothing",
      comments:
        "What the first poll delivers of what is there already. Later polls deliver what is new.",
      placeholder: "nothing",
      example: "since",
    },
    { nothing: "Nothing", since: "Since a date" },
  ),
  since,
  includePrivateCalls: booleanInput({
    label: "Include Private Calls",
    required: false,
    default: "true",
    comments:
      "Deliver private calls and their transcripts too. When off, they are left out, and one that is made public within the look-back comes then.",
  }),
  workspaceId: workspaceIdInput(
    "Only calls and transcripts of this workspace. Blank takes those of all. Users and answered scorecards cannot be narrowed down, so for them it must be blank.",
  ),
};

/** The inputs as the platform hands them over, cleaned; blank ones are missing. */
export interface NewRecordsParams {
  readonly connection: unknown;
  readonly resourceType: ResourceType;
  readonly showNewRecords: boolean;
  readonly lookBackDays?: number | undefined;
  readonly firstRun?: "nothing" | "since" | undefined;
  readonly since?: string | undefined;
  readonly includePrivateCalls?: boolean | undefined;
  readonly workspaceId?: string | undefined;
}

/** The kinds of records, as builders' choices name them. */
export type ResourceType = "calls" | "users" | "transcripts" | "answeredScorecards";

/**
 * The inputs with their presets where they are blank.
 *
 * @throws InputError for inputs that do not go together
 */
export function readWishes(params: NewRecordsParams, now: number): Wishes {
  const { resourceType, workspaceId } = params;
  if (params.firstRun === "since" && params.since === undefined) {
    throw new InputError(since.label, "is required when First Run is Since a date", since.example);
  }
  if (workspaceId && (resourceType === "users" || resourceType === "answeredScorecards")) {
    throw new InputError(
      newRecordsInputs.workspaceId.label,
      "must be blank for users and answered scorecards",
    );
  }
  return {
    lookBackMs: (params.lookBackDays ?? defaultDays) * day,
    // Nothing can be since a moment that is yet to come; states know none from before 1970.
    ...(params.firstRun === "since" && params.since
      ? { since: Math.min(now, Math.max(0, Date.parse(params.since))) }
      : {}),
    showNew: params.showNewRecords,
    includePrivate: params.includePrivateCalls ?? true,
    workspaceId,
  };
}
