import type { BuiltComponent } from "../../../scripts/support/component";
import { problemsOfInputs } from "./checkInputs";
import { problemsOfFlow } from "./checkSteps";
import type { ConfigVar, Inputs, Integration, Part } from "./definition";
import { isOurs } from "./parts";
import { under, without } from "./problems";
import { publicConnections } from "./publicParts";

type ConfigVars = ReadonlyMap<string, ConfigVar>;

/**
 * Everything in an integration that the component or the platform would not know: keys of triggers,
 * actions, connections, data sources and inputs, choices, required inputs that are missing, and
 * references to steps, fields and config variables that are not there.
 *
 * @returns a line for each, with its place in front; none when all is well
 */
export function problemsOf(integration: Integration, component: BuiltComponent): string[] {
  const { requiredConfigVars, configPages, flows } = integration;
  const configVars: ConfigVars = new Map(requiredConfigVars.map((one) => [one.key, one]));
  const keys = requiredConfigVars.map(({ key }) => key);
  const shown = configPages.flatMap(({ elements }) => elements.map(({ value }) => value));
  return [
    ...without(keys, shown).map((key) => `${key} > is on no config page`),
    ...without(shown, keys).map((key) => `a config page shows "${key}", which is not there`),
    ...without(keys, namedIn([requiredConfigVars, flows])).map((key) => `${key} > is never used`),
    ...requiredConfigVars.flatMap((one) =>
      under(one.key, problemsOfConfigVar(one, configVars, component)),
    ),
    ...flows.flatMap((flow) => problemsOfFlow(flow, configVars, component)),
  ];
}

/** The config variables that inputs take, wherever they stand. */
function namedIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, value } = node as { type?: unknown; value?: unknown };
  return type === "configVar" ? [String(value)] : Object.values(node).flatMap(namedIn);
}

function problemsOfConfigVar(
  configVar: ConfigVar,
  configVars: ConfigVars,
  component: BuiltComponent,
): string[] {
  switch (configVar.dataType) {
    case "connection":
      return problemsOfConnection(configVar.connection, configVar.inputs, component);
    case "jsonForm": {
      const { dataSource: part, inputs, dataType } = configVar;
      const source = isOurs(part, component) ? component.dataSources[part.key] : undefined;
      if (!source) return [`there is no data source ${part.key} in ${part.component.key}`];
      return [
        ...(source.dataSourceType === dataType ? [] : [`${part.key} gives no ${dataType}`]),
        ...problemsOfInputs(inputs, source.inputs, { configVars, steps: new Map() }),
      ];
    }
    case "string":
      return [];
  }
}

/** Fields that are never shown have their defaults; all others that are needed must be asked for. */
function problemsOfConnection(part: Part, inputs: Inputs, component: BuiltComponent): string[] {
  const all = isOurs(part, component)
    ? component.connections?.find(({ key }) => key === part.key)?.inputs
    : publicConnections[`${part.component.isPublic ? part.component.key : ""}.${part.key}`];
  if (!all) return [`there is no connection ${part.key} in ${part.component.key}`];
  const asked = all.filter((one) => !("shown" in one && one.shown === false));
  const known = asked.map(({ key }) => key);
  const needed = asked.filter(({ required }) => required).map(({ key }) => key);
  return [
    ...without(Object.keys(inputs), known).map((key) => `there is no input ${key}`),
    ...without(needed, Object.keys(inputs)).map((key) => `the input ${key} is missing`),
  ];
}
