import type { BuiltComponent } from "./component";

/** An input as the built component describes it. */
export type BuiltInput = BuiltComponent["actions"][string]["inputs"][number];

/** An action, a trigger or a picker: what one command of `npm run action` runs. */
export interface Part {
  readonly kind: "action" | "trigger" | "picker";
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** All but the connection. */
  readonly inputs: readonly BuiltInput[];
  /** Whether a trigger runs on a schedule, and keeps a state from one run to the next. */
  readonly isScheduled: boolean;
}

/** Everything that the component offers, by kind and in its order. */
export function partsOf({ actions, triggers, dataSources }: BuiltComponent): Part[] {
  return [
    ...Object.values(actions).map((built) => toPart("action", built)),
    ...Object.values(triggers).map((built) => toPart("trigger", built)),
    ...Object.values(dataSources).map((built) => toPart("picker", built)),
  ];
}

interface Built {
  readonly key: string;
  readonly display: { readonly label: string; readonly description: string };
  readonly inputs: readonly BuiltInput[];
  readonly scheduleSupport?: string | undefined;
}

function toPart(kind: Part["kind"], { key, display, inputs, scheduleSupport }: Built): Part {
  return {
    kind,
    key,
    label: display.label,
    description: display.description,
    inputs: inputs.filter(({ type }) => type !== "connection").map(asJson),
    isScheduled: scheduleSupport === "required",
  };
}

/** What a person fills field by field is JSON on a command line, also a list of it. */
function asJson(input: BuiltInput & { readonly inputs?: readonly BuiltInput[] }): BuiltInput {
  if (input.type !== "structuredObject") return input;
  const fields = (input.inputs ?? []).filter(({ example }) => example);
  const example = Object.fromEntries(fields.map(({ key, example: one }) => [key, one]));
  const { collection, ...single } = input;
  const json = JSON.stringify(collection ? [example] : example);
  return { ...single, type: "code", example: json } as BuiltInput;
}
