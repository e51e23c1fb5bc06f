import { startGong, type TestGong } from "../../../tests/support/gong";
import { expectRefused } from "../../../tests/support/refusals";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(() => gong.stop());

const event = { timestamp: "2026-03-01T09:00:00Z", eventType: "viewed", contentTitle: "Prices" };
const facts = [{ name: "Plan", value: "Enterprise", dataType: "STRING" }];
const email = "robin@northmoor.example";

it.each([
  ["JSON with facts", { personJson: { email, personCustomFields: facts } }, undefined],
  ["JSON, facts beside it", { personJson: { email }, personFields: facts }, undefined],
  ["fields", { person: { email, crmObjectType: "LEAD" }, personFields: facts }, undefined],
  [
    "a CRM record and a company",
    { person: { crmObjectType: "lead", crmObjectId: "7", companyName: "N", opportunityId: "9" } },
    {
      personBusinessContext: { objectType: "LEAD", objectId: "7" },
      company: {
        name: "N",
        companyBusinessContexts: [{ objectType: "OPPORTUNITY", objectId: "9" }],
      },
    },
  ],
])("sends a person given by %s", async (name, inputs, sent) => {
  await gong.run("addDigitalInteraction", { ...event, eventId: name, ...inputs });
  const person = sent ?? { email, personCustomFields: facts };
  const body = gong.sandbox.requests[0]?.body as object;
  expect(body).toEqual({ ...body, person });
});

it("drops no facts about a person whom nothing else names, and lets Gong say what is missing", async () => {
  const given = { ...event, eventId: "1", personFields: facts };
  const error = await gong.fail("addDigitalInteraction", given);
  expect(error.message).toContain("person.personId");
});

it.each([
  [{ trackingId: "t", person: { email } }, "Tracking Id", "must be blank when a person is given"],
  [{ trackingId: "t", personJson: { email } }, "Tracking Id", "must be blank"],
  [{ person: { email }, personJson: { email } }, "Person as JSON", "when Person is given"],
  [{ contentJson: { contentTitle: "x" } }, "Content as JSON", "the content's own inputs are given"],
  [
    { numericDetails: { rangeTo: "10" } },
    "Number",
    /^Number: Lowest is required, for example 0\.$/,
  ],
  [{ contentTitle: "" }, "Content Title", "is required, for example "],
  [{ person: { crmObjectId: "7" } }, "Person", "needs CRM Record Type beside CRM Record Id"],
])("refuses %j", async (inputs, label, says) => {
  const given = { ...event, eventId: "1", ...inputs };
  await expectRefused(gong, "addDigitalInteraction", given, { label, says });
});
