import type { RealConnection } from "../../scripts/support/connection";
import { createApp } from "./app";
import { createToken } from "./security";
import { createWorkbench, type Workbench } from "./workbench";

/** A running workbench. */
export interface RunningWorkbench {
  /** The address to open, with the token that the page needs. */
  readonly address: string;
  /** The same without the token. */
  readonly origin: string;
  readonly token: string;
  readonly workbench: Workbench;
  stop(): Promise<void>;
}

/** What a start needs. */
export interface StartOptions {
  /** Path of the built component, `dist/index.js`. */
  readonly bundle: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** A real account, beside the local Gong. */
  readonly account?: RealConnection | undefined;
}

/**
 * Starts the local Gong and the server on 127.0.0.1.
 *
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startWorkbench(options: StartOptions): Promise<RunningWorkbench> {
  const workbench = await createWorkbench(options.bundle, options.account);
  const token = createToken();
  const app = createApp(workbench, token);
  const stop = async () => {
    await app.close();
    await workbench.stop();
  };
  try {
    const origin = await app.listen({ host: "127.0.0.1", port: options.port });
    // A fragment stays in the browser: no log and no referrer ever holds it.
    return { address: `${origin}/#token=${token}`, origin, token, workbench, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
