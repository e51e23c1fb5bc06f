import * as operations from "../../operations/settings";
import { gongAction } from "../gongAction";

/** Lists the outcomes that a call can be given. */
export const listCallOutcomes = gongAction(operations.listCallOutcomes, {
  description: "List the outcomes that a call can have, as set on Gong's Dialer setup page.",
  inputs: {},
  request: () => ({}),
});
