import { addMedia } from "./calls/addMedia";
import { createNewCall } from "./calls/createNewCall";
import { getCallUsingGet } from "./calls/getCall";
import { getCallTranscript } from "./calls/getCallTranscript";
import { listCallsUsingGet } from "./calls/listCalls";
import { customActionEvent } from "./engagement/customActionEvent";
import { customSharedEvent } from "./engagement/customSharedEvent";
import { customViewedEvent } from "./engagement/customViewedEvent";
import { rawRequest } from "./general/rawRequest";
import { listCallsInFolder } from "./library/listCallsInFolder";
import { listLibraryFolders } from "./library/listLibraryFolders";
import { getLogsDataByTypeAndTimeRange } from "./logs/getLogsData";
import { getUser } from "./users/getUser";
import { listUsers } from "./users/listUsers";
import { listWorkspaces } from "./workspaces/listWorkspaces";

/** Every action under the key that integrations know it by. */
export const actions = {
  addMedia,
  createNewCall,
  customActionEvent,
  customSharedEvent,
  customViewedEvent,
  getCallTranscript,
  getCallUsingGet,
  getLogsDataByTypeAndTimeRange,
  getUser,
  listCallsInFolder,
  listCallsUsingGet,
  listLibraryFolders,
  listUsers,
  listWorkspaces,
  rawRequest,
};
