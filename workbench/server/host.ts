import { type ChildProcess, fork } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import type { Catalog } from "../shared/catalog";
import type { Refusals, RunEvent } from "../shared/run";
import type { HostAnswer, HostMessage, Remains, Task } from "./hostProtocol";

/** The component in a separate process. */
export interface Host {
  describe(): Promise<Catalog>;
  check(task: Omit<Extract<Task, { do: "check" }>, "do">): Promise<Refusals>;
  /** Runs something and passes on its events. The last one is always its end. */
  run(
    task: Omit<Extract<Task, { do: "run" }>, "do">,
    onEvent: (event: RunEvent) => void,
  ): Promise<Remains>;
  /** Moves the clock of the process, in milliseconds ahead of this machine's. */
  setClock(ahead: number): void;
  /** Ends the process and what it runs; the next task starts another. */
  stop(): void;
}

interface Pending {
  take(answer: HostAnswer): void;
  fail(reason: string): void;
}

/**
 * @param bundle path of `dist/index.js`; a newer build is taken with the next task
 * @param env environment of the process
 */
export function createHost(bundle: string, env: NodeJS.ProcessEnv): Host {
  const pending = new Map<number, Pending>();
  let child: ChildProcess | undefined;
  let builtAt = 0;
  let clockAhead = 0;
  let lastId = 0;
  let catalog: Catalog | undefined;
  let describedBy: ChildProcess | undefined;

  const stop = (reason = "Stopped.") => {
    child?.kill("SIGKILL");
    child = undefined;
    for (const each of pending.values()) each.fail(reason);
    pending.clear();
  };

  const start = (): ChildProcess => {
    const changedAt = statSync(bundle).mtimeMs;
    if (child && (changedAt === builtAt || pending.size > 0)) return child;
    child?.kill("SIGKILL");
    builtAt = changedAt;
    const started = fork(path.join(__dirname, "hostProcess.ts"), [bundle], {
      execArgv: ["--import", "tsx"],
      env,
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    started.on("message", (answer: HostAnswer) => pending.get(answer.id)?.take(answer));
    started.once("exit", (code, signal) => {
      if (child !== started) return;
      stop(`The component's process ended ${signal ? `by ${signal}` : `with status ${code}`}.`);
    });
    child = started;
    if (clockAhead !== 0) send({ clockAhead });
    return started;
  };
  const send = (message: HostMessage) => child?.send(message);

  const ask = (task: Task, onAnswer: (answer: HostAnswer) => boolean): Promise<void> => {
    start();
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, {
        take(answer) {
          const done = "failure" in answer || onAnswer(answer);
          if (!done) return;
          pending.delete(id);
          if ("failure" in answer) reject(new Error(answer.failure));
          else resolve();
        },
        fail: (reason) => reject(new Error(reason)),
      });
      send({ id, task });
    });
  };

  return {
    async describe() {
      if (catalog && start() === describedBy) return catalog;
      describedBy = start();
      await ask({ do: "describe" }, (answer) => {
        if ("catalog" in answer) catalog = answer.catalog;
        return true;
      });
      if (!catalog) throw new Error("The component did not describe itself.");
      return catalog;
    },
    async check(task) {
      let refusals: Refusals = {};
      await ask({ do: "check", ...task }, (answer) => {
        if ("refusals" in answer) refusals = answer.refusals;
        return true;
      });
      return refusals;
    },
    async run(task, onEvent) {
      let remains: Remains = {};
      const began = performance.now();
      await ask({ do: "run", ...task }, (answer) => {
        if (!("event" in answer)) return true;
        if (answer.remains) remains = answer.remains;
        onEvent(answer.event);
        return answer.event.type === "end";
      }).catch((error: Error) => onEvent(endedBy(error, performance.now() - began)));
      return remains;
    },
    setClock(ahead) {
      clockAhead = ahead;
      send({ clockAhead });
    },
    stop: () => stop(),
  };
}

function endedBy({ message }: Error, at: number): RunEvent {
  const error = { name: "Workbench", message, marksConnection: false, details: {} };
  return { type: "end", at, outcome: { ok: false, error } };
}
