import { createContext } from "../../../tests/support/context";
import { account, accountInputs as inputs, useCrm } from "../../../tests/support/crm";
import { connectionTo, startServer } from "../../../tests/support/server";

const crm = useCrm();
const { namesOf, uploads } = crm;

it("uploads records of a CSV file, and gives those back that were not taken, with the reason", async () => {
  const csv = `objectId,modifiedDate,name,domains,website
a-1,2026-03-01,Northmoor,northmoor.example;northmoor.test,https://northmoor.example
a-2,,Eastgate,,
a-3,2026-03-01T09:00:00.123Z,Westquay,,no address
a-1,2026-03-02T09:00:00Z,Northmoor Ltd,,
`;
  const context = createContext();
  const { data } = await crm.gong.run(
    "uploadCrmRecords",
    { ...inputs, fileInput: Buffer.from(csv) },
    context,
  );
  expect(data).toMatchObject({
    complete: true,
    recordsSent: 3,
    recordsAccepted: 2,
    recordsRejected: 2,
    errors: [
      {
        number: 2,
        description: "modifiedDate is missing.",
        record: { objectId: "a-2" },
        wasSent: false,
      },
      {
        number: 3,
        description: "Field [website] is not a valid URL",
        record: { objectId: "a-3", modifiedDate: "2026-03-01T09:00:00Z", website: "no address" },
        wasSent: true,
      },
    ],
    uploads: [
      { status: "FAILED", records: 2, totalSuccessCount: 1 },
      { status: "DONE", records: 1, totalSuccessCount: 1 },
    ],
    pending: [],
  });
  expect(await namesOf(1, 2, 3)).toEqual(["Northmoor Ltd", undefined, undefined]);
  expect(context.lines).toContain("info: Gong: 3 CRM records sent, 2 uploads done, 0 pending.");
});

it("waits for the first update of a record before it sends the second (G59)", async () => {
  const records = [account(1, { name: "one" }), account(1, { name: "two" })];
  await crm.gong.run("uploadCrmRecords", { ...inputs, records });
  const order = crm.gong.sandbox.requests.map(({ method, path }) => `${method} ${path.slice(8)}`);
  const done = order.lastIndexOf("POST entities");
  expect(order.indexOf("GET request-status")).toBeLessThan(done);
  expect(await namesOf(1)).toEqual(["two"]);
});

it("sends a record that changes and changes back each time, although the files are alike", async () => {
  const records = ["one", "two", "one"].map((name) => account(1, { name }));
  const { data } = await crm.gong.run("uploadCrmRecords", { ...inputs, records });
  expect(
    new Set(data.uploads.map(({ clientRequestId }: { clientRequestId: string }) => clientRequestId))
      .size,
  ).toBe(3);
  expect(await namesOf(1)).toEqual(["one"]);
});

it("uploads nothing twice when it is run again with the same Upload Id", async () => {
  const records = [account(1), account(2)];
  const first = await crm.gong.run("uploadCrmRecords", { ...inputs, records });
  const second = await crm.gong.run("uploadCrmRecords", { ...inputs, records });
  expect(uploads().map(({ status }) => status)).toEqual([201, 409]);
  expect(second.data).toEqual(first.data);
});

it.each([
  { records: [account(1, { name: "two" })] },
  { objectType: "CONTACT" },
  { integrationId: "2" },
])("uploads with the same Upload Id again what has changed since: %j", async (changed) => {
  const server = await startServer((_, response) => response.end('{"status": "DONE"}'));
  const given = { ...inputs, records: [account(1)], connection: connectionTo(server.url) };
  await crm.gong.run("uploadCrmRecords", given);
  await crm.gong.run("uploadCrmRecords", { ...given, ...changed });
  await server.stop();
  const ids = server.arrivals
    .filter(({ method }) => method === "POST")
    .map(({ url }) => /clientRequestId=[^&]+/.exec(url ?? "")?.[0]);
  expect(new Set(ids).size).toBe(2);
});

