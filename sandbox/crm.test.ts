import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { text as textOf } from "node:stream/consumers";
import type { Sandbox } from "./index";
import { basic, type Client, mediaForm, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;
const integrationId = "5517027188234205706";
const hour = 3600_000;

beforeEach(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 0, maxStoredCrmObjects: 50 }));
  sandbox.clock.freeze();
});
afterEach(stopTestSandboxes);

const integrations = async () => (await call("GET", "/v2/crm/integrations")).text;
const upload = (lines: (object | string)[], query: Record<string, string> = {}) => {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  return call("POST", "/v2/crm/entities", {
    query: { integrationId, objectType: "ACCOUNT", clientRequestId: "r1", ...query },
    body: mediaForm(text.join("\n"), "dataFile", "data.ldjson"),
  });
};
const status = async (clientRequestId = "r1") => {
  const query = { integrationId, clientRequestId };
  const { json } = await call("GET", "/v2/crm/request-status", { query });
  const { requestId: _, ...rest } = json;
  return rest;
};
const modifiedDate = "2025-06-01T10:00:00+02:00";
const account = (objectId: string, more: object = {}) => ({ objectId, modifiedDate, ...more });

/** A GET with a body, which fetch refuses to send. */
async function objects(ids: unknown, type = "application/json") {
  const { accessKey, accessKeySecret, url } = sandbox;
  const path = `/v2/crm/entities?integrationId=${integrationId}&objectType=ACCOUNT`;
  const headers = { authorization: basic(accessKey, accessKeySecret), "content-type": type };
  const request = httpRequest(url + path, { headers });
  request.setHeader("content-length", Buffer.byteLength(JSON.stringify(ids)));
  request.end(JSON.stringify(ids));
  const [response] = await once(request, "response");
  return { status: response.statusCode, json: JSON.parse(await textOf(response)) };
}

describe("integrations", () => {
  it("are one at a time, and go hours after their deletion was asked for (G17, G37)", async () => {
    expect(await integrations()).toContain(`"integrationId":${integrationId},`);
    const body = { ownerEmail: "ada.quill@harbourline.example", name: "Another" };
    const register = () => call("PUT", "/v2/crm/integrations", { body });
    expect((await register()).status).toBe(409);

    const query = { integrationId, clientRequestId: "gone" };
    const remove = () => call("DELETE", "/v2/crm/integrations", { query });
    const removed = await remove();
    expect([removed.status, removed.json.clientRequestId]).toEqual([201, "gone"]);
    expect((await status("gone")).status).toBe("PENDING");
    sandbox.clock.advance(3 * hour);
    expect((await status("gone")).status).toBe("IN_PROGRESS");
    expect((await register()).status).toBe(409);
    sandbox.clock.advance(3 * hour);
    expect((await status("gone")).status).toBe("DONE");
    expect(await integrations()).toContain('"integrations":[]');

    const { text } = await register();
    const [, digits = ""] = /"integrationId":(\d+)/.exec(text) ?? [];
    expect(String(BigInt(Number(digits)))).not.toBe(digits);
    expect((await remove()).status).toBe(400);
  });
});

