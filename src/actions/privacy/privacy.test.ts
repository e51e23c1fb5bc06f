import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 60 });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

/** The requests that arrived, as far as they matter here. */
const requests = () =>
  gong.sandbox.requests.map(({ method, path, query, body }) => ({ method, path, query, body }));

/** A person whom the company knows and has spoken with. */
function someContact() {
  const { contacts, calls } = gong.sandbox.company;
  const spokenWith = new Set(
    calls.flatMap(({ parties = [] }) => parties.map(({ emailAddress }) => emailAddress)),
  );
  const contact = contacts.find(({ emailAddress }) => spokenWith.has(emailAddress));
  if (!contact) throw new Error("The company has spoken with no one.");
  return contact;
}

const subjects = [
  {
    field: "emailAddress",
    list: "listReferencesToAnEmailAddress",
    erase: "deleteEmailAddressAndAssociatedElements",
    erasePath: "/v2/data-privacy/erase-data-for-email-address",
    value: () => someContact().emailAddress,
    sent: () => someContact().emailAddress,
  },
  {
    field: "phoneNumber",
    list: "listReferencesToAPhoneNumber",
    erase: "deletePhoneNumberAndAssociatedElements",
    erasePath: "/v2/data-privacy/erase-data-for-phone-number",
    value: () => someContact().phoneNumber,
    sent: () => someContact().phoneNumber.replace(/[^+\d]/g, ""),
  },
];

describe.each(subjects)("$erase", ({ field, erase, list, erasePath, value, sent }) => {
  it.each([
    { kind: "cut", when: "afterExecuting" },
    { kind: "cut", when: "during" },
    { kind: "truncatedJson" },
    { kind: "html" },
  ] as const)("is sent once when the answer is lost: %j", async (fault) => {
    gong.sandbox.faults.next({ ...fault, path: erasePath });
    const error = await gong.fail(erase, { [field]: unknownTo[field] });
    expect(requests()).toHaveLength(1);
    expect(error.message).toContain("It may have been carried out");
  });

  it("is sent again when Gong refuses it for its limit", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 0 });

    await gong.run(erase, { [field]: unknownTo[field] });

    expect(requests()).toHaveLength(2);
  });

  it("sends the value in the query alone, and erases", async () => {
    const given = value();
    const expected = sent();
    const before = await gong.run(list, { [field]: given });
    expect(before.data.customerData).not.toEqual([]);
    expect(before.data.calls).not.toEqual([]);
    gong.sandbox.clearRequests();

    const { data } = await gong.run(erase, { [field]: given });

    expect(requests()).toEqual([
      { method: "POST", path: erasePath, query: { [field]: expected }, body: undefined },
    ]);
    expect(gong.sandbox.requests[0]?.headers).not.toHaveProperty("content-type");
    expect(data).toEqual({ requestId: expect.any(String) });
    const after = await gong.run(list, { [field]: given });
    expect(after.data.customerData).toEqual([]);
    expect(after.data.calls).toEqual([]);
  });
});

/** Well-formed, and no person's. */
const unknownTo: Record<string, string> = {
  emailAddress: "o'brien+q&a=1/x@northmoor.example",
  phoneNumber: "+44 20-7946.0958",
};

it("says in the log what number was looked for, without showing it (13.4)", async () => {
  const context = createContext();
  await gong.run("listReferencesToAPhoneNumber", { phoneNumber: "+1 425 555 0142" }, context);
  expect(context.lines).toEqual(["info: Phone Number has 11 digits and ends in 42."]);
});

it.each(["+39 06 698 82000", "+49 30 901820", "+33 1.42.68.53.00", "+800 1234 5678"])(
  "takes the valid number %s",
  async (phoneNumber) => {
    await gong.run("listReferencesToAPhoneNumber", { phoneNumber });
    expect(requests()).toMatchObject([
      { query: { phoneNumber: phoneNumber.replace(/[ .]/g, "") } },
    ]);
  },
);
