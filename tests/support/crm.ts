import { systemTime } from "../../src/client/time";
import { startGong, type TestGong } from "./gong";

/** The integration that the seed company has. */
export const integrationId = "5517027188234205706";
export const accountInputs = { integrationId, objectType: "ACCOUNT", uploadId: "test" };

/** An account that Gong takes. */
export const account = (id: number, more: object = {}) => ({
  objectId: `a-${id}`,
  modifiedDate: "2026-03-01T09:00:00Z",
  ...more,
});

/** A local Gong with a CRM integration, anew for each test, on a clock that only waiting moves. */
export function useCrm() {
  const crm = {
    now: Date.UTC(2026, 5, 1),
    gong: undefined as unknown as TestGong,
    /** Requests that brought a file, with what Gong said. */
    uploads: () =>
      crm.gong.sandbox.requests.filter(
        ({ method, path }) => method === "POST" && path === "/v2/crm/entities",
      ),
    namesOf: async (...ids: number[]) => {
      const objectIds = ids.map((id) => `a-${id}`);
      const { data } = await crm.gong.run("getCrmObjects", { ...accountInputs, objectIds });
      return objectIds.map((id) => data.crmObjectsMap[id]?.name);
    },
  };
  beforeEach(async () => {
    crm.gong = await startGong({ callCount: 1, now: () => crm.now });
    jest.spyOn(systemTime, "now").mockImplementation(() => crm.now);
    jest.spyOn(systemTime, "sleep").mockImplementation(async (milliseconds) => {
      crm.now += milliseconds;
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await crm.gong.stop();
  });
  return crm;
}
