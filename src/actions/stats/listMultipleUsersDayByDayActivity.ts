import * as operations from "../../operations/stats";
import { gongAction } from "../gongAction";
import { statsInputs } from "./inputs";

/** Gets what users did in Gong on each day, with the IDs of the calls. */
export const listMultipleUsersDayByDayActivity = gongAction(
  operations.listMultipleUsersDayByDayActivity,
  {
    description: "Get what each user did in Gong on each day, with call IDs.",
    inputs: statsInputs,
    request: (filter) => ({ body: { filter } }),
  },
);
