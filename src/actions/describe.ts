import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { Operation } from "../operations/operation";
import { type Schema, schemaFrom, schemaOf } from "../schemas";

/** How an action is shown: under its operation's name, with the scope that it needs (G6). */
export function displayOf({ name, scope }: Pick<Operation, "name" | "scope">, description: string) {
  return { label: name, description: scope ? `${description} Scope: ${scope}.` : description };
}

/** The output that builders see before a first run: what Gong answers to the operation. */
export function outputOf(operation: Operation): ActionOutputSchema {
  return toOutput(schemaOf(operation));
}

/** The output of an action that makes its answer itself, in the notation of `schemaFrom`. */
export function outputFrom(fields: string): ActionOutputSchema {
  return toOutput(schemaFrom(fields));
}

function toOutput(schema: Schema): ActionOutputSchema {
  return { type: "actionOutput", schema: schema as ActionOutputSchema["schema"] };
}
