import { exampleText, type Stage, startStage } from "../support/integration";

const file = "privacy-request.yml";
const references = "GET /v2/data-privacy/data-for-email-address";
const erasure = "POST /v2/data-privacy/erase-data-for-email-address";

let stage: Stage;
let emailAddress: string;
beforeEach(async () => {
  stage = await startStage({ callCount: 40 });
  emailAddress = stage.sandbox.company.contacts[0]?.emailAddress ?? "";
});
afterEach(() => stage.stop());

/** Runs the flow on what the privacy desk's system posts. */
async function request(data: unknown, text = exampleText(file)) {
  const run = await stage.deploy(text, {
    "Gong Connection": stage.accessKey,
    "Privacy Desk URL": `${stage.own.url}/desk`,
  });
  return await run({ body: { data, contentType: "application/json" } });
}

const holdsPerson = () =>
  stage.sandbox.company.contacts.some((contact) => contact.emailAddress === emailAddress);

describe("A privacy request", () => {
  it("is sent to the privacy desk with figures, and erases nothing", async () => {
    const run = await request({ emailAddress });
    expect(stage.asked()).toEqual([references]);
    expect(stage.sandbox.requests[0]?.query).toEqual({ emailAddress });
    expect(stage.posted()).toEqual([
      {
        emailAddress,
        found: {
          calls: expect.any(Number),
          emails: expect.any(Number),
          meetings: expect.any(Number),
          contacts: 1,
          engagementEvents: 0,
        },
        status: "awaiting approval",
      },
    ]);
    expect(run).toMatchObject({ stopped: true, ignored: [] });
    expect(run.steps.at(-1)).toBe("Stop Without Approval");
    expect(holdsPerson()).toBe(true);
  });

  it("counts what Gong holds", async () => {
    const { calls, emails } = stage.sandbox.company;
    const ofPerson = calls.filter(({ parties }) =>
      parties?.some((party) => party.emailAddress === emailAddress),
    );
    const messages = emails.filter(
      ({ from, to }) => from === emailAddress || to.includes(emailAddress),
    );
    expect(ofPerson.length).toBeGreaterThan(0);
    await request({ emailAddress });
    expect(stage.posted()).toMatchObject([
      { found: { calls: ofPerson.length, emails: messages.length } },
    ]);
  });

  it("is carried out once it has been approved, and reported with the same figures", async () => {
    await request({ emailAddress });
    await request({ emailAddress, approved: true, approvedBy: "Ada Quill" });
    expect(stage.asked()).toEqual([references, references, erasure]);
    expect(stage.sandbox.requests[2]?.query).toEqual({ emailAddress });
    const [question, outcome] = stage.posted() as { found: object }[];
    expect(outcome).toEqual({
      emailAddress,
      found: question?.found,
      approvedBy: "Ada Quill",
      status: "erasure accepted",
    });
    expect(holdsPerson()).toBe(false);
  });

  it.each([
    ["refused", { approved: false, approvedBy: "Ada Quill" }],
    ["approved by no one", { approved: true }],
    ["approved by a blank", { approved: true, approvedBy: "" }],
    ["not yet approved", { approved: "not yet", approvedBy: "Ada Quill" }],
    ["approved in another word", { approved: "yes", approvedBy: "Ada Quill" }],
    ["approved by a number", { approved: 1, approvedBy: "Ada Quill" }],
  ])("erases nothing while it is %s", async (_, decision) => {
    const { stopped } = await request({ emailAddress, ...decision });
    expect([stage.asked(), stopped]).toEqual([[references], true]);
    expect(stage.posted()).toMatchObject([{ status: "awaiting approval" }]);
  });

  it.each([
    ["none", {}],
    ["a list of several", { emailAddress: "a@northmoor.example, b@northmoor.example" }],
    ["a wildcard", { emailAddress: "*@northmoor.example" }],
  ])("is refused with %s for an address, approved or not", async (_, address) => {
    const approved = { ...address, approved: true, approvedBy: "Ada Quill" };
    await expect(request(approved)).rejects.toThrow(/^List References > Email Address /);
    expect([stage.asked(), stage.posted()]).toEqual([[], []]);
  });

  it("reports nothing as erased that Gong did not accept", async () => {
    stage.sandbox.faults.next({
      kind: "status",
      status: 403,
      path: "/v2/data-privacy/erase-data-for-email-address",
    });
    const approved = { emailAddress, approved: true, approvedBy: "Ada Quill" };
    await expect(request(approved)).rejects.toThrow(/^Erase > .*403/s);
    expect(stage.posted()).toEqual([]);
  });
});
