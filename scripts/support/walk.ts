import yoctoSpinner from "yocto-spinner";
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

/** How a walk ended. */
export interface WalkResult {
  readonly done: number;
  readonly skipped: number;
}

/** A step that failed, with where in the walk it stood. */
export class StepFailed extends Error {
  constructor(step: Step, number: number, total: number, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    super(`Step ${number} of ${total} (${step.title}) failed. ${words}`);
  }
}

/**
 * Walks through steps with a line for each: what it did and how long it took, and progress while
 * it waits.
 *
 * @param interrupted rejects when the walk cannot go on
 * @throws StepFailed at the first step that fails
 */
export async function walk(
  steps: readonly Step[],
  interrupted: Promise<never>,
): Promise<WalkResult> {
  let skipped = 0;
  for (const [index, step] of steps.entries()) {
    const number = `${String(index + 1).padStart(2)}/${steps.length}`;
    const spinner = yoctoSpinner({ text: `${number}  ${step.title}`, stream: process.stdout });
    if (process.stdout.isTTY) spinner.start();
    const progress = (text: string) => {
      const line = `${number}  ${step.title}: ${text}`;
      if (process.stdout.isTTY) spinner.text = line;
      else process.stdout.write(`…  ${line}\n`);
    };
    const startedAt = performance.now();
    try {
      const outcome = await Promise.race([step.run(progress), interrupted]);
      const took = paint("dim", `(${duration(performance.now() - startedAt)})`);
      spinner.stop();
      if (outcome instanceof Skipped) {
        skipped += 1;
        console.log(
          `${paint("yellow", "-")}  ${number}  ${step.title}: left out, ${outcome.reason}`,
        );
      } else {
        console.log(`${paint("green", "✔")}  ${number}  ${step.title}: ${outcome} ${took}`);
      }
    } catch (error) {
      spinner.stop();
      console.log(`${paint("red", "✖")}  ${number}  ${step.title}`);
      throw new StepFailed(step, index + 1, steps.length, error);
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
