import type { BuiltComponent } from "../../scripts/support/component";

type BuiltAction = BuiltComponent["actions"][string];

/** Inputs whose examples exclude each other, or would make one request many. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  addMedia: ["fileUrl"],
  addDigitalInteraction: ["contentJson", "personJson", "trackingId"],
  getCallTranscript: ["workspaceId"],
  getReadableTranscript: ["cursor"],
  searchCalls: ["cursor"],
  uploadCallRecording: ["fileUrl", "partiesJson", "crmRecordsJson"],
  uploadCrmData: ["fileUrl"],
  uploadCrmRecords: ["fileInput", "fileUrl", "pending", "firstRecord"],
  uploadCrmSchemaField: ["fieldsJson"],
};

/** The values that an action's own examples give to its inputs, as a builder would enter them. */
export function exampleInputs({ key, inputs }: BuiltAction): Record<string, unknown> {
  const shown = inputs.filter(
    (input) =>
      input.type !== "connection" && !["fetchAll", ...(leftOut[key] ?? [])].includes(input.key),
  );
  return Object.fromEntries(shown.map((input) => [input.key, exampleOf(input)]));
}

type BuiltInput = BuiltAction["inputs"][number];

/** The example of an input, as a form gives it; that of a structured one has all its fields. */
export function exampleOf({
  type,
  collection,
  example,
  inputs,
  default: preset,
}: BuiltInput & { inputs?: readonly BuiltInput[] }): unknown {
  if (type === "structuredObject") {
    const filled = Object.fromEntries((inputs ?? []).map((one) => [one.key, exampleOf(one)]));
    return collection ? [filled] : filled;
  }
  if (type === "data") return { data: Buffer.from("a recording"), contentType: "audio/wav" };
  if (type === "boolean") return preset;
  return collection === "valuelist" ? [example] : example;
}
