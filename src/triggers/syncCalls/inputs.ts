import { connectionInput } from "../../inputs/connection";
import type { ValuesOf } from "../../inputs/define";
import { booleanInput, instantInput, lineInput, numberInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";

/** Requests a day that leave a fifth of what Gong allows a company (G10) to its other uses. */
const defaultBudget = 8_000;

/** A switch with its default as example. */
const switchInput = <const Label extends string>(
  label: Label,
  initial: "true" | "false",
  comments: string,
) =>
  booleanInput({
    label,
    default: initial,
    comments,
    example: initial,
  });

/** What builders choose. */
export const syncCallsInputs = {
  connection: connectionInput,
  firstDay: instantInput({
    label: "First Day",
    required: true,
    comments:
      "First day of the calls to sync, by the time they began (UTC). When you move it back later, the days before are added.",
    example: "2024-03-01",
  }),
  includeDetails: switchInput(
    "Include Details",
    "true",
    "Add the parties, content and interaction of each call. They cost no more requests.",
  ),
  includeTranscript: switchInput(
    "Include Transcript",
    "false",
    "Add the transcript of each call, for one more request per 100 calls. Speakers have a speakerId; Include Details adds the parties with their names. Scope: api:calls:read:transcript.",
  ),
  workspaceId: workspaceIdInput(
    "Only calls of this workspace. Blank syncs those of all. To change it later, change Start Over as well.",
  ),
  includePrivateCalls: switchInput(
    "Include Private Calls",
    "true",
    "Also hand out private calls. When off, a private call comes if it is made public within a week.",
  ),
  dailyRequestBudget: numberInput({
    label: "Daily Request Budget",
    default: String(defaultBudget),
    comments:
      "The most requests to send in a day (UTC), 10 or more. The sync goes on with the first run of the next day. Gong allows a company 10,000 a day over everything it runs.",
    example: String(defaultBudget),
    min: 10,
    integer: true,
  }),
  startOver: lineInput({
    label: "Start Over",
    comments:
      "Change this text, for example to today's date, to begin again with First Day. Every call is then handed out again.",
    example: "2026-03-01",
  }),
};

/** The inputs as the platform hands them over, cleaned; blank ones are missing. */
export type SyncCallsParams = ValuesOf<typeof syncCallsInputs>;

/** What a run goes by. */
export interface Wanted {
  /** First start time, in milliseconds since 1970. */
  readonly firstDay: number;
  readonly details: boolean;
  readonly transcripts: boolean;
  readonly workspaceId: string | undefined;
  readonly privateCalls: boolean;
  /** Requests a day of UTC. */
  readonly budget: number;
  readonly startOver: string | undefined;
}

/** The inputs with their defaults where they are blank. */
export function readWanted(params: SyncCallsParams): Wanted {
  return {
    firstDay: Math.max(0, Math.floor(Date.parse(params.firstDay) / 1000) * 1000),
    details: params.includeDetails ?? true,
    transcripts: params.includeTranscript ?? false,
    workspaceId: params.workspaceId,
    privateCalls: params.includePrivateCalls ?? true,
    budget: params.dailyRequestBudget ?? defaultBudget,
    startOver: params.startOver,
  };
}
