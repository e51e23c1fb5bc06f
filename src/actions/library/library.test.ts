import { startGong, type TestGong } from "../../../tests/support/gong";
import component from "../../index";

describe("the library", () => {
  let gong: TestGong;
  let workspaceId: string;
  beforeAll(async () => {
    gong = await startGong({ callCount: 60 });
    workspaceId = gong.sandbox.company.workspaces[0]?.id ?? "";
  });
  beforeEach(() => gong.sandbox.clearRequests());
  afterAll(() => gong.stop());

  const foldersOfWorkspace = () =>
    gong.sandbox.company.folders.filter((folder) => folder.workspaceId === workspaceId);

  describe("listLibraryFolders", () => {
    test("lists the folders of a workspace as Gong gives them", async () => {
      const { data } = await gong.run("listLibraryFolders", { workspaceId });
      expect(gong.sandbox.requests).toEqual([
        expect.objectContaining({
          method: "GET",
          path: "/v2/library/folders",
          query: { workspaceId },
          body: undefined,
        }),
      ]);
      const idsOf = (folders: readonly { id: string }[]) => folders.map(({ id }) => id).sort();
      expect(foldersOfWorkspace().length).toBeGreaterThan(1);
      expect(idsOf(data.folders)).toEqual(idsOf(foldersOfWorkspace()));
    });

    test('keeps "null" for a folder without parent', async () => {
      const { data } = await gong.run("listLibraryFolders", { workspaceId });
      const parents = data.folders.map(
        (folder: { parentFolderId: unknown }) => folder.parentFolderId,
      );
      expect(parents).toContain("null");
      expect(parents).not.toContain(null);
    });

    test.each([undefined, "", "  "])("refuses to ask without a workspace (%j)", async (blank) => {
      const error = await gong.fail("listLibraryFolders", { workspaceId: blank });
      expect(error).toMatchObject({ name: "InputError", input: "Workspace Id" });
      expect(error.message).toMatch(/^Workspace Id is required, for example \d+\.$/);
      expect(gong.sandbox.requests).toEqual([]);
    });

    test("refuses what is no id", async () => {
      const error = await gong.fail("listLibraryFolders", { workspaceId: "null" });
      expect(error.message).toMatch(/^Workspace Id must be a Gong id of up to 20 digits/);
      expect(gong.sandbox.requests).toEqual([]);
    });

    test("is offered as optional, as integrations know it", () => {
      const inputs = [
        ...(component.actions.listLibraryFolders?.inputs ?? []),
        ...(component.actions.listCallsInFolder?.inputs ?? []),
      ];
      expect(
        inputs.map(({ key, required, dataSource }) => ({ key, required, dataSource })),
      ).toEqual([
        { key: "connection", required: true, dataSource: undefined },
        { key: "workspaceId", required: false, dataSource: "workspaces" },
        { key: "connection", required: true, dataSource: undefined },
        { key: "workspaceId", required: false, dataSource: "workspaces" },
        { key: "folderId", required: false, dataSource: "folders" },
      ]);
    });
  });

  describe("listCallsInFolder", () => {
    const fullFolder = () => {
      const folder = foldersOfWorkspace().find(({ calls }) => calls.length > 0);
      if (!folder) throw new Error("The local Gong has no folder with calls.");
      return folder;
    };

    test("lists a folder's calls; the workspace is not sent", async () => {
      const folder = fullFolder();
      const { data } = await gong.run("listCallsInFolder", { folderId: folder.id, workspaceId });
      expect(gong.sandbox.requests).toEqual([
        expect.objectContaining({
          method: "GET",
          path: "/v2/library/folder-content",
          query: { folderId: folder.id },
          body: undefined,
        }),
      ]);
      expect(data).toMatchObject({ id: folder.id, name: folder.name });
      expect(data.calls.map(({ id }: { id: string }) => id).sort()).toEqual(
        folder.calls.map(({ callId }) => callId).sort(),
      );
    });

    test("needs no workspace", async () => {
      const { data } = await gong.run("listCallsInFolder", { folderId: ` ${fullFolder().id} ` });
      expect(data.id).toBe(fullFolder().id);
    });

    test("answers an empty list for a folder without calls", async () => {
      const folder = fullFolder();
      folder.calls = [];
      const { data } = await gong.run("listCallsInFolder", { folderId: folder.id });
      expect(data.calls).toEqual([]);
    });

    test("tells a folder that does not exist from an empty one", async () => {
      const error = await gong.fail("listCallsInFolder", { folderId: "1" });
      expect(error).toMatchObject({ name: "GongError", code: "not_found", status: 404 });
    });

    test.each([
      [{ folderId: "" }, /^Folder Id is required, for example \d+\.$/],
      [{}, /^Folder Id is required, for example \d+\.$/],
      // What stands for no parent is no folder (G17).
      [{ folderId: "null" }, /^Folder Id must be a Gong id/],
      [{ folderId: "384315291296892003712" }, /^Folder Id must be a Gong id/],
      [{ folderId: "1", workspaceId: "Sales" }, /^Workspace Id must be a Gong id/],
    ])("refuses %j before it sends anything", async (inputs, message) => {
      const error = await gong.fail("listCallsInFolder", inputs);
      expect(error.name).toBe("InputError");
      expect(error.message).toMatch(message);
      expect(gong.sandbox.requests).toEqual([]);
    });
  });

  test.each([
    ["listLibraryFolders", { workspaceId: "1" }],
    ["listCallsInFolder", { folderId: "1" }],
  ])("%s names the scope that a connection lacks", async (key, inputs) => {
    const connection = gong.oauthConnection(["api:calls:read:basic"]);
    const error = await gong.fail(key, { ...inputs, connection });
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:library:read" });
  });
});
