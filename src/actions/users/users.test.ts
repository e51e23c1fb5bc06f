import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { blanks, expectRefused } from "../../../tests/support/refusals";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
  const { users } = gong.sandbox.company;
  const [model] = users;
  if (!model) throw new Error("The company employs nobody.");
  // Three pages of people, so that paging has something to do.
  for (let index = users.length; index < 230; index += 1) {
    users.push({ ...model, id: `9${String(index).padStart(18, "0")}` });
  }
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

const people = () => gong.sandbox.company.users.filter(({ avatar }) => !avatar);
const queries = () => gong.sandbox.requests.map(({ query }) => query);
const byId = (a: string, b: string) => (a.padStart(20, "0") < b.padStart(20, "0") ? -1 : 1);

describe("List Users", () => {
  it("reads a page, and goes on from its cursor", async () => {
    const first = await gong.run("listUsers");
    const { cursor } = first.data.records;
    const second = await gong.run("listUsers", { cursor: ` ${cursor}\n` });

    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/users", query: {}, body: undefined },
      { method: "GET", path: "/v2/users", query: { cursor }, body: undefined },
    ]);
    expect(first.data.users).toHaveLength(100);
    expect(second.data.users).toHaveLength(100);
    const ids = [...first.data.users, ...second.data.users].map(({ id }) => id);
    expect(new Set(ids).size).toBe(200);
  });

  it.each([true, "true", "True", 1])(
    "reads all pages as one with Fetch All %p",
    async (fetchAll) => {
      const { data } = await gong.run("listUsers", { fetchAll });

      const ids = people().map(({ id }) => id);
      expect(data.users.map(({ id }: { id: string }) => id)).toEqual(ids.sort(byId));
      expect(data.records).toEqual({
        totalRecords: ids.length,
        currentPageSize: ids.length,
        currentPageNumber: 0,
      });
      expect(gong.sandbox.requests).toHaveLength(3);
    },
  );

  it.each([false, "false", 0, ...blanks])("reads one page with Fetch All %p", async (fetchAll) => {
    await gong.run("listUsers", { fetchAll });
    expect(queries()).toEqual([{}]);
  });

  it.each([
    [true, "true"],
    ["true", "true"],
    [false, "false"],
    ["false", "false"],
    [0, "false"],
  ])("sends Include Avatars %p as %s", async (includeAvatars, sent) => {
    await gong.run("listUsers", { includeAvatars });
    expect(queries()).toEqual([{ includeAvatars: sent }]);
  });

  it("lists avatars only when asked to", async () => {
    const avatars = gong.sandbox.company.users.filter(({ avatar }) => avatar);
    expect(avatars.length).toBeGreaterThan(0);
    const without = await gong.run("listUsers", { fetchAll: true });
    const all = await gong.run("listUsers", { fetchAll: true, includeAvatars: true });
    expect(all.data.users.length - without.data.users.length).toBe(avatars.length);
  });

  it.each(blanks)("sends nothing of inputs that are %p", async (blank) => {
    await gong.run("listUsers", { cursor: blank, includeAvatars: blank });
    expect(queries()).toEqual([{}]);
  });

  it("keeps the other inputs the same from page to page", async () => {
    await gong.run("listUsers", { fetchAll: true, includeAvatars: "true" });
    expect(queries().map(({ includeAvatars }) => includeAvatars)).toEqual(["true", "true", "true"]);
    expect(queries()[0]).not.toHaveProperty("cursor");
  });

  it.each([
    ["cursor", "Cursor", { secret: 1 }],
    ["cursor", "Cursor", ["secret"]],
    ["cursor", "Cursor", "secret\nline"],
    ["cursor", "Cursor", `secret${"x".repeat(10_000)}`],
    ["includeAvatars", "Include Avatars", "secret"],
    ["includeAvatars", "Include Avatars", {}],
    ["fetchAll", "Fetch All", "secret"],
    ["fetchAll", "Fetch All", [true]],
  ])("refuses %s of a wrong kind", async (key, label, value) => {
    await expectRefused(gong, "listUsers", { [key]: value }, { label, hides: "secret" });
  });

  it("tells what to do when a cursor is not Gong's", async () => {
    const error = await gong.fail("listUsers", { cursor: "eyJhbGciOiJIUzI1NiJ9.eyJ9.abc" });
    expect(error).toMatchObject({ code: "cursor_expired", status: 400 });
    expect(error.message).toContain("Leave Cursor blank to start the listing over");
  });

  it("names the scope that an OAuth connection lacks", async () => {
    const inputs = { connection: gong.oauthConnection(["api:calls:read:basic"]) };
    expect(await gong.fail("listUsers", inputs)).toMatchObject({
      code: "missing_scope",
      scope: "api:users:read",
    });
    const granted = { connection: gong.oauthConnection(["api:users:read"]) };
    expect((await gong.run("listUsers", granted)).data.users).toHaveLength(100);
  });
});

describe("Get User", () => {
  it("gets the user of the id", async () => {
    const [user] = people();
    const { data } = await gong.run("getUser", { userId: ` ${user?.id} ` });

    expect(data).toEqual({ requestId: expect.any(String), user: expect.anything() });
    expect(data.user).toMatchObject({ id: user?.id, emailAddress: user?.emailAddress });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: `/v2/users/${user?.id}`, query: {}, body: undefined },
    ]);
  });

  it("takes the id as a number from an earlier step", async () => {
    const [model] = people();
    if (!model) throw new Error("The company employs nobody.");
    gong.sandbox.company.users.push({ ...model, id: "234599484848423" });
    const { data } = await gong.run("getUser", { userId: 234599484848423 });
    expect(data.user.id).toBe("234599484848423");
  });

  it("gives Gong's words when there is no such user", async () => {
    const error = await gong.fail("getUser", { userId: "7" });
    expect(error).toMatchObject({ code: "not_found", status: 404, attempts: 1 });
    expect(error.message).toContain("User ID 7 was not found");
  });

  it.each<[unknown, string]>([
    ...blanks.map((blank): [unknown, string] => [blank, "is required"]),
    ["secret", "must be a Gong id"],
    ["../calls", "must be a Gong id"],
    ["7?x=secret", "must be a Gong id"],
    ["123456789012345678901", "must be a Gong id"],
    [7782342274025938000, "must arrive as text"],
    [-1, "must be a Gong id"],
    [1.5, "must be a Gong id"],
    [true, "must be a Gong id"],
    [{ id: "secret" }, "must be a Gong id"],
    [["7"], "must be a Gong id"],
    [Buffer.from("secret"), "must be a Gong id"],
  ])("refuses the id %p", async (userId, says) => {
    await expectRefused(gong, "getUser", { userId }, { label: "User Id", says, hides: "secret" });
  });

  it("logs neither the id nor the credentials in debug mode", async () => {
    const [user] = people();
    const context = createContext({ debug: true });
    await gong.run("getUser", { userId: user?.id }, context);
    expect(context.lines.join("\n")).toContain("GET /v2/users/{id} 200");
    expect(context.lines.join("\n")).not.toContain(String(user?.id));
    expect(context.lines.join("\n")).not.toContain(gong.sandbox.accessKeySecret);
  });
});
