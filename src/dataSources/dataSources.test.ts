import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import type { Entry } from "./picker";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => gong.sandbox.clearRequests());

const hour = 3600_000;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const labelsOf = (entries: readonly Entry[]) => entries.map(({ label }) => label);
const sorted = (labels: readonly string[]) => [...labels].sort(collator.compare);

/** What a picker shows of an account that answers each path so. */
async function pickFrom(key: string, answers: Record<string, object>, inputs: object = {}) {
  const server = await startServer((request, response) => {
    const path = Object.keys(answers).find((start) => request.url?.startsWith(start)) ?? "";
    const { status = 200, ...body } = answers[path] as { status?: number };
    response.writeHead(status, { "retry-after": "16" }).end(JSON.stringify(body));
  });
  const connection = connectionTo(server.url);
  return gong.pick(key, { connection, ...inputs }).finally(() => server.stop());
}

describe("Select Workspace", () => {
  it("shows every workspace by name, sorted", async () => {
    const { workspaces } = gong.sandbox.company;
    const entries = await gong.pick("workspaces");
    expect(labelsOf(entries)).toEqual(sorted(workspaces.map(({ name }) => name)));
    expect(new Set(entries)).toEqual(new Set(workspaces.map(({ id, name }) => entry(id, name))));
    expect(gong.sandbox.requests).toMatchObject([{ method: "GET", path: "/v2/workspaces" }]);
  });
});

describe("Select User", () => {
  it("shows name and email address, active users first", async () => {
    const users = gong.sandbox.company.users.filter(({ avatar }) => !avatar);
    const labelled = (wanted: boolean) =>
      users
        .filter(({ active }) => active === wanted)
        .map(({ id, firstName, lastName, emailAddress }) =>
          entry(id, `${firstName} ${lastName} (${emailAddress})${wanted ? "" : ", inactive"}`),
        )
        .sort((one, other) => collator.compare(one.label, other.label));
    expect(labelled(false)).not.toHaveLength(0);
    expect(await gong.pick("users")).toEqual([...labelled(true), ...labelled(false)]);
  });
});

describe("Select Folder", () => {
  it("shows the path of every folder of the workspace", async () => {
    const [workspace] = gong.sandbox.company.workspaces;
    const entries = await gong.pick("folders", { workspaceId: workspace?.id });
    expect(entries).not.toHaveLength(0);
    expect(labelsOf(entries)).toEqual(sorted(labelsOf(entries)));
    expect(labelsOf(entries).some((label) => label.includes(" / "))).toBe(true);
    expect(gong.sandbox.requests).toMatchObject([
      { path: "/v2/library/folders", query: { workspaceId: workspace?.id } },
    ]);
  });

  it("refuses a blank workspace before anything is sent (G31)", async () => {
    await expect(gong.pick("folders", { workspaceId: "" })).rejects.toThrow(
      "Workspace Id is required, for example 623457276584334.",
    );
    expect(gong.sandbox.requests).toEqual([]);
  });
});

describe("Select Call", () => {
  it("shows day, title and host of every call of the year, newest first", async () => {
    const { calls, users } = gong.sandbox.company;
    const newestFirst = [...calls].sort((one, other) => other.startedAt - one.startedAt);
    const labels = newestFirst.map(({ started, title, primaryUserId }) => {
      const host = users.find(({ id }) => id === primaryUserId);
      return `${started.slice(0, 10)} · ${title} · ${host?.firstName} ${host?.lastName}`;
    });
    const entries = await gong.pick("calls");
    expect(labelsOf(entries)).toEqual(labels);
    expect(entries.map(({ key }) => key)).toEqual(newestFirst.map(({ id }) => id));
  });

  it("leaves hosts out when the connection may not read users", async () => {
    const connection = gong.oauthConnection(["api:calls:read:basic"]);
    const entries = await gong.pick("calls", { connection });
    expect(entries).toHaveLength(gong.sandbox.company.calls.length);
    expect(entries[0]?.label).toMatch(/^\d{4}-\d{2}-\d{2} · [^·]+$/);
  });

  it("shows the hosts whose names came in time, when all users would take too long", async () => {
    const calls = ["1", "2"].map((id) => ({ id, primaryUserId: id }));
    const entries = await pickFrom("calls", {
      "/v2/users?": { status: 429 },
      "/v2/users": { users: [{ id: "1", firstName: "Ada" }], records: { cursor: "c" } },
      "/v2/calls": { calls },
    });
    expect(labelsOf(entries)).toEqual(["Untitled call · Ada", "Untitled call"]);
  });

  it.each<[string, (index: number) => number]>([
    ["5,000 a day around the clock", (index) => (index * 24 * hour) / 5_000],
    ["5,000 a day in the office hours of five days", officeHours],
    ["all within one minute of a week ago", (index) => 7 * 24 * hour + index],
    ["one a day", (index) => index * 24 * hour],
  ])("holds the latest of calls that took place %s", async (_, agoOf) => {
    const busy = await startGong({ callCount: 0 });
    const now = Date.now();
    for (let index = 0; index < 3_000; index += 1) {
      busy.sandbox.createCall({ startedAt: now - hour - agoOf(index) });
    }
    const entries = await busy.pick("calls").finally(() => busy.stop());
    const { calls } = busy.sandbox.company;
    const yearAgo = now - 365 * 24 * hour;
    const latest = calls.filter(({ startedAt }) => startedAt >= yearAgo).slice(0, 1_000);
    const startOf = new Map(calls.map(({ id, startedAt }) => [id, startedAt]));
    const shown = entries.map(({ key }) => startOf.get(key) ?? 0);
    expect(shown.length).toBe(latest.length);
    if (agoOf(2_999) - agoOf(0) > hour) {
      expect(shown).toEqual(latest.map(({ startedAt }) => startedAt));
    }
    expect(busy.sandbox.requests.length).toBeLessThan(40);
  });

  it("shows the windows that were read when the rest would take too long", async () => {
    gong.sandbox.createCall({ id: "42", startedAt: Date.now() - hour / 2 });
    gong.sandbox.faults.next({ kind: "delay", milliseconds: 0, path: "/v2/calls" });
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 60, path: "/v2/calls" });
    expect((await gong.pick("calls")).map(({ key }) => key)).toEqual(["42"]);
  });

  it("is an error when nothing could be read in time", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 60, path: "/v2/calls" });
    await expect(gong.pick("calls")).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("The pickers of settings", () => {
  it.each<[key: string, inputs: object, answers: Record<string, object>, shown: Entry[]]>([
    [
      "trackers",
      { workspaceId: "7" },
      {
        "/v2/settings/trackers?workspaceId=7": {
          keywordTrackers: [{ trackerId: "2", trackerName: "Price" }, { trackerId: "1" }],
        },
      },
      [entry("2", "Price"), entry("1", "Tracker 1")],
    ],
    [
      "scorecards",
      {},
      {
        "/v2/settings/scorecards": {
          scorecards: [
            { scorecardId: 2, scorecardName: "Old", enabled: false },
            { scorecardId: "1", scorecardName: "Discovery", enabled: true },
          ],
        },
      },
      [entry("1", "Discovery"), entry("2", "Old, disabled")],
    ],
    [
      "briefs",
      {},
      {
        "/v2/settings/briefs": {
          briefs: [
            { briefId: "2", briefName: "Draft", status: "Not published" },
            { briefId: "1", briefName: "Deal", status: "Published" },
          ],
        },
      },
      [entry("1", "Deal"), entry("2", "Draft, not published")],
    ],
    [
      "outcomes",
      {},
      {
        "/v2/call-outcomes": {
          outcomes: [{ callOutcome: "Connected", category: "Answered" }, { callOutcome: "Busy" }],
        },
      },
      [entry("Busy", "Busy"), entry("Connected", "Connected (Answered)")],
    ],
  ])("%s", async (key, inputs, answers, shown) => {
    expect(await pickFrom(key, answers, inputs)).toEqual(shown);
  });
});

