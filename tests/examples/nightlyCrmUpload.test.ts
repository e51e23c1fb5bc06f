import { systemTime } from "../../src/client/time";
import { changedExample, exampleText, type Stage, startStage } from "../support/integration";

const file = "nightly-crm-upload.yml";
const night = { startedAt: "2026-03-02T04:00:00Z", body: { data: {} } };
const header = "objectId,modifiedDate,name,domains,industry\n";

let stage: Stage;
let csv: string;
let now: number;
beforeEach(async () => {
  now = Date.parse(night.startedAt);
  stage = await startStage({ callCount: 0, now: () => now });
  stage.own.answer(({ method }, response) => {
    response.setHeader("content-type", "text/csv");
    response.end(method === "GET" ? csv : "{}");
  });
  jest.spyOn(systemTime, "now").mockImplementation(() => now);
  jest.spyOn(systemTime, "sleep").mockImplementation(async (milliseconds) => {
    now += milliseconds;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await stage.stop();
});

const deploy = (text = exampleText(file)) =>
  stage.deploy(text, {
    "Gong Connection": stage.accessKey,
    "CRM Integration ID": "5517027188234205706",
    "Accounts URL": `${stage.own.url}/accounts.csv`,
    "Mail Connection": stage.mailServer,
    "Mail From": "gong@harbourline.example",
    "Mail To": "ada.quill@harbourline.example",
  });

describe("The nightly CRM upload", () => {
  it("uploads all accounts, and is silent when all is well", async () => {
    csv = `${header}17,2026-03-01T09:00:00Z,Northmoor,northmoor.example,Logistics\n`;
    const run = await (await deploy())(night);
    expect(run.ignored).toEqual([]);
    expect(stage.mails).toEqual([]);
    const uploads = stage.sandbox.requests.filter(({ method }) => method === "POST");
    expect(uploads).toMatchObject([{ status: 201, query: { objectType: "ACCOUNT" } }]);
  });

  it("mails each account that was rejected, with the reason", async () => {
    csv = `${header}17,,Northmoor,,\n18,2026-03-01T09:00:00Z,Eastgate,eastgate.example,Retail\n19,yesterday,,,\n`;
    await (await deploy())(night);
    expect(stage.mails).toEqual([
      {
        from: "gong@harbourline.example",
        to: ["ada.quill@harbourline.example"],
        subject: "2 of 3 accounts were rejected (accounts-2026-03-02)",
        text: "Account 17 in row 1: modifiedDate is missing.\nAccount 19 in row 3: modifiedDate must be a date and time such as 2026-03-01T09:00:00Z.",
      },
    ]);
  });

  it("says how many others Gong rejected without a reason", async () => {
    const row = (id: number) => `${id},2026-03-01T09:00:00Z,no address\n`;
    csv = `objectId,modifiedDate,website\n${Array.from({ length: 25 }, (_, id) => row(id)).join("")}`;
    await (await deploy())(night);
    const [{ subject, text } = {}] = stage.mails;
    expect(subject).toMatch(/^25 of 25 accounts were rejected/);
    expect(String(text).split("\n")).toHaveLength(21);
    expect(text).toMatch(/Gong rejected 5 others, and does not say why\.$/);
  });

  it("uploads nothing twice when it is repeated the same day", async () => {
    csv = `${header}17,2026-03-01T09:00:00Z,Northmoor,northmoor.example,Logistics\n`;
    const run = await deploy();
    await run(night);
    await run(night);
    const uploads = stage.sandbox.requests.filter(({ method }) => method === "POST");
    expect(uploads.map(({ status }) => status)).toEqual([201, 409]);
  });

  it("uploads twice in a copy without the Upload Id", async () => {
    csv = `${header}17,2026-03-01T09:00:00Z,Northmoor,northmoor.example,Logistics\n`;
    const line = "          uploadId: { type: reference, value: nameUpload.results.uploadId }\n";
    const run = await deploy(changedExample(file, line, ""));
    await run(night);
    await run(night);
    const uploads = stage.sandbox.requests.filter(({ method }) => method === "POST");
    expect(uploads.map(({ status }) => status)).toEqual([201, 201]);
  });
});
