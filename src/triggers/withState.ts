import type { component } from "@prismatic-io/spectral";

type Component = ReturnType<typeof component>;

/**
 * The component with polling triggers that run whatever the platform hands over as their state:
 * where it is no object, spectral fails before a trigger is asked, so it begins as an empty one.
 */
export function withState(built: Component): Component {
  for (const trigger of Object.values(built.triggers)) {
    trigger.perform = repaired(trigger.perform);
    if (trigger.onDeployPerform) trigger.onDeployPerform = repaired(trigger.onDeployPerform);
  }
  return built;
}

function repaired<Rest extends unknown[], Result>(
  perform: (context: never, ...rest: Rest) => Result,
) {
  return (context: { instanceState: unknown }, ...rest: Rest): Result => {
    const { instanceState } = context;
    if (typeof instanceState !== "object" || instanceState === null) context.instanceState = {};
    return perform(context as never, ...rest);
  };
}
