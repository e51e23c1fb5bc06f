import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";

/** Lists the outcomes that a call can be given. */
export const listCallOutcomes = gongList(operations.listCallOutcomes, {
  description: "List the outcomes that calls can be given, as set on Gong's Dialer setup page.",
  inputs: {},
  request: () => ({}),
  example: {
    callOutcome: "Meeting Booked",
    displayOrder: 1,
    connectStatus: "CONNECTED",
    sentiment: "POSITIVE",
    todoAction: "COMPLETE",
    automation: null,
    category: "ANSWERED",
  },
});
