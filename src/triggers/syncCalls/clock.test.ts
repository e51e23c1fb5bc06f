import {
  day,
  hour,
  idsOf,
  type SyncTest,
  sorted,
  startSync,
  windowsOf,
} from "../../../tests/support/syncCalls";

const firstDay = Date.parse("2026-02-15");
const warning =
  "warn: Sync Calls: the saved state is of a clock that was ahead of this one. It goes on from the last day that it knows calls of.";
let sync: SyncTest;
let expected: string[];
let handedOut: string[];
let lines: string[];

beforeAll(async () => {
  sync = await startSync();
});
beforeEach(() => {
  sync.reset();
  sync.platform.configure({ firstDay: "2026-02-15" });
  expected = [];
  handedOut = [];
  lines = [];
});
afterAll(() => sync.stop());

/** Runs once, and keeps what came. */
async function run(options: Parameters<SyncTest["platform"]["run"]>[0] = {}) {
  const ended = await sync.platform.run(options);
  expect(ended.error).toBeUndefined();
  handedOut.push(...idsOf(ended.items));
  lines.push(...ended.lines.filter((line) => line.startsWith("warn")));
  return ended;
}

/** Runs each four hours for more than a day, after which nothing is left to be found. */
async function runForADay() {
  for (let hours = 0; hours < 28; hours += 4) {
    await run();
    sync.advance(4 * hour);
  }
}

/** Runs now and in an hour. */
async function runTwice() {
  await run();
  sync.advance(hour);
  await run();
}

const add = (lateMs: number) => expected.push(sync.addCall({ startedAt: sync.now() - lateMs }));
const callsPerDay = 6;
/** Two weeks of calls. */
const addPast = () => expected.push(...sync.addCalls(14 * callsPerDay, firstDay, 14 * day));

/** Calls as late as Gong may show them, none of which a run has seen. */
const addLate = () => {
  for (const lateMs of [1_000, hour, 20 * hour, 3 * day, 6.9 * day]) add(lateMs);
};

describe.each([
  { by: "3 hours", aheadMs: 3 * hour },
  { by: "2 days", aheadMs: 2 * day },
  { by: "8 days", aheadMs: 8 * day },
  { by: "40 days", aheadMs: 40 * day },
])("A clock that was ahead by $by", ({ aheadMs }) => {
  afterEach(() => {
    expect(sorted(handedOut)).toEqual(sorted(expected));
    expect(lines).toEqual([warning]);
  });

  it("for one run makes no later run idle, loses nothing and repeats nothing", async () => {
    addPast();
    await run({ onDeploy: true });
    sync.advance(hour);
    add(1_000);
    sync.setAhead(aheadMs);
    await run();
    sync.setAhead(0);
    addLate();
    sync.advance(hour);
    await run();
    const promised = expected.slice(0, -3);
    expect(handedOut).toEqual(expect.arrayContaining(promised));
    await runForADay();
  });

  it("for several runs does not either", async () => {
    addPast();
    await run({ onDeploy: true });
    sync.setAhead(aheadMs);
    for (let count = 0; count < 3; count += 1) {
      sync.advance(hour);
      add(1_000);
      await run();
    }
    sync.setAhead(0);
    addLate();
    sync.advance(hour);
    await runForADay();
  });

  it("in the first sync does not either", async () => {
    addPast();
    sync.setAhead(aheadMs);
    await run({ onDeploy: true });
    sync.setAhead(0);
    addLate();
    sync.advance(hour);
    await runForADay();
  });

  it("when the day's budget ended the first sync on its way does not either", async () => {
    addPast();
    sync.platform.configure({ dailyRequestBudget: "10" });
    sync.setAhead(aheadMs);
    await run({ onDeploy: true });
    expect(handedOut.length).toBeLessThan(expected.length);
    sync.setAhead(0);
    sync.advance(hour);
    sync.platform.configure({ dailyRequestBudget: "8000" });
    await runForADay();
  });

  it("in the middle of a run ends the run, and the next one goes on", async () => {
    addPast();
    sync.setAhead(aheadMs);
    let rounds = 0;
    await run({
      onDeploy: true,
      incident: () => {
        rounds += 1;
        if (rounds === 3) sync.setAhead(0);
        return undefined;
      },
    });
    expect(rounds).toBe(4);
    sync.advance(hour);
    await runTwice();
  });

  it("when First Day was moved back adds those days all the same", async () => {
    const before = sync.addCalls(15 * callsPerDay, firstDay - 15 * day, 15 * day);
    addPast();
    await run({ onDeploy: true });
    expected.push(...before);
    sync.platform.configure({ firstDay: "2026-01-31", dailyRequestBudget: "10" });
    sync.advance(day);
    sync.setAhead(aheadMs);
    await run();
    sync.setAhead(0);
    sync.advance(hour);
    sync.platform.configure({ dailyRequestBudget: "8000" });
    addLate();
    await runForADay();
  });
});

