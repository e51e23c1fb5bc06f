import { addMedia } from "./calls/addMedia";
import { createNewCall } from "./calls/createNewCall";
import { getCallUsingGet } from "./calls/getCall";
import { getCallTranscript } from "./calls/getCallTranscript";
import { listCallsUsingGet } from "./calls/listCalls";
import { rawRequest } from "./general/rawRequest";
import { getUser } from "./users/getUser";
import { listUsers } from "./users/listUsers";
import { listWorkspaces } from "./workspaces/listWorkspaces";

/** Every action under the key that integrations know it by. */
export const actions = {
  addMedia,
  createNewCall,
  getCallTranscript,
  getCallUsingGet,
  getUser,
  listCallsUsingGet,
  listUsers,
  listWorkspaces,
  rawRequest,
};
