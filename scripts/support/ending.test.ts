import { EventEmitter } from "node:events";
import { onStop, tolerateClosedPipes } from "./ending";

const fault = (code: string) => Object.assign(new Error("write"), { code });

describe("A closed pipe", () => {
  it("ends a program that wants to end then, and leaves others alone", () => {
    const [ended, runsOn] = [new EventEmitter(), new EventEmitter()];
    const end = jest.fn();
    tolerateClosedPipes(end, [ended]);
    tolerateClosedPipes(undefined, [runsOn]);
    for (const stream of [ended, runsOn]) stream.emit("error", fault("EPIPE"));
    expect(end).toHaveBeenCalledTimes(1);
  });

  it("hides no other fault", () => {
    const stream = new EventEmitter();
    tolerateClosedPipes(undefined, [stream]);
    expect(() => stream.emit("error", fault("ENOSPC"))).toThrow("write");
  });
});

describe("A program that is stopped", () => {
  const start = (env: NodeJS.ProcessEnv) => {
    const program = Object.assign(new EventEmitter(), { env, ppid: 7 });
    const statuses: number[] = [];
    onStop((status) => statuses.push(status), program as unknown as NodeJS.Process);
    return { program, statuses };
  };

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("by %s learns of it once", (signal, status) => {
    const { program, statuses } = start({});
    program.emit(signal, signal);
    program.emit("SIGTERM", "SIGTERM");
    expect(statuses).toEqual([status]);
  });

  it.each([
    [{ npm_lifecycle_event: "start" }, [143]],
    [{}, []],
  ])("with its parent learns of it under npm alone: %j", (env, expected) => {
    jest.useFakeTimers();
    const { program, statuses } = start(env);
    jest.advanceTimersByTime(2_000);
    expect(statuses).toEqual([]);
    program.ppid = 1;
    jest.advanceTimersByTime(2_000);
    jest.useRealTimers();
    expect(statuses).toEqual(expected);
  });
});
