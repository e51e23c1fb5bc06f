import { createContext } from "../../tests/support/context";
import { startGong, type TestGong } from "../../tests/support/gong";
import { expectRefused } from "../../tests/support/refusals";
import { connectionTo, startServer } from "../../tests/support/server";
import { systemTime } from "../client/time";
import { schemaChanges } from "./schemaChanges";

const integrationId = "5517027188234205706";
const inputs = { integrationId, objectType: "ACCOUNT" };
const industry = { uniqueName: "industry", label: "Industry", type: "STRING" };
const website = { uniqueName: "website", label: "Website", type: "URL" };
/** As Gong's description shows an answer, with `name` in the place of `uniqueName`. */
const present = [
  { ...industry, name: "industry", uniqueName: null, lastModified: null, isDeleted: false },
  { ...website, orderedValueList: null },
  { uniqueName: "gone", label: "Gone", type: "STRING", isDeleted: true },
];

describe("What an upload would change", () => {
  it.each([
    ["nothing", [], false, [], [], []],
    ["a new field", [{ uniqueName: "tier", type: "STRING" }], false, ["tier"], [], []],
    ["a field that was deleted", [{ uniqueName: "gone", type: "URL" }], false, ["gone"], [], []],
    ["another label", [{ uniqueName: "industry", label: "Trade" }], false, [], ["industry"], []],
    ["the same again", [{ ...industry, lastModified: "2026-03-01T09:00:00Z" }], false, [], [], []],
    ["its mark alone", [{ uniqueName: "website", isDeleted: false }], false, [], [], []],
    ["another type", [{ uniqueName: "website", type: "STRING" }], false, [], [], ["website"]],
    ["a deletion", [{ uniqueName: "website", isDeleted: true }], false, [], [], ["website"]],
    ["a deletion of nothing", [{ uniqueName: "tier", isDeleted: true }], false, [], [], []],
    ["one field, without the others", [industry], true, [], [], ["website"]],
  ])("by %s", (_, wanted, deletesOthers, added, changed, losesDataOf) => {
    expect(schemaChanges(present, wanted, deletesOthers)).toMatchObject({
      ...{ added, changed, losesDataOf },
    });
  });

  it("comes with all fields, under the names that Gong takes (G39)", () => {
    const { fields } = schemaChanges(present, [{ uniqueName: "tier", type: "STRING" }], false);
    expect(fields).toEqual([
      { ...industry, isDeleted: false },
      website,
      { uniqueName: "tier", label: "tier", type: "STRING" },
    ]);
  });
});

describe("Upload CRM Schema", () => {
  let gong: TestGong;
  beforeEach(async () => {
    gong = await startGong({ callCount: 1 });
  });
  afterEach(() => gong.stop());

  const upload = (more: object) => gong.run("uploadCrmSchemaField", { ...inputs, ...more });
  const sent = () => gong.sandbox.requests.filter(({ method }) => method === "POST");
  const namesNow = async () => {
    const { data } = await gong.run("listCrmSchemaFields", inputs);
    return data.objectTypeToSelectedFields.ACCOUNT.map(
      ({ uniqueName }: { uniqueName: string }) => uniqueName,
    );
  };
  const deleted = { fields: [{ uniqueName: "website", isDeleted: "true" }] };

  it("adds a field that is filled in, and keeps the others", async () => {
    const fields = [{ uniqueName: "tier", type: "picklist", orderedValueList: "Gold, Silver" }];
    const { data } = await upload({ fields });
    expect(data).toMatchObject({ uploaded: true, added: ["tier"], losesDataOf: [] });
    expect(await namesNow()).toEqual(["industry", "website", "tier"]);
  });

  it("sends nothing that changes nothing", async () => {
    const { data } = await upload({ fieldsJson: '[{"uniqueName": "industry", "type": "STRING"}]' });
    expect([data.uploaded, sent()]).toEqual([false, []]);
  });

  it("shows in a preview what would change, and sends nothing", async () => {
    const { data } = await upload({ ...deleted, preview: "true" });
    expect(data).toMatchObject({ uploaded: false, losesDataOf: ["website"] });
    expect(sent()).toEqual([]);
  });

  it.each([
    ["a deleted field", deleted],
    ["another type", { fields: [{ uniqueName: "website", type: "STRING" }] }],
    ["fields left out", { fields: [industry], deleteOthers: "true" }],
  ])("deletes no data by %s unless it is allowed (G59)", async (_, more) => {
    const error = await gong.fail("uploadCrmSchemaField", { ...inputs, ...more });
    expect(error).toMatchObject({ name: "InputError", input: "Allow Deleting Field Data" });
    expect(error.message).toContain("website");
    expect(sent()).toEqual([]);
    const { data } = await upload({ ...more, allowDeletingData: "true" });
    expect(data).toMatchObject({ uploaded: true, losesDataOf: ["website"] });
    expect(sent()).toMatchObject([{ status: 201 }]);
  });

  it.each([
    [{ uniqueName: "tier" }, "must have a Type for tier, for example STRING"],
    [
      { uniqueName: "tier", type: "REFERENCE" },
      "must have Refers To for tier, for example ACCOUNT",
    ],
    [{ uniqueName: "tier", type: "PICKLIST" }, "must have Values for tier"],
    [{ label: "Tier", type: "STRING" }, ", at [0]: Unique Name is required, for example industry."],
  ])("names what %j lacks", async (field, says) => {
    const error = await gong.fail("uploadCrmSchemaField", { ...inputs, fields: [field] });
    expect(error).toMatchObject({ name: "InputError", input: "Fields" });
    expect(error.message).toContain(says);
    expect(sent()).toEqual([]);
  });

  it("leaves to Gong what fields lack that stay or go", async () => {
    const ACCOUNT = [{ name: "old", type: "PICKLIST" }, { name: "gone" }];
    const schema = JSON.stringify({ objectTypeToSelectedFields: { ACCOUNT } });
    const server = await startServer((_, response) => response.end(schema));
    const fields = [industry, { uniqueName: "gone", isDeleted: "true" }];
    const more = { fields, allowDeletingData: "true", connection: connectionTo(server.url) };
    const { data } = await upload(more);
    await server.stop();
    expect(data).toMatchObject({ uploaded: true, added: ["industry"], losesDataOf: ["gone"] });
  });

  it("refuses fields that are given twice, and none at all", async () => {
    const both = { ...inputs, fields: [industry], fieldsJson: [industry] };
    const label = "Fields as JSON";
    await expectRefused(gong, "uploadCrmSchemaField", both, { label, says: "must be blank" });
    const none = { label: "Fields", says: "is required, for example " };
    await expectRefused(gong, "uploadCrmSchemaField", inputs, none);
  });
});