describe("uploads", () => {
  it("take their time, and then show what they brought", async () => {
    const sent = await upload([account("a1", { name: "One" }), "", account("a-2")]);
    expect([sent.status, sent.json.clientRequestId]).toEqual([201, "r1"]);
    expect((await status()).status).toBe("PENDING");
    sandbox.clock.advance(4000);
    expect(await status()).toMatchObject({ status: "IN_PROGRESS", totalSuccessCount: 0 });
    expect((await objects(["a1"])).json.crmObjectsMap).toEqual({ a1: null });
    sandbox.clock.advance(1000);
    expect(await status()).toMatchObject({ status: "DONE", totalSuccessCount: 2 });
    const shown = await objects(["a1", "a-2", "none"]);
    expect(shown.json.crmObjectsMap).toMatchObject({ a1: { name: "One" }, none: null });
    await upload([account("a1", { isDeleted: true })], { clientRequestId: "r2" });
    sandbox.clock.advance(5000);
    expect((await objects(["a1"])).json.crmObjectsMap).toEqual({ a1: null });
  });

  it.each<[string, object | string, string]>([
    ["ACCOUNT", "{", "The line is not valid JSON"],
    ["ACCOUNT", "[1]", "The line is not a JSON object"],
    ["ACCOUNT", { modifiedDate }, "Mandatory field [objectId] is missing or empty"],
    ["ACCOUNT", { objectId: "a" }, "Mandatory field [modifiedDate] is missing or empty"],
    ["ACCOUNT", { objectId: "a_b", modifiedDate }, "Field [objectId] must have up to 64 letters"],
    ["ACCOUNT", { objectId: "a", modifiedDate: "2025-06-01T10:00:00.5Z" }, "Date] is not a"],
    ["ACCOUNT", account("a", { domains: "x" }), "Field [domains] is not a valid STRINGARRAY"],
    ["ACCOUNT", account("a", { website: "no address" }), "Field [website] is not a valid URL"],
    ["DEAL", account("a", { status: "MAYBE" }), "Field [status] must be one of WON, LOST, OPEN"],
    ["DEAL", account("a", { amount: "7" }), "Field [amount] is not a valid NUMBER"],
    ["BUSINESS_USER", account("a"), "Mandatory field [emailAddress] is missing or empty"],
    ["STAGE", { objectId: "won" }, "Mandatory field [name] is missing or empty"],
    ["ACCOUNT", account("b"), "Object [b] is in the file more than once"],
  ])("fail by line: %s %j", async (objectType, line, words) => {
    const good = account("b", { emailAddress: "b@northmoor.example", name: "B" });
    await upload([good, line], { objectType });
    sandbox.clock.advance(5000);
    const { errors, ...rest } = await status();
    expect(rest).toEqual({ status: "FAILED", totalErrorCount: 1, totalSuccessCount: 1 });
    expect(errors).toEqual([{ line: 2, description: expect.stringContaining(words) }]);
  });

  it("tell 20 errors at most, and an empty file as line 0 (G38)", async () => {
    await upload(Array.from({ length: 30 }, () => "?"));
    await upload([" "], { clientRequestId: "r2" });
    sandbox.clock.advance(5000);
    const { errors, totalErrorCount } = await status();
    expect([errors.length, totalErrorCount]).toEqual([20, 30]);
    expect((await status("r2")).errors).toMatchObject([{ line: 0 }]);
  });

  it("are refused as a whole for what is wrong with the request (G38, G59)", async () => {
    await upload([account("a")]);
    const repeated = await upload([account("a")]);
    const words = "Client request id has already been used";
    expect([repeated.status, repeated.json.errors]).toEqual([409, [words]]);
    const statusWith = async (changes: Record<string, string>) =>
      (await upload([account("a")], { clientRequestId: "r3", ...changes })).status;
    expect(await statusWith({ clientRequestId: "a b" })).toBe(400);
    expect(await statusWith({ objectType: "account" })).toBe(400);
    expect(await statusWith({ integrationId: "1" })).toBe(400);
    const query = { integrationId, objectType: "ACCOUNT", clientRequestId: "r4" };
    const wrong = (body: unknown) => call("POST", "/v2/crm/entities", { query, body });
    expect((await wrong([account("a")])).status).toBe(415);
    expect((await wrong(mediaForm("{}", "file"))).json.errors[0]).toBe("file: unrecognized field");
    expect((await wrong(mediaForm(`"${"x".repeat(1_100_000)}`, "dataFile"))).status).toBe(400);
    expect(await status("r4")).toHaveProperty("errors");
  });

  it("are looked at by a GET with an array of JSON as its body, 100 at most (G9, G35)", async () => {
    expect((await objects(["a"], "text/plain")).status).toBe(415);
    expect((await objects({ ids: ["a"] })).status).toBe(400);
    const ids = Array.from({ length: 120 }, (_, index) => `id-${index}`);
    const { json } = await objects(ids);
    expect(Object.keys(json.crmObjectsMap as object)).toHaveLength(100);
    const known = await objects(["0013601230sV7grAAC"]);
    expect(known.json.crmObjectsMap).toMatchObject({ "0013601230sV7grAAC": { name: "Northmoor" } });
  });
});

describe("schemas", () => {
  const industry = { uniqueName: "industry", label: "Industry", type: "STRING" };
  const website = { uniqueName: "website", label: "Website", type: "URL" };
  const query = { integrationId, objectType: "ACCOUNT" };
  const send = (body: object[]) => call("POST", "/v2/crm/entity-schema", { query, body });
  const fields = async () => {
    const { json } = await call("GET", "/v2/crm/entity-schema", { query });
    const { ACCOUNT = [] } = json.objectTypeToSelectedFields as Record<string, { label: string }[]>;
    return ACCOUNT.map(({ label }) => label);
  };
  const northmoor = async () =>
    ((await objects(["0013601230sV7grAAC"])).json.crmObjectsMap as Record<string, object>)[
      "0013601230sV7grAAC"
    ];

  it("are replaced as a whole; a deleted field or another type loses the data (G39, G59)", async () => {
    expect(await northmoor()).toMatchObject({ industry: "Food production" });
    expect((await send([industry])).json.errors).toEqual([
      "All fields must be included in the schema. Missing: website",
    ]);
    expect((await send([{ ...industry, label: "Branch" }, website])).status).toBe(201);
    expect(await fields()).toEqual(["Branch", "Website"]);
    expect(await northmoor()).toHaveProperty("industry");
    const deleted = { ...industry, isDeleted: true };
    await send([deleted, { ...website, type: "STRING" }]);
    expect(await fields()).toEqual(["Website"]);
    const left = ["objectId", "modifiedDate", "name", "domains"];
    expect(Object.keys((await northmoor()) ?? {})).toEqual(left);
  });

  it.each([
    [{ type: "PICKLIST" }, "[0].orderedValueList: is required for a field of type PICKLIST"],
    [{ type: "REFERENCE" }, "[0].referenceTo: is required for a field of type REFERENCE"],
    [{ type: "TEXT" }, "[0].type: must be one of DATE"],
    [{ label: undefined }, "[0].label: must not be null"],
    [{ uniqueName: "website" }, "uniqueName: must not contain duplicates"],
  ])("are refused: %j", async (changes, words) => {
    const { status: answered, json } = await send([{ ...industry, ...changes }, website]);
    expect([answered, json.errors[0]]).toEqual([400, expect.stringContaining(words)]);
  });
});
