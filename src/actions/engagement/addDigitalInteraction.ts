import * as operations from "../../operations/engagement";
import { gongAction } from "../gongAction";
import { toInteraction } from "./interactionBody";
import { interactionInputs } from "./interactionInputs";

/** Reports what a person did with content; it replaces the three older events (G42). */
export const addDigitalInteraction = gongAction(operations.addDigitalInteraction, {
  description:
    "Report that a person did something with content, such as viewing a page or answering a survey. It shows up in Gong's activity timeline.",
  inputs: interactionInputs,
  request: (values) => ({ body: toInteraction(values) }),
});
