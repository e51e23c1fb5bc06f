import * as calls from "./calls";
import * as coaching from "./coaching";
import * as crm from "./crm";
import * as engagement from "./engagement";
import * as library from "./library";
import * as logs from "./logs";
import * as meetings from "./meetings";
import type { Operation } from "./operation";
import * as privacy from "./privacy";
import * as scorecards from "./scorecards";
import * as settings from "./settings";
import * as stats from "./stats";
import * as users from "./users";
import * as workspaces from "./workspaces";

/** Every operation that the component knows, for documents and tests that go over all. */
export const operations: readonly Operation[] = [
  calls,
  coaching,
  crm,
  engagement,
  library,
  logs,
  meetings,
  privacy,
  scorecards,
  settings,
  stats,
  users,
  workspaces,
].flatMap((area): Operation[] => Object.values(area));
