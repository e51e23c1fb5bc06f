import type { BuiltComponent } from "../../../scripts/support/component";
import { problemsOfInputs } from "./checkInputs";
import { readConditions } from "./conditions";
import { allSteps, type Flow, referenceName, type Step, toReference } from "./definition";
import { anything, itemOf, type Schema } from "./known";
import { partOf } from "./parts";
import { repeated, under, without } from "./problems";
import type { StepPart } from "./publicParts";
import { problemsOfCode, type Scope, schemaOfReference } from "./scope";

/** What is wrong with a flow, step by step. */
export function problemsOfFlow(
  { name, steps }: Flow,
  configVars: Scope["configVars"],
  component: BuiltComponent,
): string[] {
  const names = allSteps(steps).map((step) => referenceName(step.name));
  const isScheduled = steps[0].action.component.key === "schedule-triggers";
  return under(name, [
    ...repeated(names).map((twice) => `two steps are called ${twice}`),
    ...(isScheduled === (steps[0].schedule !== undefined)
      ? []
      : [`${steps[0].name} > a schedule belongs to the schedule trigger, and to no other`]),
    ...problemsOfSteps(steps, { configVars, steps: new Map() }, component),
  ]);
}

/** Steps inside of a loop or a branch see those around them, and are not seen from outside. */
function problemsOfSteps(
  steps: readonly Step[],
  { configVars, steps: around }: Scope,
  component: BuiltComponent,
): string[] {
  const known = new Map(around);
  return steps.flatMap((step) => {
    const scope = { configVars, steps: new Map(known) };
    const { problems, results } = look(step, scope, component);
    known.set(referenceName(step.name), { results });
    return under(step.name, problems);
  });
}

function look(step: Step, scope: Scope, component: BuiltComponent) {
  let part: StepPart;
  try {
    part = partOf(step, component);
  } catch (error) {
    return { problems: [(error as Error).message], results: anything };
  }
  const { code } = step.inputs;
  const problems = [
    ...problemsOfInputs(step.inputs, part.inputs, scope),
    ...(part.kind === "code" && code?.type === "value"
      ? under("code", problemsOfCode(code.value, scope))
      : []),
    ...problemsOfLoop(step, part, scope, component),
    ...problemsOfBranches(step, part, scope, component),
  ];
  return { problems, results: part.results };
}

function problemsOfLoop(
  step: Step,
  { kind }: StepPart,
  scope: Scope,
  component: BuiltComponent,
): string[] {
  if (kind !== "loop") return step.steps ? ["only loops have steps inside"] : [];
  if (!step.steps?.length) return ["the loop has no steps inside"];
  const currentItem = loopItem(step, scope);
  const name = referenceName(step.name);
  const inside = { ...scope, steps: new Map(scope.steps).set(name, currentItem ?? {}) };
  return [
    ...(currentItem ? [] : ["items > is no list"]),
    ...problemsOfSteps(step.steps, inside, component),
  ];
}

/** What a loop takes at a time; nothing when it goes over something that is no list. */
function loopItem({ inputs }: Step, scope: Scope): { currentItem: Schema } | undefined {
  const reference =
    inputs.items?.type === "reference" ? toReference(inputs.items.value) : undefined;
  const items = reference && schemaOfReference(reference, scope);
  // A reference that leads nowhere is a problem of its own.
  const currentItem = items ? itemOf(items) : anything;
  return currentItem && { currentItem };
}

function problemsOfBranches(
  step: Step,
  part: StepPart,
  scope: Scope,
  component: BuiltComponent,
): string[] {
  const given = (step.branches ?? []).map(({ name }) => name);
  let wanted: readonly string[];
  try {
    wanted = branchNames(step, part);
  } catch (error) {
    return [(error as Error).message];
  }
  // The branching step has its results already when one of its branches is taken.
  const inside = new Map(scope.steps).set(referenceName(step.name), { results: part.results });
  return [
    ...repeated(given).map((name) => `there are two branches ${name}`),
    ...without(given, wanted).map((name) => `there is no branch ${name}`),
    ...without(wanted, given).map((name) => `the branch ${name} is missing`),
    ...(step.branches ?? []).flatMap(({ name, steps }) =>
      under(name, problemsOfSteps(steps, { ...scope, steps: inside }, component)),
    ),
  ];
}

function branchNames({ inputs }: Step, { kind, branches = [] }: StepPart): readonly string[] {
  if (kind !== "branch") return branches;
  return [...readConditions(inputs.conditions).map(({ name }) => name), "Else"];
}
