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
    "Mail URL": `${stage.own.url}/mail`,
  });

describe("The nightly CRM upload", () => {
  it("uploads all accounts, and is silent when all is well", async () => {
    csv = `${header}17,2026-03-01T09:00:00Z,Northmoor,northmoor.example,Logistics\n`;
    const run = await (await deploy())(night);
    expect(run.ignored).toEqual([]);
    expect(stage.posted()).toEqual([]);
    const uploads = stage.sandbox.requests.filter(({ method }) => method === "POST");
    expect(uploads).toMatchObject([{ status: 201, query: { objectType: "ACCOUNT" } }]);
  });

  it("sends on each account that was not taken, with the reason", async () => {
    csv = `${header}17,,Northmoor,,\n18,2026-03-01T09:00:00Z,Eastgate,eastgate.example,Retail\n19,yesterday,,,\n`;
    await (await deploy())(night);
    expect(stage.posted()).toEqual([
      {
        subject: "2 of 3 accounts were not taken (accounts-2026-03-02)",
        text: "Account 17 in row 1: modifiedDate is missing.\nAccount 19 in row 3: modifiedDate must be a date and time such as 2026-03-01T09:00:00Z.",
      },
    ]);
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