describe("First Day moved back by days that the last look back comes to", () => {
  /** Stops on the way through the days that were added. */
  async function stopWhileAdding(aheadMs = 0, knownDays = 3) {
    sync.platform.configure({ firstDay: "2026-02-26" });
    const known = [knownDays * callsPerDay, Date.parse("2026-02-26"), 3 * day] as const;
    expected.push(...sync.addCalls(...known));
    await run({ onDeploy: true });
    const before = Date.parse("2026-01-31");
    expected.push(...sync.addCalls(26 * callsPerDay, before, 26 * day));
    sync.advance(day);
    sync.platform.configure({ firstDay: "2026-01-31", dailyRequestBudget: "15" });
    sync.setAhead(aheadMs);
    await run();
    expect(handedOut.length).toBeLessThan(expected.length);
    sync.setAhead(0);
    sync.platform.configure({ dailyRequestBudget: "8000" });
    sync.advance(60_000);
  }

  it.each([5 * 60_000, 3 * hour, 40 * day])(
    "adds them, each call once, when a clock was ahead by %d ms on the way",
    async (aheadMs) => {
      await stopWhileAdding(aheadMs);
      await runForADay();
      expect([sorted(handedOut), lines]).toEqual([sorted(expected), [warning]]);
    },
  );

  it("adds them, each call once, when there are no others", async () => {
    await stopWhileAdding(3 * hour, 0);
    await runForADay();
    expect([sorted(handedOut), lines]).toEqual([sorted(expected), [warning]]);
  });

  it.each<[string, (state: Record<string, unknown>) => void]>([
    ["a day with calls", ({ seen }) => Object.assign(seen as object, { "2026-02-28": "x" })],
    ["all days with calls", (state) => Object.assign(state, { seen: 7 })],
    ["what was scanned", (state) => Object.assign(state, { scanned: null })],
    ["the scan", (state) => Object.assign(state, { scan: null })],
    ["the scan, which is gone", (state) => Object.assign(state, { scan: undefined })],
    ["the window", ({ scan }) => Object.assign(scan as object, { to: 7 })],
    ["what is added", (state) => Object.assign(state, { adds: null })],
  ])("adds them all when the state is damaged at %s", async (_, change) => {
    await stopWhileAdding();
    damage(change);
    await runForADay();
    expect([...new Set(handedOut)].sort()).toEqual(sorted(expected));
  });
});

describe("A clock that was ahead", () => {
  it("of an account that had no calls yet reads from First Day again", async () => {
    await run({ onDeploy: true });
    sync.setAhead(30 * day);
    sync.advance(hour);
    await run();
    sync.setAhead(0);
    add(8 * day);
    sync.advance(hour);
    sync.takeRequests();
    await run();
    expect(windowsOf(sync.takeRequests())[0]).toEqual([
      "2026-02-15T00:00:00Z 2026-02-16T00:00:00Z",
      "begin",
      404,
    ]);
    expect([handedOut, lines]).toEqual([expected, [warning]]);
  });

  it("by less than a minute is no reason to warn", async () => {
    addPast();
    sync.setAhead(50_000);
    await run({ onDeploy: true });
    sync.setAhead(0);
    await run();
    add(1_000);
    sync.advance(hour);
    await run();
    expect([sorted(handedOut), lines]).toEqual([sorted(expected), []]);
  });

  it("does not keep runs from asking when Gong took no requests then", async () => {
    sync.setAhead(30 * day);
    sync.gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 20_000 });
    await run({ onDeploy: true });
    sync.setAhead(0);
    add(1_000);
    sync.advance(hour);
    await run();
    expect([handedOut, lines]).toEqual([expected, [warning]]);
  });
});

/** The saved state with something else in it. */
function damage(change: (state: Record<string, unknown>) => void) {
  const { __prismaticInternal: internal } = sync.platform.instanceState as {
    __prismaticInternal: { polling: Record<string, unknown> };
  };
  change(internal.polling);
}

