import Ajv from "ajv";
import type { BuiltComponent } from "../../../scripts/support/component";
import { createContext } from "../context";
import type { ConfigVar, Integration } from "./definition";
import { resolve } from "./values";

/** What stands for a connection that the customer made. */
export interface ConnectionAnswer {
  readonly fields: Readonly<Record<string, string>>;
  readonly token?: unknown;
}

/** What the customer enters, by the config variables' keys. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * Deploys an instance as far as flows see it: config variables with their values. Forms are built
 * by the component's own data sources, and answers must fit them.
 *
 * @throws Error that names the config variable that has no value, or a wrong one
 */
export async function configure(
  { requiredConfigVars }: Integration,
  component: BuiltComponent,
  answers: Answers,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const configVar of requiredConfigVars) {
    const { key } = configVar;
    const answer = answers[key];
    switch (configVar.dataType) {
      case "connection":
        values[key] = toConnection(configVar, answer as ConnectionAnswer | undefined);
        break;
      case "jsonForm":
        values[key] = await fillIn(configVar, component, answer, values);
        break;
      case "string":
        values[key] = answer ?? configVar.defaultValue;
        if (!values[key]) throw new Error(`${key} > has no value`);
    }
  }
  return values;
}

type Connection = Extract<ConfigVar, { dataType: "connection" }>;
type Form = Extract<ConfigVar, { dataType: "jsonForm" }>;

/** What the example fills in itself, and what the customer adds to it. */
function toConnection({ key, connection, inputs }: Connection, answer?: ConnectionAnswer): object {
  if (!answer) throw new Error(`${key} > it is not connected`);
  const preset = Object.entries(inputs).map(([name, { value }]) => [name, value]);
  return {
    key: connection.key,
    configVarKey: key,
    fields: { ...Object.fromEntries(preset), ...answer.fields },
    ...(answer.token ? { token: answer.token } : {}),
  };
}

async function fillIn(
  { key, dataSource, inputs }: Form,
  component: BuiltComponent,
  answer: unknown,
  configVars: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const source = component.dataSources[dataSource.key];
  if (!source) throw new Error(`${key} > there is no data source ${dataSource.key}`);
  const params = Object.entries(inputs).map(([name, value]) => [
    name,
    resolve(value, { configVars, steps: {} }),
  ]);
  const { result } = await source.perform(
    createContext() as never,
    Object.fromEntries(params) as never,
  );
  const validate = new Ajv({ strict: false }).compile((result as { schema: object }).schema);
  if (validate(answer)) return answer;
  throw new Error(`${key} > ${new Ajv().errorsText(validate.errors, { dataVar: "the form" })}`);
}
