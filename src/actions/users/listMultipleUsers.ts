import { booleanInput, dateTimeInput, idListInput } from "../../inputs/fields";
import * as operations from "../../operations/users";
import { gongList } from "../gongAction";
import { exampleUser } from "./example";

/** Lists users by ID or by when they were created. */
export const listMultipleUsers = gongList(operations.listMultipleUsers, {
  description: "List users by ID or by the time they were added to Gong.",
  inputs: {
    userIds: idListInput({
      label: "User Ids",
      required: false,
      comments: "Only these users. Blank lists all in the range.",
      placeholder: "234599484848423",
      example: "234599484848423",
      dataSource: "users",
    }),
    createdFromDateTime: dateTimeInput({
      label: "Created From Date Time",
      required: false,
      comments: "Only users added at this moment or later, as ISO 8601.",
      placeholder: "2026-03-01T00:00:00Z",
      example: "2026-03-01T00:00:00Z",
    }),
    createdToDateTime: dateTimeInput({
      label: "Created To Date Time",
      required: false,
      comments: "Only users added before this moment, as ISO 8601.",
      placeholder: "2026-04-01T00:00:00Z",
      example: "2026-04-01T00:00:00Z",
    }),
    includeAvatars: booleanInput({
      label: "Include Avatars",
      required: false,
      default: "false",
      comments: "Also list avatars: the users that stand for Gong's own staff, such as support.",
    }),
  },
  request: (filter) => ({ body: { filter } }),
  example: exampleUser,
});
