import { boolean, booleanText, dateTime, filterList, id, object, text } from "./json-schema";

export const listUsersQuery = object({ cursor: text, includeAvatars: booleanText });

export const usersExtensiveBody = object(
  {
    cursor: text,
    filter: object({
      createdFromDateTime: dateTime,
      createdToDateTime: dateTime,
      includeAvatars: boolean,
      userIds: filterList(id),
    }),
  },
  ["filter"],
);
