import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

describe("List Workspaces", () => {
  it("gives the workspaces as Gong answers them", async () => {
    const { data } = await gong.run("listWorkspaces");

    expect(data).toEqual({
      requestId: expect.any(String),
      workspaces: gong.sandbox.company.workspaces,
    });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/workspaces", query: {}, status: 200 },
    ]);
    expect(gong.sandbox.requests[0]?.body).toBeUndefined();
  });

  it("runs on OAuth with its scope", async () => {
    const { data } = await gong.run("listWorkspaces", {
      connection: gong.oauthConnection(["api:workspaces:read"]),
    });
    expect(data.workspaces).toHaveLength(gong.sandbox.company.workspaces.length);
  });

  it("names the scope that an OAuth connection lacks, and marks the connection as failing", async () => {
    const error = await gong.fail("listWorkspaces", {
      connection: gong.oauthConnection(["api:users:read"]),
    });
    expect(error).toMatchObject({
      name: "GongConnectionError",
      code: "missing_scope",
      scope: "api:workspaces:read",
      status: 401,
      attempts: 1,
    });
    expect(error.connection.fields).not.toHaveProperty("clientSecret");
  });

  it("keeps fields that Gong may add, and ids of any length whole", async () => {
    gong.sandbox.faults.next({
      kind: "status",
      status: 200,
      body: { workspaces: [{ id: "12345678901234567890", name: "Sales", colour: "green" }] },
    });
    const { data } = await gong.run("listWorkspaces");
    expect(data.workspaces).toEqual([
      { id: "12345678901234567890", name: "Sales", colour: "green" },
    ]);
  });
});
