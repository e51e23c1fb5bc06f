import { idInput, idListInput } from "./fields";

/** ID of a call. */
export const callIdInput = idInput({
  label: "Call Id",
  required: true,
  comments:
    "From List Calls, New Records, or a Gong event, or pick one. The call's web address works too.",
  example: "7782342274025937895",
  dataSource: "calls",
});

/** ID of a user. */
export const userIdInput = idInput({
  label: "User Id",
  required: true,
  comments: "From List Users or the primaryUserId of a call, or pick one.",
  example: "234599484848423",
  dataSource: "users",
});

/** ID of a workspace. @param comments what it does here, and what blank means */
export const workspaceIdInput = (comments: string) =>
  idInput({
    label: "Workspace Id",
    comments: `${comments} From List Workspaces, or pick one.`,
    example: "623457276584334",
    dataSource: "workspaces",
  });

/** Calls by ID or by web address. @param comments what the list does here */
export const callIdsInput = (comments: string) =>
  idListInput({ label: "Call Ids", comments, example: "7782342274025937895" });

/** A list of users. @param comments what the list does here */
export const userIdsInput = (label: string, comments: string) =>
  idListInput({ label, comments, example: "234599484848423", dataSource: "users" });
