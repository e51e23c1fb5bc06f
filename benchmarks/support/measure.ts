import { spawn } from "node:child_process";
import path from "node:path";

/** One measured figure beside what it is to be. */
export interface Figure {
  /** What was measured, and over what. */
  readonly name: string;
  readonly value: number;
  /** What the value may be at most. */
  readonly target: number;
  readonly unit: string;
  /** How the figure came about, in numbers. */
  readonly detail: string;
}

/** The middle of several values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Bytes as megabytes. */
export const megabytes = (bytes: number): number => bytes / 1024 ** 2;

/** A helper process, such as a server, that a measured process talks to. */
export interface Peer<Ready> {
  readonly ready: Ready;
  /** Asks the peer for what it counted. */
  ask<Answer>(question: string): Promise<Answer>;
  stop(): void;
}

/**
 * Starts a file of `benchmarks/` in a process of its own, so that its memory and time do not count
 * for the process that measures. It sends one message when it is ready.
 */
export async function startPeer<Ready>(
  file: string,
  args: readonly string[] = [],
): Promise<Peer<Ready>> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(__dirname, "..", file), ...args],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      child.once("message", (message) => resolve(message as Message));
      child.once("exit", () => reject(new Error(`${file} ended before it answered.`)));
    });
  return {
    ready: await next<Ready>(),
    ask: async (question) => {
      child.send(question);
      return await next();
    },
    stop: () => void child.kill(),
  };
}

/** Peak of resident memory of this process so far, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;
