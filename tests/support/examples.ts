import type { BuiltComponent } from "../../scripts/support/component";

type BuiltAction = BuiltComponent["actions"][string];

/** Inputs whose examples exclude each other, or would make one request many. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  addMedia: ["fileUrl"],
  getCallTranscript: ["workspaceId"],
  getReadableTranscript: ["cursor"],
  searchCalls: ["cursor"],
};

/** The values that an action's own examples give to its inputs, as a builder would enter them. */
export function exampleInputs({ key, inputs }: BuiltAction): Record<string, unknown> {
  const shown = inputs.filter(
    (input) =>
      input.type !== "connection" && !["fetchAll", ...(leftOut[key] ?? [])].includes(input.key),
  );
  return Object.fromEntries(shown.map((input) => [input.key, exampleOf(input)]));
}

function exampleOf({ type, collection, example, default: preset }: BuiltAction["inputs"][number]) {
  if (type === "data") return { data: Buffer.from("a recording"), contentType: "audio/wav" };
  if (type === "boolean") return preset;
  return collection === "valuelist" ? [example] : example;
}
