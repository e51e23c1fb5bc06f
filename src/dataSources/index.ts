import { automationRules } from "./automationRules";
import { briefs } from "./briefs";
import { calls } from "./calls";
import { crmIntegrations } from "./crmIntegrations";
import { folders } from "./folders";
import { outcomes } from "./outcomes";
import { scorecards } from "./scorecards";
import { trackers } from "./trackers";
import { users } from "./users";
import { workspaces } from "./workspaces";

/** Every data source under the key that integrations know it by. */
export const dataSources = {
  automationRules,
  briefs,
  calls,
  crmIntegrations,
  folders,
  outcomes,
  scorecards,
  trackers,
  users,
  workspaces,
};
