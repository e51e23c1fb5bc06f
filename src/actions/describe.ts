import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { Operation } from "../operations/operation";
import { type Schema, schemaFrom, schemaOf } from "../schemas";
import { exampleOf } from "../schemas/examples";

/** How an action is shown: under its operation's name, with the scope that it needs (G6). */
export function displayOf({ name, scope }: Pick<Operation, "name" | "scope">, description: string) {
  return { label: name, description: scope ? `${description} Scope: ${scope}.` : description };
}

/** What builders see before a first run: the schema and an example of Gong's answer. */
export function answerOf(operation: Operation) {
  return {
    outputSchema: toOutput(schemaOf(operation)),
    examplePayload: { data: exampleOf(operation) },
  };
}

/** The output of an action that makes its answer itself, in the notation of `schemaFrom`. */
export function outputFrom(fields: string): ActionOutputSchema {
  return toOutput(schemaFrom(fields));
}

function toOutput(schema: Schema): ActionOutputSchema {
  return { type: "actionOutput", schema: schema as ActionOutputSchema["schema"] };
}
