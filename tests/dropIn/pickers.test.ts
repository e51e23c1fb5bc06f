import component from "../../src/index";
import { startGong, type TestGong } from "../support/gong";

/** What integrations built on the public component rely on in its pickers (B24). */
let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
});
afterAll(() => gong.stop());

const pickers = Object.values(component.dataSources ?? {}).filter(
  ({ dataSourceType }) => dataSourceType === "picklist",
);

describe("B24 Keys are Gong's IDs", () => {
  it.each<[string, () => { id: string }[]]>([
    ["workspaces", () => gong.sandbox.company.workspaces],
    ["users", () => gong.sandbox.company.users.filter(({ avatar }) => !avatar)],
    ["calls", () => gong.sandbox.company.calls],
  ])("in %s", async (key, records) => {
    const keys = (await gong.pick(key)).map((entry) => entry.key);
    expect(new Set(keys)).toEqual(new Set(records().map(({ id }) => id)));
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it.each(["", "  ", null, undefined, "623457276584334", 623457276584334])(
    "also of calls in the workspace %p",
    async (workspaceId) => {
      gong.sandbox.clearRequests();
      await gong.pick("calls", { workspaceId });
      const sent = new Set(gong.sandbox.requests.map(({ query }) => query.workspaceId));
      const given = String(workspaceId ?? "").trim() || undefined;
      expect(sent).toContain(given);
    },
  );
});

describe("B24 No data source on an input of a picker", () => {
  it.each(pickers.map(({ key, inputs }) => [key, inputs] as const))("in %s", (_, inputs) => {
    expect(inputs.filter((input) => "dataSource" in input)).toEqual([]);
  });
});
