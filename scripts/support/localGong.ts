import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { root } from "./component";

/** A local Gong in a process of its own. */
export interface LocalGong {
  readonly url: string;
  readonly accessKey: string;
  readonly accessKeySecret: string;
  readonly processId: number;
  /** Rejects when the process ends before `stop`. */
  readonly died: Promise<never>;
  stop(): void;
}

/** What the process tells when it is ready. */
export type ReadyMessage = Pick<LocalGong, "url" | "accessKey" | "accessKeySecret">;

/**
 * Starts the local Gong on a free port, in a process of its own as a real Gong would be.
 *
 * @throws Error when it ends before it is ready
 */
export async function startLocalGong(): Promise<LocalGong> {
  process.env.GONG_ALLOW_LOCAL = "true";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/support/localGongProcess.ts")],
    { cwd: root, stdio: ["ignore", "ignore", "inherit", "ipc"] },
  );
  let stopping = false;
  const died = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (stopping) return;
      const how = signal ? `by ${signal}` : `with status ${code}`;
      reject(new Error(`The local Gong (process ${child.pid}) was stopped ${how}.`));
    });
  });
  // Whoever races against it learns of it; nobody else needs to.
  died.catch(() => {});
  const ready = await Promise.race([nextMessage(child), died]);
  return {
    ...ready,
    processId: child.pid ?? 0,
    died,
    stop: () => {
      stopping = true;
      child.kill();
    },
  };
}

function nextMessage(child: ChildProcess): Promise<ReadyMessage> {
  return new Promise((resolve) =>
    child.once("message", (message) => resolve(message as ReadyMessage)),
  );
}
