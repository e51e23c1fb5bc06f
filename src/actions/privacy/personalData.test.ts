import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(() => gong.stop());

describe("what errors and logs say of a person", () => {
  const address = "o'brien+sales@northmoor.example";
  const number = "+44 20-7946.0958";
  const echoes = (value: string) => [
    value,
    value.toUpperCase(),
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    encodeURIComponent(encodeURIComponent(value)),
    `?emailAddress=${encodeURIComponent(value)}&x=1`,
    `<${value}>`,
    `"${value}"`,
    value.replace("+", " "),
  ];
  const numbers = [
    "+442079460958",
    "442079460958",
    "00442079460958",
    "%2B442079460958",
    "%252B442079460958",
    "%2b44%2020%2d7946%2e0958",
    "+44 (20) 7946 0958",
    "(020) 7946-0958",
    "2079460958",
    "44.20.7946.0958",
    "%2B44+20+7946+0958",
  ];

  it.each([
    ...echoes(address).map((echo) => ["emailAddress", address, echo] as const),
    ...echoes(number).map((echo) => ["phoneNumber", number, echo] as const),
    ...numbers.map((echo) => ["phoneNumber", number, echo] as const),
  ])("%s %s echoed as %s is in no error and no log", async (field, value, echo) => {
    const keys =
      field === "emailAddress"
        ? ["listReferencesToAnEmailAddress", "deleteEmailAddressAndAssociatedElements"]
        : ["listReferencesToAPhoneNumber", "deletePhoneNumberAndAssociatedElements"];
    for (const key of keys) {
      gong.sandbox.faults.next({
        kind: "status",
        status: 400,
        body: {
          requestId: "4al018gzaztcr8nbukw",
          errors: [`Cannot take ${echo} for call 7022652889306584427`],
          [echo]: { given: [echo], digits: field === "phoneNumber" ? 442079460958 : 1 },
        },
      });
      const context = createContext({ debug: true });

      const error = await gong.fail(key, { [field]: value }, context);

      const shown = [error.message, error.stack, JSON.stringify(error), ...context.lines].join();
      expect(error.gongErrors).toHaveLength(1);
      // Ids stay, since people need them.
      expect(error.gongErrors[0]).toContain("for call 7022652889306584427");
      expect(shown).not.toMatch(/brien|sales|northmoor|7946|0958/i);
    }
  });
});
