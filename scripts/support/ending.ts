import { constants } from "node:os";

/**
 * Keeps a reader that has enough, such as `head -1`, from ending the program with a stack trace:
 * what no one reads is not written.
 *
 * @param end ends a program that is of no use without a reader; others run to their end
 */
export function tolerateClosedPipes(
  end: () => void = () => {},
  streams: readonly NodeJS.EventEmitter[] = [process.stdout, process.stderr],
): void {
  for (const stream of streams) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      end();
    });
  }
}

/** How often to look whether npm is still there. */
const watchEveryMs = 500;

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls back once, when the program is stopped: with Ctrl-C, with SIGTERM, by closing its terminal,
 * or by stopping the npm that runs it. npm hands SIGTERM to its shell only, which ends without
 * handing it on.
 *
 * @param stop is given the status that a program ends with when such a signal stops it
 */
export function onStop(
  stop: (status: number) => void,
  program: Pick<NodeJS.Process, "once" | "env" | "ppid"> = process,
): void {
  let stopped = false;
  const stopOnce = (signal: (typeof stopSignals)[number]) => {
    if (!stopped) stop(128 + constants.signals[signal]);
    stopped = true;
  };
  for (const signal of stopSignals) program.once(signal, stopOnce);
  // Without npm a program may outlive its parent, as with nohup.
  if (!program.env.npm_lifecycle_event) return;
  const { ppid } = program;
  setInterval(() => {
    if (program.ppid !== ppid) stopOnce("SIGTERM");
  }, watchEveryMs).unref();
}
