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

it("Select User shows name and email address, active users first", async () => {
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

describe("The 15 seconds of a picker", () => {
  it.each([
    ...["workspaces", "users", "folders", "calls"],
    ...["trackers", "scorecards", "briefs", "outcomes", "crmIntegrations"],
  ])("end %s that get no answer", async (key) => {
    const controller = new AbortController();
    const timeout = jest.spyOn(AbortSignal, "timeout").mockReturnValue(controller.signal);
    const server = await startServer(() => controller.abort());
    const picking = gong.pick(key, { connection: connectionTo(server.url), workspaceId: "1" });
    await expect(picking).rejects.toMatchObject({ code: "timed_out" });
    expect(timeout).toHaveBeenCalledWith(15_000);
    timeout.mockRestore();
    await server.stop();
  });
});

describe("What is shown of odd and null records (G47)", () => {
  const settings = "/v2/settings";
  const none = { firstName: null, lastName: { a: 1 }, emailAddress: null, active: null };
  const mia = { id: "7", firstName: "Mia", emailAddress: "mia@harbourline.example" };
  const nameless = { trackerId: "5", trackerName: null };

  it.each<[key: string, path: string, answer: object, shown: [key: string, label: string][]]>([
    [
      "workspaces",
      "/v2/workspaces",
      { workspaces: [null, { id: "1", name: null }, { id: null }] },
      [["1", "Workspace 1"]],
    ],
    [
      "users",
      "/v2/users",
      { users: [null, { id: "2", ...none }, { ...none }, mia, { ...mia, id: "9", firstName: "" }] },
      [
        ["7", "Mia (mia@harbourline.example)"],
        ["9", "mia@harbourline.example"],
        ["2", "User 2"],
      ],
    ],
    [
      "folders",
      "/v2/library",
      { folders: [null, { id: "3", name: null, parentFolderId: null }, {}] },
      [["3", "Folder 3"]],
    ],
    [
      "calls",
      "/v2/",
      { calls: [null, { id: "4", title: { a: 1 }, started: null }, {}], users: [] },
      [["4", "Untitled call"]],
    ],
    [
      "trackers",
      `${settings}/trackers?workspaceId=1`,
      { keywordTrackers: [null, nameless, { trackerId: "2", trackerName: "Price" }] },
      [
        ["2", "Price"],
        ["5", "Tracker 5"],
      ],
    ],
    [
      "scorecards",
      `${settings}/scorecards`,
      {
        scorecards: [
          { scorecardId: 2, scorecardName: "Old", enabled: false },
          ...[null, { scorecardId: null }, { scorecardId: 6, enabled: true }],
        ],
      },
      [
        ["6", "Scorecard 6"],
        ["2", "Old, disabled"],
      ],
    ],
    [
      "briefs",
      `${settings}/briefs`,
      {
        briefs: [
          { briefId: "2", briefName: "Draft", status: "Not published" },
          ...[null, { briefId: "7", briefName: null, status: null }],
          { briefId: "1", briefName: "Summary", status: "Published" },
        ],
      },
      [
        ["7", "Brief 7"],
        ["1", "Summary"],
        ["2", "Draft, not published"],
      ],
    ],
    [
      "outcomes",
      "/v2/call-outcomes",
      { outcomes: [null, { callOutcome: "Met", category: "Answered" }, { callOutcome: "Busy" }] },
      [
        ["Busy", "Busy"],
        ["Met", "Met (Answered)"],
      ],
    ],
    [
      "crmIntegrations",
      "/v2/crm/integrations",
      { integrations: [null, { integrationId: "8", name: null, ownerEmail: null }] },
      [["8", "CRM Integration 8"]],
    ],
  ])("%s", async (key, path, answer, shown) => {
    const entries = await pickFrom(key, { [path]: answer }, { workspaceId: "1" });
    expect(entries).toEqual(shown.map(([id, label]) => entry(id, label)));
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
