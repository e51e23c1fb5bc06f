import { paint } from "./colors";

/** One step of a walk: what it does, and what it says it did. */
export interface Step {
  readonly title: string;
  /** @returns what was done, in a few words, or a reason for leaving it out */
  run(progress: (text: string) => void): Promise<string | Skipped>;
}

/** Why a step had nothing to do. */
export class Skipped {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/**
 * Walks through steps with a line for each: what it did, how long it took, and what it waits for.
 *
 * @returns how many steps were done and left out
 * @throws Error at the first step that fails, with its place in the walk
 */
export async function walk(steps: readonly Step[], print: (line: string) => void) {
  let skipped = 0;
  for (const [index, { title, run }] of steps.entries()) {
    const name = `${String(index + 1).padStart(2)}/${steps.length}  ${title}`;
    const startedAt = performance.now();
    try {
      const outcome = await run((text) => print(paint("dim", `…  ${name}: ${text}`)));
      const took = paint("dim", `(${duration(performance.now() - startedAt)})`);
      if (outcome instanceof Skipped) {
        skipped += 1;
        print(`${paint("yellow", "-")}  ${name}: left out, ${outcome.reason}`);
      } else {
        print(`${paint("green", "✔")}  ${name}: ${outcome} ${took}`);
      }
    } catch (error) {
      print(`${paint("red", "✖")}  ${name}`);
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`\nStep ${index + 1} of ${steps.length} (${title}) failed. ${words}`, {
        cause: error,
      });
    }
  }
  return { done: steps.length - skipped, skipped };
}

/** `840 ms` or `12.3 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
