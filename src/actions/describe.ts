import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { Operation } from "../operations/operation";
import { schemaOf } from "../schemas";

/** How an action is shown: under its operation's name, with the scope that it needs (G6). */
export function displayOf({ name, scope }: Operation, description: string) {
  return { label: name, description: scope ? `${description} Scope: ${scope}.` : description };
}

/** The output that builders see before a first run: what Gong answers to the operation. */
export function outputOf(operation: Operation): ActionOutputSchema {
  return {
    type: "actionOutput",
    schema: schemaOf(operation) as ActionOutputSchema["schema"],
  };
}
