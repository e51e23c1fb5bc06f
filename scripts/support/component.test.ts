import { type BuiltComponent, createExecution } from "./component";

/** A component with one action that logs as spectral does after a step. */
const talkative = {
  actions: {
    talk: {
      perform: async ({
        logger,
        globalDebug,
      }: {
        logger: Console & { metric: Write };
        globalDebug: boolean;
      }) => {
        logger.debug("a line");
        logger.metric({ memoryUsage: [] });
        return { data: globalDebug };
      },
    },
  },
} as unknown as BuiltComponent;

type Write = (measured: object) => void;

describe("Running an action", () => {
  const before = process.env.GONG_DEBUG;
  afterEach(() => {
    if (before === undefined) delete process.env.GONG_DEBUG;
    else process.env.GONG_DEBUG = before;
  });

  it.each([
    ["true", true],
    ["1", true],
    ["false", false],
    ["", false],
  ])("with GONG_DEBUG=%s logs lines, and no measurements", async (value, expected) => {
    process.env.GONG_DEBUG = value;
    const lines: string[] = [];
    const { data } = await createExecution(talkative, {}, (line) => lines.push(line)).run(
      "talk",
      {},
    );
    expect({ data, lines }).toEqual({ data: expected, lines: ["a line"] });
  });
});
