import { connectionInput } from "../../inputs/connection";
import type { ValuesOf } from "../../inputs/define";
import { booleanInput, instantInput, lineInput, numberInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { day } from "../duration";

/** Requests a day that leave a fifth of what Gong allows a company (G10) to its other uses. */
const defaultBudget = 8_000;
/** How late Gong may show a call for it to come. */
const lookBackMs = 7 * day;

/** What builders choose. */
export const syncCallsInputs = {
  connection: connectionInput,
  firstDay: instantInput({
    label: "First Day",
    required: true,
    comments:
      "Sync calls that began on this day (UTC) or later. If you later move it back, the earlier days are added.",
    example: "2024-03-01",
  }),
  includeDetails: booleanInput({
    label: "Include Details",
    default: "true",
    comments:
      "Add the parties, content, and interaction of each call. This takes no extra requests.",
  }),
  includeTranscript: booleanInput({
    label: "Include Transcript",
    default: "false",
    comments:
      "Add the transcript of each call, for one more request per 100 calls. Speakers have a speakerId; Include Details adds the parties with their names. Scope: api:calls:read:transcript.",
  }),
  workspaceId: workspaceIdInput(
    "Only calls of this workspace. Blank means all workspaces. If you change it later, change Start Over too.",
  ),
  includePrivateCalls: booleanInput({
    label: "Include Private Calls",
    default: "true",
    comments:
      "Also sync private calls. When off, a private call is delivered only if it is made public within a week.",
  }),
  dailyRequestBudget: numberInput({
    label: "Daily Request Budget",
    default: String(defaultBudget),
    comments:
      "The most requests to send per day (UTC), 10 or more. The sync resumes with the first run of the next day. Gong allows a company 10,000 per day for all its tools together.",
    example: String(defaultBudget),
    min: 10,
    integer: true,
  }),
  startOver: lineInput({
    label: "Start Over",
    comments:
      "Change this text, for example to today's date, to start over from First Day. Every call is then delivered again.",
    example: "2026-03-01",
  }),
};

/** The inputs as the platform hands them over, cleaned; blank ones are missing. */
export type SyncCallsParams = ValuesOf<typeof syncCallsInputs>;

/** What a run goes by: the inputs with their defaults where they are blank. */
export type SyncWishes = ReturnType<typeof readWishes>;

/** Reads the inputs. First Day comes as milliseconds since 1970. */
export function readWishes(params: SyncCallsParams) {
  const { workspaceId, startOver } = params;
  return {
    from: Math.max(0, Date.parse(params.firstDay)),
    ...{ showNew: true, lookBackMs, workspaceId, startOver },
    withDetails: params.includeDetails ?? true,
    withTranscripts: params.includeTranscript ?? false,
    includePrivate: params.includePrivateCalls ?? true,
    budget: params.dailyRequestBudget ?? defaultBudget,
  };
}
