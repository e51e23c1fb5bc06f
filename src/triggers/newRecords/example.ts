import type { TriggerPayload } from "@prismatic-io/spectral";
import { exampleCall } from "../../actions/calls/example";
import { exampleRun } from "../exampleRun";
import type { NewRecords } from "./poll";

const data: NewRecords = {
  resourceType: "calls",
  records: [exampleCall],
  newIds: [exampleCall.id],
  changedIds: [],
  more: false,
};

/** A poll that found a call, as the next step sees it. */
export const examplePayload: TriggerPayload & {
  body: { data: NewRecords; contentType: string };
} = { ...exampleRun, body: { data, contentType: "application/json" } };
