import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import component from "../../src/index";
import { type CapturedContext, createContext } from "./context";

type Inputs = Readonly<Record<string, unknown>>;

/** A local Gong with the real component in front of it. */
export interface TestGong {
  readonly sandbox: Sandbox;
  /** API Key connection with every right. */
  readonly connection: object;
  /** OAuth connection with these scopes only. */
  oauthConnection(scopes: string[]): object;
  /** Runs an action as the platform does: inputs are cleaned, errors go through the hook. */
  run(
    actionKey: string,
    inputs?: Inputs,
    context?: CapturedContext,
    // biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, field by field
  ): Promise<any>;
  /** Runs an action that must fail, and gives what it threw. */
  fail(
    actionKey: string,
    inputs?: Inputs,
    context?: CapturedContext,
    // biome-ignore lint/suspicious/noExplicitAny: errors are asserted on, field by field
  ): Promise<any>;
  /** Runs a data source, and gives what a picker shows. */
  pick(dataSourceKey: string, inputs?: Inputs): Promise<{ key: string; label: string }[]>;
  stop(): Promise<void>;
}

/** Starts a local Gong without limits of its own, unless the options set some. */
export async function startGong(options: SandboxOptions = {}): Promise<TestGong> {
  const sandbox = await startSandbox({
    requestsPerSecond: Number.POSITIVE_INFINITY,
    requestsPerDay: Number.POSITIVE_INFINITY,
    ...options,
  });
  const connection = {
    key: "gongApiKey",
    configVarKey: "Gong Connection",
    fields: {
      baseUrl: sandbox.url,
      accessKey: sandbox.accessKey,
      accessKeySecret: sandbox.accessKeySecret,
      requestsPerSecond: "1000",
    },
  };
  const run: TestGong["run"] = async (actionKey, inputs = {}, context = createContext()) => {
    const action = component.actions?.[actionKey];
    if (!action) throw new Error(`There is no action ${actionKey}.`);
    return await action.perform(context as never, { connection, ...inputs });
  };
  return {
    sandbox,
    connection,
    oauthConnection: (scopes) => ({
      key: "oauth2",
      configVarKey: "Gong Connection",
      fields: { clientId: "client", clientSecret: "secret", requestsPerSecond: "1000" },
      token: sandbox.issueToken(scopes),
    }),
    run,
    fail: async (actionKey, inputs, context) => {
      let answer: unknown;
      try {
        answer = await run(actionKey, inputs, context);
      } catch (error) {
        return error;
      }
      throw new Error(`${actionKey} was to fail, and answered ${JSON.stringify(answer)}.`);
    },
    pick: async (dataSourceKey, inputs = {}) => {
      const dataSource = component.dataSources?.[dataSourceKey];
      if (!dataSource) throw new Error(`There is no data source ${dataSourceKey}.`);
      const { result } = await dataSource.perform(createContext() as never, {
        connection,
        ...inputs,
      });
      return result as { key: string; label: string }[];
    },
    stop: () => sandbox.stop(),
  };
}