const odd = [
  -8e15,
  null,
  7,
  1e300,
  -1e300,
  -8.64e15 - 1,
  "7",
  "today",
  [],
  [null],
  ["7", "7", "7"],
  [[7]],
  {},
  { length: 9 },
  { "2026-03-01": { length: 9 } },
];
const fields = ["seen", "scanned", "scan", "from", "adds", "closedUntil", "spent", "beat", "run"];
const scanFields = ["left", "to", "cursor", "followed", "restarts", "until", "depth"];

describe.each([
  { by: "an hour", behindMs: hour },
  { by: "36 hours", behindMs: 36 * hour },
  { by: "3 days", behindMs: 3 * day },
  { by: "12 days", behindMs: 12 * day },
  { by: "50 days", behindMs: 50 * day },
])("A clock that is behind by $by", ({ behindMs }) => {
  const firstDay = Date.parse("2026-01-15");
  beforeEach(() => {
    sync.platform.configure({ firstDay: "2026-01-15" });
    expected.push(...sync.addCalls(45 * callsPerDay, firstDay, 45 * day));
  });
  afterEach(() => {
    expect(sorted(handedOut)).toEqual(sorted(expected));
    expect(lines.filter((line) => line !== warning)).toEqual([]);
  });

  it.each([1, 3])("for %d runs loses nothing and repeats nothing", async (runs) => {
    await run({ onDeploy: true });
    sync.setAhead(-behindMs);
    for (let count = 0; count < runs; count += 1) {
      sync.advance(hour);
      add(1_000);
      await run();
    }
    sync.setAhead(0);
    addLate();
    sync.advance(hour);
    await runForADay();
  });

  it("when the day's budget ended the first sync on its way does not either", async () => {
    sync.platform.configure({ dailyRequestBudget: "30" });
    await run({ onDeploy: true });
    expect(handedOut.length).toBeLessThan(expected.length);
    sync.advance(day);
    sync.setAhead(-behindMs);
    await run();
    sync.setAhead(0);
    sync.platform.configure({ dailyRequestBudget: "8000" });
    await runForADay();
  });
});

it("A clock that is behind does not keep First Day from adding days, each call once", async () => {
  addPast();
  await run({ onDeploy: true });
  const before = firstDay - 45 * day;
  expected.push(...sync.addCalls(45 * callsPerDay, before, 45 * day));
  sync.platform.configure({ firstDay: "2026-01-01", dailyRequestBudget: "10" });
  sync.advance(day);
  await run();
  sync.advance(day);
  for (const behindMs of [3 * day, 9 * day, 20 * day]) {
    sync.setAhead(-behindMs);
    await run();
  }
  expect(handedOut.length).toBeLessThan(expected.length);
  sync.setAhead(0);
  sync.platform.configure({ dailyRequestBudget: "8000" });
  addLate();
  await runForADay();
  expect(sorted(handedOut)).toEqual(sorted(expected));
});