describe("The 15 seconds of a picker", () => {
  /** Runs a picker whose time is over as soon as the server wants that. */
  async function pickUntil(
    key: string,
    answer: (path: string, over: () => void) => object | undefined,
  ) {
    const controller = new AbortController();
    const timeout = jest.spyOn(AbortSignal, "timeout").mockReturnValue(controller.signal);
    const server = await startServer((request, response) => {
      const body = answer(`${request.url}`, () => controller.abort());
      if (body) response.end(JSON.stringify(body));
    });
    try {
      return await gong.pick(key, { connection: connectionTo(server.url), workspaceId: "1" });
    } finally {
      expect(timeout).toHaveBeenCalledWith(15_000);
      timeout.mockRestore();
      await server.stop();
    }
  }

  it.each([
    ...["workspaces", "users", "folders", "calls"],
    ...["trackers", "scorecards", "briefs", "outcomes"],
  ])("end %s that get no answer", async (key) => {
    const picking = pickUntil(key, (_, over) => void over());
    await expect(picking).rejects.toMatchObject({ code: "timed_out" });
  });
});

describe("Null records and null fields (G47)", () => {
  const none = { firstName: null, lastName: null, emailAddress: null, active: null };
  it.each<[key: string, answers: Record<string, object>, shown: Entry[]]>([
    [
      "workspaces",
      { "/v2/workspaces": { workspaces: [null, { id: "1", name: null }, { id: null }] } },
      [entry("1", "Workspace 1")],
    ],
    [
      "users",
      { "/v2/users": { users: [null, { id: "2", ...none }, { id: null, ...none }] } },
      [entry("2", "User 2")],
    ],
    [
      "folders",
      { "/v2/library": { folders: [null, { id: "3", name: null, parentFolderId: null }, {}] } },
      [entry("3", "Folder 3")],
    ],
    [
      "calls",
      {
        "/v2/calls": { calls: [null, { id: "4", title: null, started: null }, {}], records: null },
        "/v2/users": { users: [null, { id: "2", ...none }] },
      },
      [entry("4", "Untitled call")],
    ],
    [
      "trackers",
      {
        "/v2/settings/trackers": { keywordTrackers: [null, { trackerId: "5", trackerName: null }] },
      },
      [entry("5", "Tracker 5")],
    ],
    [
      "scorecards",
      {
        "/v2/settings/scorecards": {
          scorecards: [null, { scorecardId: null }, { scorecardId: 6 }],
        },
      },
      [entry("6", "Scorecard 6")],
    ],
    [
      "briefs",
      {
        "/v2/settings/briefs": { briefs: [null, { briefId: "7", briefName: null, status: null }] },
      },
      [entry("7", "Brief 7")],
    ],
    ["outcomes", { "/v2/call-outcomes": { outcomes: [null, { callOutcome: null }] } }, []],
  ])("do no harm in %s", async (key, answers, shown) => {
    expect(await pickFrom(key, answers, { workspaceId: "1" })).toEqual(shown);
  });
});

function entry(key: string, label: string): Entry {
  return { key, label };
}

/** Milliseconds ago of a call, when a week has five days of eight hours with 625 calls each. */
function officeHours(index: number): number {
  const hours = index / 625;
  const days = Math.floor(hours / 8);
  return (Math.floor(days / 5) * 7 + (days % 5)) * 24 * hour + (hours % 8) * hour;
}
