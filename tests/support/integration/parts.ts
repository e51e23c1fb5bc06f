import type { BuiltComponent } from "../../../scripts/support/component";
import type { Part, Step } from "./definition";
import { anything, type Schema, schemaOf } from "./known";
import { publicParts, type StepPart } from "./publicParts";

/** Whether a part is of this component, and not of the public one that has the same key. */
export function isOurs({ component }: Part, { key }: BuiltComponent): boolean {
  return component.key === key && !component.isPublic;
}

/**
 * What stands in a step, of this component or of a public one.
 *
 * @throws Error that says what there is none of
 */
export function partOf({ action, isTrigger }: Step, component: BuiltComponent): StepPart {
  const part = isOurs(action, component)
    ? ourPart(action.key, isTrigger === true, component)
    : publicParts[`${action.component.isPublic ? action.component.key : ""}.${action.key}`];
  const owner = `${action.component.isPublic ? "public" : "private"} ${action.component.key}`;
  const sought = isTrigger ? "trigger" : "action";
  if (!part || (part.kind === "trigger") !== (isTrigger === true)) {
    throw new Error(`there is no ${sought} ${action.key} in the component ${owner}`);
  }
  return part;
}

function ourPart(key: string, isTrigger: boolean, built: BuiltComponent): StepPart | undefined {
  if (isTrigger) {
    const trigger = built.triggers[key];
    const example = trigger?.examplePayload as { payload?: unknown } | undefined;
    return trigger && { kind: "trigger", ...trigger, results: schemaOf(example?.payload) };
  }
  const action = built.actions[key];
  if (!action) return undefined;
  const { inputs, outputSchema, staticBranchNames: branches } = action;
  const results = outputSchema ? outputOf(outputSchema) : anything;
  return { kind: "action", inputs, results, ...(branches && { branches }) };
}

type OutputSchema = NonNullable<BuiltComponent["actions"][string]["outputSchema"]>;

/** An action's branches all give the same here. */
function outputOf(output: OutputSchema): Schema {
  const text = output.type === "actionOutput" ? output.schema : output.branchSchemas[0]?.schema;
  return JSON.parse(text ?? "{}") as Schema;
}
