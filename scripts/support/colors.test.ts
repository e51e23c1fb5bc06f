import { takesColors } from "./colors";

const terminal = { isTTY: true };
const pipe = {};
const TERM = "xterm-256color";

describe("Colors", () => {
  it.each([
    ["on a terminal", terminal, { TERM }, true],
    ["in no pipe", pipe, { TERM, COLORTERM: "truecolor" }, false],
    ["on no terminal without them", terminal, { TERM: "dumb" }, false],
    ["nowhere with NO_COLOR", terminal, { TERM, NO_COLOR: "1" }, false],
    ["in a pipe with FORCE_COLOR", pipe, { TERM, FORCE_COLOR: "1" }, true],
    ["nowhere with FORCE_COLOR=0", terminal, { TERM, FORCE_COLOR: "0" }, false],
  ])("come %s", (_, stream, env, expected) => {
    expect(takesColors(stream, env)).toBe(expected);
  });
});