it("makes up an Upload Id, and names it", async () => {
  const given = { ...inputs, objectType: "STAGE", uploadId: "", records: [] };
  const { data } = await crm.gong.run("uploadCrmRecords", given);
  expect(data).toEqual({
    uploadId: expect.stringMatching(/^[\w-]{36}$/),
    complete: true,
    recordsSent: 0,
    recordsAccepted: 0,
    recordsRejected: 0,
    errors: [],
    uploads: [],
    pending: [],
  });
  // Stages have no schema to ask for.
  expect(crm.gong.sandbox.requests).toEqual([]);
});

it("reads a file from the web, and says where to go on when it breaks off", async () => {
  const line = (id: number) => `${JSON.stringify(account(id, { name: "x".repeat(1_000) }))}\n`;
  const text = Array.from({ length: 9_000 }, (_, index) => line(index + 1)).join("");
  const server = await startServer((_, response) => {
    response.writeHead(200, { "content-type": "text/csv", "content-length": text.length + 100 });
    response.write(text, () => response.destroy());
  });
  const fileUrl = `${server.url}/accounts.ldjson`;
  const error = await crm.gong.fail("uploadCrmRecords", { ...inputs, fileUrl });
  await server.stop();
  expect(error.message).toMatch(
    /^File URL broke off after \d+ of \d+ bytes\. Records sent before it failed: (\d+)\. To resume, run the step again with the Upload Id test and the First Record \d+\. Nothing is uploaded twice\.$/,
  );
  expect(uploads()).not.toHaveLength(0);
  const fileInput = Buffer.concat([Buffer.from(text.slice(0, 3_000_000)), Buffer.from([0xff])]);
  expect((await crm.gong.fail("uploadCrmRecords", { ...inputs, fileInput })).message).toMatch(
    /^File must be text in UTF-8.* Records sent before it failed: \d+\. .*the First Record \d+\./,
  );
});

it("goes on without the schema when the connection may not read it", async () => {
  const connection = crm.gong.oauthConnection(["api:crm:upload"]);
  const context = createContext();
  const records = [account(1, { name: "Northmoor" })];
  const { data } = await crm.gong.run(
    "uploadCrmRecords",
    { ...inputs, records, connection },
    context,
  );
  expect(data).toMatchObject({ complete: true, recordsAccepted: 1 });
  expect(context.lines.join("\n")).toContain("may not read the CRM schema");
  const odd = [account(1, { industry: { no: "text" } })];
  const withSchema = await crm.gong.run("uploadCrmRecords", { ...inputs, records: odd });
  expect(withSchema.data.errors).toMatchObject([{ description: "industry must be text." }]);
});

it.each([
  [{}, "Records, File, or File URL is required"],
  [{ records: [], fileInput: Buffer.from("x") }, "File must be blank when Records is given."],
  [{ uploadId: "a".repeat(48), records: [] }, "Upload Id must have at most 47 characters"],
])("takes one source and a short Upload Id: %j", async (given, says) => {
  const error = await crm.gong.fail("uploadCrmRecords", { ...inputs, ...given });
  expect(error.message).toContain(says);
  expect(crm.gong.sandbox.requests).toEqual([]);
});

it("names the input whose file has other columns, before anything is sent", async () => {
  const fileInput = Buffer.from("Id,Name\n1,Northmoor\n");
  const error = await crm.gong.fail("uploadCrmRecords", { ...inputs, fileInput });
  expect(error).toMatchObject({ name: "InputError", input: "File" });
  expect(error.message).toContain("must have objectId and modifiedDate in its first line");
  expect(uploads()).toEqual([]);
});

