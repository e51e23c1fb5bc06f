import { loadComponent } from "../scripts/support/component";
import { systemTime } from "../src/client/time";
import { operations } from "../src/operations";
import { startGong, type TestGong } from "./support/gong";
import { requestRows } from "./support/requestRows";
import { outcomeOf, requestOf, sent } from "./support/requestTable";

/** They make several requests, or any, and have tests of their own. */
const compound = [
  ...["getReadableTranscript", "rawRequest", "searchCalls"],
  ...["uploadCallRecording", "uploadCrmRecords", "uploadCrmSchemaField"],
];

// Without a connection an action asks Gong for nothing.
const actions = Object.values(loadComponent().actions).filter(
  ({ key, inputs }) => !compound.includes(key) && inputs.some(({ type }) => type === "connection"),
);

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
afterAll(() => gong.stop());

describe.each(actions)("$key", ({ key, inputs, display, performSafety }) => {
  const row = () => {
    const found = requestRows[key];
    if (!found) throw new Error(`tests/support/requestRows.ts has no row for ${key}.`);
    return found;
  };

  it("sends what a form asks for", async () => {
    const { route, text, sends } = row();
    expect(await requestOf(gong, key, { ...text, unknown: "x" })).toEqual(sent(route, sends));
  });

  it("sends the same for values of earlier steps", async () => {
    const { route, values, sends } = row();
    expect(await requestOf(gong, key, values)).toEqual(sent(route, sends));
  });

  it.each(["", "  ", "\n\t", null, undefined])(
    "sends nothing of inputs that are %p",
    async (blank) => {
      const { route, least, leastSends } = row();
      const blanks = Object.fromEntries(
        inputs.filter(({ type }) => type !== "connection").map((input) => [input.key, blank]),
      );
      expect(await requestOf(gong, key, { ...blanks, ...least })).toEqual(sent(route, leastSends));
    },
  );

  it("names each required input that is blank, before anything is sent", async () => {
    for (const needed of Object.keys(row().least)) {
      gong.sandbox.clearRequests();
      const error = await gong.fail(key, { ...row().least, [needed]: " " });
      const label = inputs.find((input) => input.key === needed)?.label;
      expect(error).toMatchObject({ name: "InputError", input: label });
      expect(error.message).toMatch(
        / (is required|or File URL is required|must be given, or .*), for example /,
      );
      expect(gong.sandbox.requests).toEqual([]);
    }
  });

  it("is sent again after an outage only where that does no harm", async () => {
    const sleep = jest.spyOn(systemTime, "sleep").mockResolvedValue();
    gong.sandbox.faults.next({ kind: "status", status: 503 });
    const { sent: requests, error } = await outcomeOf(gong, key, row().least);
    sleep.mockRestore();
    gong.sandbox.faults.clear();
    const operation = operations.find(({ name }) => name === display.label);
    const { idempotent, changes } = operation ?? {};
    expect(requests).toHaveLength(idempotent ? 2 : 1);
    expect(performSafety).toBe(idempotent && !changes ? "SAFE" : "NOT_ALLOWED");
    if (!idempotent) expect(error?.message).toContain("may have been carried out");
  });

  it("names the scope that an OAuth connection lacks", async () => {
    const connection = gong.oauthConnection(["api:none"]);
    const { error } = await outcomeOf(gong, key, { ...row().least, connection });
    const scope = /Scope: (\S+)\.$/.exec(display.description)?.[1];
    expect(error).toMatchObject({ code: "missing_scope", scope });
  });
});

it("sends again after a lost answer nothing that does harm twice", () => {
  const once = operations.filter(({ idempotent }) => !idempotent).map(({ route }) => route);
  expect(once.sort()).toEqual([
    "DELETE /v2/crm/integrations",
    "DELETE /v2/meetings/{meetingId}",
    "POST /v2/calls",
    "POST /v2/crm/entity-schema",
    "POST /v2/data-privacy/erase-data-for-email-address",
    "POST /v2/data-privacy/erase-data-for-phone-number",
    "POST /v2/meetings",
    "PUT /v2/calls/{id}/media",
    "PUT /v2/crm/integrations",
    "PUT /v2/customer-engagement/action",
    "PUT /v2/customer-engagement/content/shared",
    "PUT /v2/customer-engagement/content/viewed",
    "PUT /v2/meetings/{meetingId}",
  ]);
});

it("gives files more than the minute of other requests", () => {
  const long = operations.filter(({ timeoutMs = 0 }) => timeoutMs > 10 * 60_000);
  const routes = long.map(({ route }) => route);
  expect(routes.sort()).toEqual(["POST /v2/crm/entities", "PUT /v2/calls/{id}/media"]);
});
