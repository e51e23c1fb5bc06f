import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => gong.sandbox.clearRequests());

const labelsOf = (entries: { label: string }[]) => entries.map(({ label }) => label);
const sorted = (labels: string[]) =>
  [...labels].sort(new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare);

describe("Select Workspace", () => {
  it("shows every workspace by name, sorted", async () => {
    const entries = await gong.pick("workspaces");
    const { workspaces } = gong.sandbox.company;
    expect(entries).toEqual(
      sorted(workspaces.map(({ name }) => name)).map((name) => ({
        key: workspaces.find((workspace) => workspace.name === name)?.id,
        label: name,
      })),
    );
    expect(gong.sandbox.requests).toMatchObject([{ method: "GET", path: "/v2/workspaces" }]);
  });
});

describe("Select User", () => {
  it("shows name and e-mail address, and marks inactive users", async () => {
    const entries = await gong.pick("users");
    const users = gong.sandbox.company.users.filter(({ avatar }) => !avatar);
    expect(entries).toHaveLength(users.length);
    for (const { id, firstName, lastName, emailAddress, active } of users) {
      const label = `${firstName} ${lastName} (${emailAddress})${active ? "" : ", inactive"}`;
      expect(entries).toContainEqual({ key: id, label });
    }
    expect(labelsOf(entries)).toEqual(sorted(labelsOf(entries)));
    expect(entries.filter(({ label }) => label.endsWith(", inactive"))).toHaveLength(1);
  });
});

describe("Select Call", () => {
  it("shows title, day and host of every call of the year, over all pages", async () => {
    const entries = await gong.pick("calls");
    const { calls, users } = gong.sandbox.company;
    expect(entries).toHaveLength(calls.length);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(calls.length);
    expect(labelsOf(entries)).toEqual(sorted(labelsOf(entries)));
    const [call] = calls;
    const host = users.find(({ id }) => id === call?.primaryUserId);
    const shown = entries.find(({ key }) => key === call?.id);
    expect(shown?.label).toContain(call?.title);
    expect(shown?.label).toMatch(/, \d{4}-\d{2}-\d{2}, /);
    expect(shown?.label.endsWith(`${host?.firstName} ${host?.lastName}`)).toBe(true);
  });

  it("keeps to one workspace", async () => {
    const [, second] = gong.sandbox.company.workspaces;
    const entries = await gong.pick("calls", { workspaceId: second?.id });
    const expected = gong.sandbox.company.calls.filter(
      ({ workspaceId }) => workspaceId === second?.id,
    );
    expect(entries.map(({ key }) => key).sort()).toEqual(expected.map(({ id }) => id).sort());
  });

  it("leaves hosts out when the connection may not read users", async () => {
    const connection = gong.oauthConnection(["api:calls:read:basic"]);
    const entries = await gong.pick("calls", { connection });
    expect(entries).toHaveLength(gong.sandbox.company.calls.length);
    expect(entries[0]?.label).toMatch(/, \d{4}-\d{2}-\d{2}$/);
  });

  it("shows the hosts whose names came in time, when all users would take too long", async () => {
    const answers: [path: string, status: number, body: object][] = [
      ["/v2/users?", 429, {}],
      ["/v2/users", 200, { users: [{ id: "1", firstName: "Ada" }], records: { cursor: "c" } }],
      ["/v2/calls", 200, { calls: ["1", "2"].map((id) => ({ id, primaryUserId: id })) }],
    ];
    const server = await startServer((request, response) => {
      const [, status, body] = answers.find(([path]) => request.url?.startsWith(path)) ?? [];
      response.writeHead(status ?? 404, { "retry-after": "16" }).end(JSON.stringify(body));
    });
    const connection = connectionTo(server.url);
    const entries = await gong.pick("calls", { connection }).finally(() => server.stop());
    expect(new Set(labelsOf(entries))).toEqual(new Set(["Untitled call", "Untitled call, Ada"]));
  });

  it("stops after a thousand calls", async () => {
    const large = await startGong({ callCount: 1500 });
    const entries = await large.pick("calls");
    expect(entries.length).toBeGreaterThanOrEqual(1000);
    expect(entries.length).toBeLessThan(1100);
    await large.stop();
  });

  it("is empty, and no error, in an account without calls", async () => {
    const fresh = await startGong({ callCount: 0 });
    expect(await fresh.pick("calls")).toEqual([]);
    await fresh.stop();
  });
});

describe("Select Folder", () => {
  it("shows the path of every folder of the workspace", async () => {
    const [workspace] = gong.sandbox.company.workspaces;
    const entries = await gong.pick("folders", { workspaceId: workspace?.id });
    expect(entries.length).toBeGreaterThan(0);
    expect(labelsOf(entries)).toEqual(sorted(labelsOf(entries)));
    expect(labelsOf(entries).some((label) => label.includes(" / "))).toBe(true);
    expect(gong.sandbox.requests).toMatchObject([
      { path: "/v2/library/folders", query: { workspaceId: workspace?.id } },
    ]);
  });

  it("refuses a blank workspace before anything is sent", async () => {
    await expect(gong.pick("folders", { workspaceId: "" })).rejects.toThrow(
      "Workspace Id is required, for example 623457276584334.",
    );
    expect(gong.sandbox.requests).toEqual([]);
  });
});
