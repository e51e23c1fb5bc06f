import { evaluateAutomationRules } from "./automation/evaluateAutomationRules";
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
import { createNewGongMeeting } from "./meetings/createNewGongMeeting";
import { deleteMeeting } from "./meetings/deleteMeeting";
import { updateGongMeeting } from "./meetings/updateGongMeeting";
import { deleteEmailAddressAndAssociatedElements } from "./privacy/deleteEmailAddressAndAssociatedElements";
import { deletePhoneNumberAndAssociatedElements } from "./privacy/deletePhoneNumberAndAssociatedElements";
import { listReferencesToAnEmailAddress } from "./privacy/listReferencesToAnEmailAddress";
import { listReferencesToAPhoneNumber } from "./privacy/listReferencesToAPhoneNumber";
import { getUser } from "./users/getUser";
import { listUsers } from "./users/listUsers";
import { listWorkspaces } from "./workspaces/listWorkspaces";

/** Every action under the key that integrations know it by. */
export const actions = {
  addMedia,
  createNewCall,
  createNewGongMeeting,
  customActionEvent,
  customSharedEvent,
  customViewedEvent,
  deleteEmailAddressAndAssociatedElements,
  deleteMeeting,
  deletePhoneNumberAndAssociatedElements,
  evaluateAutomationRules,
  getCallTranscript,
  getCallUsingGet,
  getLogsDataByTypeAndTimeRange,
  getUser,
  listCallsInFolder,
  listCallsUsingGet,
  listLibraryFolders,
  listReferencesToAnEmailAddress,
  listReferencesToAPhoneNumber,
  listUsers,
  listWorkspaces,
  rawRequest,
  updateGongMeeting,
};
