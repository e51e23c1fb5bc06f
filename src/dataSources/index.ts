import { automationRules } from "./automationRules";
import { calls } from "./calls";
import { folders } from "./folders";
import { users } from "./users";
import { workspaces } from "./workspaces";

/** Every data source under the key that integrations know it by. */
export const dataSources = { automationRules, calls, folders, users, workspaces };
