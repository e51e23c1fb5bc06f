import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";
import { exampleOutcome } from "./example";

/** Lists the outcomes that a call can be given. */
export const listCallOutcomes = gongList(operations.listCallOutcomes, {
  description: "List the outcomes that calls can be given, as set on Gong's Dialer setup page.",
  inputs: {},
  request: () => ({}),
  example: exampleOutcome,
});
