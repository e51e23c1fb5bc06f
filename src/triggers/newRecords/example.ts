import type { TriggerPayload } from "@prismatic-io/spectral";
import { exampleCall } from "../../actions/calls/example";
import { exampleRun } from "../exampleRun";
import type { NewRecords } from "./poll";

const data: NewRecords = {
  created: [exampleCall],
  updated: [],
  resourceType: "calls",
  more: false,
};

/** A poll that found a call, as the next step sees it. */
export const examplePayload: TriggerPayload & { body: { data: NewRecords } } = {
  ...exampleRun,
  body: { data },
};
