import { boolean, booleanText, dateTime, filterList, id, object, text } from "./json-schema";

/** `GET /v2/users` */
export const listUsersQuery = object({ cursor: text, includeAvatars: booleanText });

/** `POST /v2/users/extensive` */
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
