import { normalizeBaseUrl } from "../../src/connections/baseUrl";
import { originOf } from "./address";

const keyVariables = ["GONG_BASE_URL", "GONG_ACCESS_KEY", "GONG_ACCESS_KEY_SECRET"] as const;

/** A connection to a real account, and what to call it. */
export interface RealConnection {
  readonly connection: object;
  /** Where it leads, for people to see before something happens there. */
  readonly description: string;
}

/**
 * The connection that the environment names: `PRISMATIC_CONNECTION_VALUE`, which `prism
 * components:dev:run` sets, or `GONG_BASE_URL`, `GONG_ACCESS_KEY` and `GONG_ACCESS_KEY_SECRET`.
 *
 * @returns nothing when it names none, which means the local Gong
 * @throws Error when it names half a connection
 */
export function connectionFromEnvironment(env: NodeJS.ProcessEnv): RealConnection | undefined {
  const value = env.PRISMATIC_CONNECTION_VALUE;
  if (value)
    return { connection: parse(value), description: "the connection handed over by prism" };

  const missing = keyVariables.filter((name) => !env[name]);
  if (missing.length === keyVariables.length) return undefined;
  if (missing.length > 0) {
    throw new Error(
      `For a real account all of ${keyVariables.join(", ")} must be set; ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not.`,
    );
  }
  const { GONG_BASE_URL: baseUrl, GONG_ACCESS_KEY: accessKey, GONG_ACCESS_KEY_SECRET } = env;
  return {
    connection: apiKeyConnection(`${baseUrl}`, `${accessKey}`, `${GONG_ACCESS_KEY_SECRET}`),
    description: describe(`${baseUrl}`),
  };
}

/** Where a Base URL leads, without its path, where a key may have been pasted. */
function describe(baseUrl: string): string {
  try {
    return `the account at ${originOf(normalizeBaseUrl(baseUrl))}`;
  } catch {
    // The component refuses it with the first request, and says why.
    return "the account that GONG_BASE_URL names";
  }
}

/** An API Key connection as the platform hands it over. */
export function apiKeyConnection(baseUrl: string, accessKey: string, accessKeySecret: string) {
  return {
    key: "gongApiKey",
    configVarKey: "Gong Connection",
    fields: { baseUrl, accessKey, accessKeySecret },
  };
}

function parse(value: string): object {
  try {
    const connection: unknown = JSON.parse(value);
    if (typeof connection === "object" && connection !== null) return connection;
  } catch {
    // The error below says all there is to say; the value itself is secret.
  }
  throw new Error("PRISMATIC_CONNECTION_VALUE must hold a connection as a JSON object.");
}