describe("A write whose answer was lost", () => {
  let gong: TestGong;
  beforeAll(async () => {
    gong = await startGong({ callCount: 1 });
    jest.spyOn(systemTime, "sleep").mockResolvedValue();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await gong.stop();
  });
  const event = { timestamp: "2026-03-01T09:00:00Z", eventType: "viewed", contentTitle: "Prices" };
  const file = { ...inputs, fileInput: Buffer.from("x") };

  it.each([
    ["addDigitalInteraction", { ...event, eventId: "1" }, { ...event, eventId: "2" }],
    ["uploadCrmData", { ...file, clientRequestId: "1" }, { ...file, clientRequestId: "2" }],
  ])(
    "by %s arrives once; a repetition of your own is an error (G42, G59)",
    async (key, one, two) => {
      gong.sandbox.clearRequests();
      gong.sandbox.faults.next({ kind: "cut", when: "afterExecuting" });
      const { data } = await gong.run(key, one);
      expect(data).toHaveProperty("requestId");
      if ("clientRequestId" in one) expect(data.clientRequestId).toBe("1");
      expect(gong.sandbox.requests.at(-1)?.status).toBe(409);
      const conflict = await gong.fail(key, one);
      expect(conflict).toMatchObject({ code: "conflict" });
      expect(conflict.hint).toMatch(/(Client Request|Event) Id/);
      // Refused for the limit, it cannot have arrived: the 409 is about another one.
      await gong.run(key, two);
      gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 1 });
      expect(await gong.fail(key, two)).toMatchObject({ code: "conflict", attempts: 2 });
    },
  );

  const deletion = { integrationId, clientRequestId: "del-1" };
  it.each([
    ["uploadCrmSchemaField", "POST", { ...inputs, fields: [{ ...industry, label: "Trade" }] }],
    ["registerGenericCrmIntegration", "PUT", { ownerEmail: "ada@harbourline.example", name: "A" }],
    ["deleteGenericCrmIntegration", "DELETE", deletion],
  ])("by %s is not sent again, and the error says so", async (key, method, given) => {
    gong.sandbox.faults.next({ kind: "cut", when: "afterExecuting", method });
    const error = await gong.fail(key, given);
    expect(error).toMatchObject({ attempts: 1 });
    expect(error.message).toContain("may have been carried out");
  });

  it("is refused with a way out where there is an integration (G37)", async () => {
    const given = { ownerEmail: "ada@harbourline.example", name: "A" };
    const error = await gong.fail("registerGenericCrmIntegration", given);
    expect(error.hint).toContain("Gong allows one CRM integration at a time");
  });

  it("by deleteGenericCrmIntegration is warned of, and its status shows what became of it", async () => {
    const context = createContext();
    await gong.fail("deleteGenericCrmIntegration", { ...deletion, clientRequestId: "2" }, context);
    expect(context.lines.join()).toContain(
      `warn: Deleting CRM integration ${integrationId} and all objects`,
    );
    const { data } = await gong.run("getRequestStatus", deletion);
    expect(data.status).toBe("PENDING");
  });
});
