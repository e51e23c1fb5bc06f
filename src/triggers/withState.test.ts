import { createContext } from "../../tests/support/context";
import { startGong, type TestGong } from "../../tests/support/gong";
import component from "../index";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 5 });
});
afterAll(() => gong.stop());

const { pollChangesTrigger, syncCalls } = component.triggers;
const performs: [string, unknown][] = [
  ["New Records", pollChangesTrigger?.perform],
  ["Sync Calls", syncCalls?.perform],
  ["Sync Calls' first sync", syncCalls?.onDeployPerform],
];

describe.each(performs)("%s", (_, perform) => {
  it.each([undefined, null, "state", 5, true])("runs and keeps a state over %p", async (odd) => {
    const context = { ...createContext(), instanceState: odd };
    const inputs = {
      ...{ connection: gong.connection, resourceType: "calls", showNewRecords: "true" },
      firstDay: "2026-01-01",
    };
    await (perform as (...args: object[]) => Promise<unknown>)(context, { body: {} }, inputs);
    expect(context.instanceState).toHaveProperty("__prismaticInternal.polling.subject");
  });
});
