import { type ConditionalExpression, evaluate } from "@prismatic-io/spectral/dist/conditionalLogic";
import type { BuiltComponent } from "../../../scripts/support/component";
import { createContext } from "../context";
import { readConditions } from "./conditions";
import { allSteps, type Flow, type Inputs, referenceName, type Step } from "./definition";
import { send } from "./http";
import { isOurs, partOf } from "./parts";
import { type Left, resolve, resolveAll } from "./values";

/** An email as the platform's mail component gets it. */
export interface Mail {
  readonly from: unknown;
  readonly to: unknown;
  readonly subject: unknown;
  readonly text: unknown;
}

/** What a flow runs on. */
export interface Instance {
  readonly component: BuiltComponent;
  readonly configVars: Readonly<Record<string, unknown>>;
  /** Where emails end. */
  readonly mails: Mail[];
  /** Told of each step that has left results, or has failed and is ignored. */
  readonly onStep?: (step: Step, results: unknown) => void;
}

/** How a run ended that did not fail. */
export interface Run {
  /** Names of the steps that ran, in their order; those in loops once for each item. */
  readonly steps: readonly string[];
  /** Errors that steps were told to ignore. */
  readonly ignored: readonly FailedStep[];
  /** Whether a step ended the run before its end. */
  readonly stopped: boolean;
}

/** A step that failed, as the platform shows it. */
class FailedStep extends Error {
  constructor({ name }: Step, cause: unknown) {
    super(`${name} > ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "FailedStep";
  }
}

/**
 * Runs a flow step by step as the platform does, with the component itself and requests over HTTP.
 *
 * @param payload what came in: this component's triggers get it, others hand it on
 * @throws FailedStep when one throws whose error is not ignored
 */
export async function runFlow(flow: Flow, instance: Instance, payload: object): Promise<Run> {
  const [trigger, ...steps] = flow.steps;
  const execution = new Execution(instance);
  await execution.start(trigger, payload);
  const stopped = !(await execution.runAll(steps));
  return { steps: execution.ran, ignored: execution.ignored, stopped };
}

type Perform = (...args: unknown[]) => Promise<Record<string, unknown> | undefined>;

class Execution {
  readonly ran: string[] = [];
  readonly ignored: FailedStep[] = [];
  private readonly left: Record<string, Left> = {};
  private readonly context = createContext();

  constructor(private readonly instance: Instance) {}

  async start(step: Step, payload: object): Promise<void> {
    const { component } = this.instance;
    await this.guarded(step, async () => {
      partOf(step, component);
      const perform = component.triggers[step.action.key]?.perform as Perform;
      const result = isOurs(step.action, component)
        ? await perform(this.context, payload, this.valuesOf(step.inputs))
        : { payload };
      this.leave(step, result?.payload);
      return true;
    });
  }

  /** @returns whether the run goes on */
  async runAll(steps: readonly Step[]): Promise<boolean> {
    for (const step of steps) {
      if (!(await this.guarded(step, () => this.run(step)))) return false;
    }
    return true;
  }

  /** Says which step threw, unless its error is to be ignored: then it leaves no results. */
  private async guarded(step: Step, run: () => Promise<boolean>): Promise<boolean> {
    this.ran.push(step.name);
    try {
      return await run();
    } catch (error) {
      // What is thrown inside of a loop or a branch has its step's name already.
      const failed = error instanceof FailedStep ? error : new FailedStep(step, error);
      if (step.errorConfig?.errorHandlerType !== "ignore") throw failed;
      this.ignored.push(failed);
      this.leave(step, undefined);
      return true;
    }
  }

  private async run(step: Step): Promise<boolean> {
    const { kind } = partOf(step, this.instance.component);
    switch (kind) {
      case "action":
        return await this.act(step);
      case "get":
      case "post": {
        const { url, headers, data } = this.valuesOf(step.inputs);
        const method = kind === "get" ? "GET" : "POST";
        this.leave(step, await send(method, { url, headers, data }));
        return true;
      }
      case "mail": {
        const { from, to, subject, text } = this.valuesOf(step.inputs);
        this.instance.mails.push({ from, to, subject, text });
        this.leave(step, {});
        return true;
      }
      case "code":
        this.leave(step, await this.execute(String(this.valuesOf(step.inputs).code)));
        return true;
      case "loop":
        return await this.loop(step);
      case "branch":
        return await this.branch(step, this.chosenBranch(step));
      case "stop":
        return false;
      case "trigger":
        throw new Error("only the first step can be a trigger");
    }
  }

  private async act(step: Step): Promise<boolean> {
    const action = this.instance.component.actions[step.action.key];
    if (!action) throw new Error(`there is no action ${step.action.key}`);
    const result = await (action.perform as Perform)(this.context, this.valuesOf(step.inputs));
    Object.assign(this.context.executionState, result?.executionState);
    this.leave(step, result?.data);
    return action.allowsBranching ? await this.branch(step, String(result?.branch)) : true;
  }

  private async branch(step: Step, name: string): Promise<boolean> {
    const chosen = step.branches?.find((branch) => branch.name === name);
    if (!chosen) throw new Error(`there is no branch ${name}`);
    return await this.runAll(chosen.steps);
  }

  private chosenBranch({ inputs }: Step): string {
    const holds = readConditions(inputs.conditions).find(({ expression }) =>
      evaluate(resolve(expression, this.memory) as ConditionalExpression),
    );
    return holds?.name ?? "Else";
  }

  private async loop(step: Step): Promise<boolean> {
    const { items } = this.valuesOf(step.inputs);
    if (!Array.isArray(items)) throw new Error("items > is no list");
    const { steps = [] } = step;
    for (const currentItem of items) {
      // What was left in the round before must not be taken for this round's.
      for (const { name } of allSteps(steps)) delete this.left[referenceName(name)];
      this.left[referenceName(step.name)] = { currentItem };
      if (!(await this.runAll(steps))) return false;
    }
    this.leave(step, undefined);
    return true;
  }

  /** Runs code as the platform's code component does. */
  private async execute(code: string): Promise<unknown> {
    const module: { exports?: Perform } = {};
    new Function("module", code)(module);
    const { logger } = this.context;
    const context = { logger, configVars: this.instance.configVars };
    return (await module.exports?.(context, this.left))?.data;
  }

  private get memory() {
    return { configVars: this.instance.configVars, steps: this.left };
  }

  private valuesOf(inputs: Inputs): Record<string, unknown> {
    return resolveAll(inputs, this.memory);
  }

  private leave(step: Step, results: unknown): void {
    this.left[referenceName(step.name)] = { results };
    this.instance.onStep?.(step, results);
  }
}
