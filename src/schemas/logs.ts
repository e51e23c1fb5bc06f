import type { JSONSchema } from "json-schema-to-ts";
import { instant, records, requestId } from "./common";

const maybe = (description: string) =>
  ({ type: ["string", "null"], description }) as const satisfies JSONSchema;

/** Answer of Get Logs Data by Type and Time Range. */
export const logList = {
  type: "object",
  properties: {
    requestId,
    records,
    logEntries: {
      type: "array",
      description: "Entries of the log",
      items: {
        type: "object",
        properties: {
          userId: maybe("User id of who did it, where that is known"),
          userEmailAddress: maybe("E-mail address of the user"),
          userFullName: maybe("Full name of the user"),
          impersonatorUserId: maybe("User id of who acted in the user's place"),
          impersonatorEmailAddress: maybe("E-mail address of the impersonator"),
          impersonatorFullName: maybe("Full name of the impersonator"),
          impersonatorCompanyId: maybe("Id of the impersonator's company"),
          eventTime: instant("When the entry was written"),
          logRecord: {
            type: ["object", "null"],
            description: "What happened; the fields depend on the type of log",
          },
        },
      },
    },
  },
  required: ["logEntries"],
} as const satisfies JSONSchema;