it("ends within the platform's 15 minutes when Gong never ends an upload, and the next step waits for it", async () => {
  let status = "IN_PROGRESS";
  const server = await startServer(({ url = "" }, response) => {
    const answer = url.includes("request-status") ? { status, totalSuccessCount: 2 } : {};
    response.end(JSON.stringify(answer));
  });
  const given = {
    ...inputs,
    records: [account(1), account(2), {}],
    connection: connectionTo(server.url),
  };
  const begun = crm.now;
  const { data } = await crm.gong.run("uploadCrmRecords", given);
  expect(crm.now - begun).toBeLessThan(12 * 60_000);
  expect(data).toMatchObject({ complete: false, recordsSent: 2, nextRecord: 4 });
  expect(data.pending).toHaveLength(1);
  // Every 15 seconds at the longest.
  expect(server.arrivals.length).toBeGreaterThan(40);
  status = "DONE";
  server.arrivals.length = 0;
  const { nextRecord: firstRecord, pending } = data;
  const next = await crm.gong.run("uploadCrmRecords", { ...given, firstRecord, pending });
  expect(next.data).toMatchObject({ complete: true, recordsAccepted: 2, recordsRejected: 0 });
  expect(server.arrivals.map(({ method }) => method)).toEqual(["GET", "GET"]);
  await server.stop();
});

it("ends when the time is over although the file still arrives, and says where to go on", async () => {
  const over = new AbortController();
  const timeouts: number[] = [];
  const timeoutOf = AbortSignal.timeout.bind(AbortSignal);
  jest.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    timeouts.push(milliseconds);
    return milliseconds > 10 * 60_000 ? over.signal : timeoutOf(milliseconds);
  });
  const line = (id: number) => `${JSON.stringify(account(id, { name: "x".repeat(1_000) }))}\n`;
  const text = Array.from({ length: 3_000 }, (_, index) => line(index + 1)).join("");
  const server = await startServer((_, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.write(text);
  });
  const given = { ...inputs, fileUrl: `${server.url}/accounts.ldjson` };
  const context = createContext();
  const run = crm.gong.run("uploadCrmRecords", given, context);
  for (let waits = 0; waits < 5_000 && !context.lines.join().includes("records sent"); waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  over.abort();
  const { data } = await run;
  await server.stop();
  expect(Math.max(...timeouts)).toBeLessThan(15 * 60_000);
  expect(data).toMatchObject({ complete: false, nextRecord: expect.any(Number) });
  expect(data.nextRecord).toBe(data.recordsSent + 1);
});

it("ends when the time is over although Gong does not answer", async () => {
  const over = new AbortController();
  jest.spyOn(AbortSignal, "timeout").mockReturnValue(over.signal);
  const timers = jest.spyOn(globalThis, "setTimeout");
  const server = await startServer(({ url = "" }, response) => {
    if (url.includes("request-status")) over.abort();
    else response.end("{}");
  });
  const given = { ...inputs, records: [account(1)], connection: connectionTo(server.url) };
  const { data } = await crm.gong.run("uploadCrmRecords", given);
  await server.stop();
  expect(data).toMatchObject({ complete: false, recordsSent: 1, pending: [expect.any(String)] });
  // A file that hangs is given up earlier.
  expect(timers.mock.calls.map(([, milliseconds]) => milliseconds)).toContain(2 * 60_000);
});

it("fails when Gong refuses a request, and says where to go on", async () => {
  const schema = { kind: "status", status: 400, method: "GET" } as const;
  crm.gong.sandbox.faults.next(schema);
  const first = await crm.gong.fail("uploadCrmRecords", { ...inputs, records: [account(1)] });
  expect([first.status, uploads()]).toEqual([400, []]);
  crm.gong.sandbox.faults.next({ kind: "delay", milliseconds: 0, method: "POST" });
  crm.gong.sandbox.faults.next({ kind: "status", status: 400, method: "POST" });
  const records = [account(1), account(1)];
  const error = await crm.gong.fail("uploadCrmRecords", { ...inputs, records });
  expect(error).toMatchObject({ status: 400 });
  expect(error.hint).toContain("the First Record 2.");
});
