import type { FastifyInstance } from "fastify";
import { guard } from "../pipeline";
import type { SandboxState } from "../state";
import { registerCalls } from "./calls";
import { registerCoaching } from "./coaching";
import { registerCrm } from "./crm";
import { registerDigitalInteraction } from "./digital";
import { registerEngagement } from "./engagement";
import { registerExtensive } from "./extensive";
import { registerLibrary } from "./library";
import { registerLogs } from "./logs";
import { registerMeetings } from "./meetings";
import { registerPrivacy } from "./privacy";
import { registerAnsweredScorecards } from "./scorecards";
import { registerSettings } from "./settings";
import { registerStatistics } from "./statistics";
import { registerTranscripts } from "./transcripts";
import { answerUnknownPaths } from "./unknown";
import { registerUploads } from "./uploads";
import { registerUsers } from "./users";
import { registerWorkspaces } from "./workspaces";

const areas = [
  registerCalls,
  registerExtensive,
  registerTranscripts,
  registerUploads,
  registerUsers,
  registerWorkspaces,
  registerLibrary,
  registerMeetings,
  registerLogs,
  registerPrivacy,
  registerEngagement,
  registerSettings,
  registerAnsweredScorecards,
  registerStatistics,
  registerCoaching,
  registerCrm,
  registerDigitalInteraction,
];

/** Everything under /v2, what is unknown included. */
export function registerV2(app: FastifyInstance, state: SandboxState): void {
  guard(app, state);
  answerUnknownPaths(app, "/v2", () => {
    for (const register of areas) register(app, state);
  });
}
