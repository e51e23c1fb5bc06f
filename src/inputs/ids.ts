import { idInput } from "./fields";

const exampleId = "7782342274025937895";

/** Id of a call. */
export const callIdInput = idInput({
  label: "Call Id",
  required: true,
  comments: "Gong's id of the call: up to 20 digits, kept as text.",
  placeholder: exampleId,
  example: exampleId,
  dataSource: "calls",
});

/** Id of a user. */
export const userIdInput = idInput({
  label: "User Id",
  required: true,
  comments: "Gong's id of the user: up to 20 digits, kept as text.",
  placeholder: "234599484848423",
  example: "234599484848423",
  dataSource: "users",
});

/** Id of a workspace, where it narrows something down. @param comments what it does here */
export const workspaceIdInput = (comments: string) =>
  idInput({
    label: "Workspace Id",
    required: false,
    comments,
    placeholder: "623457276584334",
    example: "623457276584334",
    dataSource: "workspaces",
  });
