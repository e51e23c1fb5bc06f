import { EventEmitter } from "node:events";
import { tolerateClosedPipes } from "./ending";

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