describe("A damaged state", () => {
  /** Stops a sync in the middle, and gives the requests back that it was stopped by. */
  async function stopInTheMiddle() {
    addPast();
    sync.platform.configure({ dailyRequestBudget: "10" });
    await run({ onDeploy: true });
    sync.platform.configure({ dailyRequestBudget: "8000" });
    sync.advance(hour);
  }

  it.each([...fields, ...scanFields.map((field) => `scan.${field}`)])(
    "whatever %s holds is no reason to fail, nor to lose a call",
    async (name) => {
      sync.platform.configure({ firstDay: "2026-02-25" });
      expected.push(...sync.addCalls(4 * callsPerDay, Date.parse("2026-02-25"), 4 * day));
      let rounds = 0;
      const incident = () => {
        rounds += 1;
        return rounds === 2 ? "abandoned" : undefined;
      };
      await run({ onDeploy: true, incident });
      expect(handedOut).toHaveLength(2 * callsPerDay);
      sync.advance(hour);
      const stopped = JSON.stringify(sync.platform.instanceState);
      for (const value of odd) {
        sync.platform.instanceState = JSON.parse(stopped);
        damage((state) => {
          const [outer = "", inner] = name.split(".");
          if (inner) Object.assign(state[outer] as object, { [inner]: value });
          else state[outer] = value;
        });
        const before = [...handedOut];
        await runTwice();
        const missing = expected.filter((id) => !handedOut.includes(id));
        expect([name, value, missing]).toEqual([name, value, []]);
        handedOut = before;
      }
    },
  );

  it.each([
    ["scanned", ["7", "7", "7"]],
    ["scan", { left: [[7, "8"]] }],
    ["scan", null],
  ])("goes on from the last day with calls when %s is %j, and says so", async (name, value) => {
    await stopInTheMiddle();
    damage((state) => {
      state[name] = value;
    });
    await runTwice();
    expect(sorted(handedOut)).toEqual(sorted(expected));
    expect(lines).toEqual([
      "warn: Sync Calls: the saved state is damaged. It goes on from the last day that it knows calls of.",
    ]);
  });

  const first = Date.parse("2026-02-20");
  it.each([
    ["to", 8e15],
    ["to", first + 2 * day],
    ["to", first],
    ["left", []],
    ["left", [7, 8]],
    ["left", [[first, first + 9 * day, first + 10 * day]]],
    ["left", [[first, 8e15]]],
    ["left", [[first + day, first]]],
    [
      "left",
      [
        [first, first + 2 * day],
        [first + day, first + 3 * day],
      ],
    ],
    ["depth", -1],
    ["depth", 3],
    ["restarts", -8e15],
    ["restarts", 8e15],
    ["followed", "x"],
  ])("hands out no call twice when %s of its scan is %j, and says so", async (name, value) => {
    addPast();
    await run({ onDeploy: true });
    const before = [...handedOut];
    damage((state) => {
      const until = first + 2 * day;
      const left = [[first, until]];
      const scan = { left, to: first + day, followed: "", restarts: 0, until, depth: 2 };
      state.scan = { ...scan, [name]: value };
    });
    sync.advance(hour);
    add(1_000);
    await runForADay();
    expect(sorted(handedOut)).toEqual(sorted([...before, ...expected.slice(before.length)]));
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each([null, "x", {}, 8e15, "2026-02-15"])(
    "does not read all again when from is %j, and says so",
    async (from) => {
      addPast();
      await run({ onDeploy: true });
      damage((state) => {
        state.from = from;
      });
      add(1_000);
      sync.advance(hour);
      sync.takeRequests();
      await runTwice();
      expect(sync.takeRequests().length).toBeLessThan(5);
      expect(sorted(handedOut)).toEqual(sorted(expected));
      expect(lines).toEqual([
        "warn: Sync Calls: the saved state is damaged. It takes First Day for what was asked for before.",
      ]);
    },
  );

  it.each([
    ["a part of a mark", (seen: Record<string, string>, last: string) => (seen[last] += "x")],
    ["no text", (seen: Record<string, unknown>, last: string) => (seen[last] = 7)],
    ["a day that is none", (seen: Record<string, string>) => (seen["March 1, 2099"] = "123456789")],
  ])("that has %s among its days repeats two days at most, and says so", async (_, change) => {
    addPast();
    await run({ onDeploy: true });
    damage(({ seen }) => {
      change(
        seen as Record<string, string>,
        Object.keys(seen as object)
          .sort()
          .at(-1) ?? "",
      );
    });
    add(1_000);
    await runTwice();
    expect([...new Set(handedOut)].sort()).toEqual(sorted(expected));
    // That day, and the one that the look back now reaches and that was forgotten.
    expect(handedOut.length).toBeLessThanOrEqual(expected.length + 2 * callsPerDay);
    expect(lines).toHaveLength(1);
  });

  it("that comes as the cursor of a round ends its run, and the next one goes on", async () => {
    addPast();
    const begun = await run({ onDeploy: true, incident: () => "abandoned" });
    const { __prismaticInternal: internal } = sync.platform.instanceState as {
      __prismaticInternal: { polling: object };
    };
    const cursor = { ...internal.polling, scan: { left: [7] } };
    const ended = await run({ onDeploy: true, cursor });
    expect([begun.rounds, ended.rounds, ended.items]).toEqual([1, 1, []]);
    await run();
    expect(sorted(handedOut)).toEqual(sorted(expected));
    expect(lines).toHaveLength(1);
  });

  it("begins again with First Day where no day is known", async () => {
    await stopInTheMiddle();
    damage((state) => {
      state.seen = [];
    });
    handedOut = [];
    await runTwice();
    expect(sorted(handedOut)).toEqual(sorted(expected));
    expect(lines).toHaveLength(1);
  });
});
