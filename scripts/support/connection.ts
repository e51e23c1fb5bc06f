import { once } from "node:events";
import { connect } from "node:net";
import { isLoopbackHost } from "../../src/connections/addressFilter";
import { normalizeBaseUrl } from "../../src/connections/baseUrl";
import { originOf } from "./address";

const keyVariables = ["GONG_BASE_URL", "GONG_ACCESS_KEY", "GONG_ACCESS_KEY_SECRET"] as const;

/** A connection to a real account, and what to call it. */
export interface RealConnection {
  readonly connection: object;
  /** Where it leads, for people to see before something happens there. */
  readonly description: string;
  /** Origin of its address, where it is known. */
  readonly origin?: string | undefined;
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
  if (value) return { connection: parse(value), description: "the connection from prism" };

  const missing = keyVariables.filter((name) => !env[name]);
  if (missing.length === keyVariables.length) return undefined;
  if (missing.length > 0) {
    throw new Error(
      `For a real account, set all of ${keyVariables.join(", ")}; ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not set.`,
    );
  }
  const { GONG_BASE_URL: baseUrl, GONG_ACCESS_KEY: accessKey, GONG_ACCESS_KEY_SECRET } = env;
  const origin = addressOf(`${baseUrl}`);
  return {
    connection: apiKeyConnection(`${baseUrl}`, `${accessKey}`, `${GONG_ACCESS_KEY_SECRET}`),
    description: origin ? `the account at ${origin}` : "the account that GONG_BASE_URL names",
    origin,
  };
}

/** Where a Base URL leads, without its path, where a key may have been pasted. */
function addressOf(baseUrl: string): string | undefined {
  try {
    return originOf(normalizeBaseUrl(baseUrl));
  } catch {
    // The component refuses it with the first request, and says why.
    return undefined;
  }
}

/**
 * Makes sure that an account on this machine is there. The component would ask for half a minute,
 * as it does everywhere, and could not know that a local Gong was stopped.
 *
 * @throws Error when it is not
 */
export async function demandRunning({ origin }: RealConnection): Promise<void> {
  if (!origin || !isLocal(origin)) return;
  const { hostname, port, protocol } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, "");
  const socket = connect(Number(port || (protocol === "http:" ? 80 : 443)), host);
  try {
    await once(socket, "connect");
  } catch {
    throw new Error(
      `Nothing runs at ${origin}: start a local Gong with "npm run sandbox", or unset ${keyVariables.join(", ")}.`,
    );
  } finally {
    socket.destroy();
  }
}

/**
 * Adds to an error about the key what helps at a local Gong: its pages show no keys, and each start
 * makes new ones.
 */
export function explainKey({ origin }: RealConnection) {
  return (error: unknown): never => {
    const { message, cause } = error as Error;
    const { code } = (cause ?? error) as { code?: unknown };
    if (code !== "not_authorized" || !isLocal(origin)) throw error;
    throw new Error(
      `${message}\nThe local Gong at ${origin} makes new keys each time it starts: paste the "export" line that it printed.`,
    );
  };
}

function isLocal(origin: string | undefined): boolean {
  return origin !== undefined && isLoopbackHost(new URL(origin).hostname);
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
  throw new Error("PRISMATIC_CONNECTION_VALUE must be a connection as a JSON object.");
}
