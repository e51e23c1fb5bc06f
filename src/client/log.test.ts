import { logAttempt } from "./log";

describe("The warning before a wait", () => {
  it.each([
    [503, "List Users got 503; trying again in 2 s."],
    ["an unreadable answer", "List Users got an unreadable answer; trying again in 2 s."],
    ["timed out", "List Users timed out; trying again in 2 s."],
  ])("is a sentence: %s", (result, sentence) => {
    const warn = jest.fn();
    const record = {
      name: "List Users",
      method: "GET",
      pathTemplate: "/v2/users",
      result,
      milliseconds: 1,
      attempt: 1,
      nextInMs: 1_500,
    };
    logAttempt(record, { logger: { warn } } as never, () => ({}));
    expect(warn.mock.calls).toEqual([[`Gong: ${sentence}`]]);
  });
});
