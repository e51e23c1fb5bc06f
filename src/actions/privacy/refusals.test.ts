import { startGong, type TestGong } from "../../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(() => gong.stop());

const wrongAddresses: [unknown, string][] = [
  [undefined, "Email Address is required"],
  ["  ", "Email Address is required"],
  ...[
    ...["robin", "robin@northmoor", "@northmoor.example", "robin@", "robin@@northmoor.example"],
    ...["robin@northmoor..example", "robin@.northmoor.example", "robin@northmoor.example."],
    ...["robin@-northmoor.example", "robin@127.0.0.1", "robin@[127.0.0.1]"],
    ...[".robin@northmoor.example", "robin.@northmoor.example", "robin..vale@northmoor.example"],
    ...["robin@northmoor.example,kim@northmoor.example"],
    ...["robin@northmoor.example;kim@northmoor.example"],
    ...["robin@northmoor.example kim@northmoor.example"],
    ...["robin@northmoor.example\nkim@northmoor.example"],
    ...["robin@northmoor.example|kim@northmoor.example", "robin@northmoor.example,"],
    ...['["robin@northmoor.example"]', "Robin <robin@northmoor.example>"],
    ...["<robin@northmoor.example>", "mailto:robin@northmoor.example"],
    ...['"robin vale"@northmoor.example', "robin(sales)@northmoor.example", "*@northmoor.example"],
    ...["robin*@northmoor.example", "%@northmoor.example", "robi?@northmoor.example"],
    ...["{{email}}@northmoor.example", "robin@*.example", "robin%40northmoor.example"],
    ...["robin@northmoor.example%00", "robin\u0000@northmoor.example"],
    ...["robin@north\u0007moor.example", "robin@north\u200bmoor.example"],
    ...["r\u043ebin@northmoor.example", "robin@n\u043erthmoor.example"],
    ...["robin\uff20northmoor.example", "robin@northmoor\u3002example"],
    ...["j\u00f6rg@northmoor.example", "robin@\u212aim.example"],
    ...[`${"r".repeat(65)}@northmoor.example`, `robin@${"n".repeat(64)}.example`],
    ...[`robin@${"northmoor.".repeat(25)}example`],
    ["robin@northmoor.example"],
    ["robin@northmoor.example", "kim@northmoor.example"],
    { email: "robin@northmoor.example" },
    Buffer.from("robin@northmoor.example"),
    5,
    true,
  ].map((value): [unknown, string] => [value, "Email Address must be exactly one email address"]),
];

const oneNumber = "Phone Number must be exactly one valid phone number that begins with +";
const otherSpelling = "Phone Number must leave out what is dialed only within the country";

const wrongNumbers: [unknown, string][] = [
  [undefined, "Phone Number is required"],
  ["", "Phone Number is required"],
  // Numbers that no telephone has, and one digit too many or too few (13.4).
  ...[
    ...["+1 425 555 2671 5", "+1425555", "+142555", "+15550100", "+04255550142"],
    ...["+1 999 999 9999"],
  ].map((value): [unknown, string] => [value, oneNumber]),
  ...["+1425555014212345", "+44 20 7946 0", "+999 1234567", "+1 025 555 0142"].map(
    (value): [unknown, string] => [value, oneNumber],
  ),
  // Digits that are dialed within the country only.
  ...["+44 020 7946 0958", "+44(0207)9460958", "+44 (0)20 7946 0958", "+1 1 425 555 0142"].map(
    (value): [unknown, string] => [value, otherSpelling],
  ),
  ...[
    ...["14255550142", "004425550142", "(425) 555-0142", "+ 14255550142", "++14255550142"],
    ...["+1 425 555 0142 x12", "+1 425 555 0142 ext. 12", "+14255550142,12", "+14255550142;ext=12"],
    ...["+14255550142#12", "+1 (425 555 0142", "+1 425) 555 0142", "+1 ((425)) 555 0142"],
    ...["+1 () 425 555 0142", "+14255550142-", "+1    4255550142", "+14255550142 +14255550143"],
    ...["+14255550142,+14255550143", "+14255550142;+14255550143", "+14255550142/43", "+1425555*"],
    ...["+1425555????", "tel:+14255550142", "Robin +14255550142", "\uff0b14255550142"],
    ...["+1425555014\u0662", "+1425\u0000555\u00000142", "+1425\n5550142", "%2B14255550142"],
    ...["+1425\u2011555\u20110142", '["+14255550142"]', ["+14255550142"], 14255550142, true],
    { phoneNumber: "+14255550142" },
  ].map((value): [unknown, string] => [value, oneNumber]),
];

const addressActions = [
  "listReferencesToAnEmailAddress",
  "deleteEmailAddressAndAssociatedElements",
];
const numberActions = ["listReferencesToAPhoneNumber", "deletePhoneNumberAndAssociatedElements"];

async function expectRefusal(key: string, inputs: Record<string, unknown>, problem: string) {
  const error = await gong.fail(key, inputs);

  expect(error.message).toContain(problem);
  // What is wrong may still be a person's; the example in the message is made up.
  expect(error.message).not.toMatch(/kim|0143/);
  expect(gong.sandbox.requests).toEqual([]);
}

describe.each(addressActions)("%s", (key) => {
  it.each(wrongAddresses)("refuses %j before sending", (emailAddress, problem) =>
    expectRefusal(key, { emailAddress }, problem),
  );
});

describe.each(numberActions)("%s", (key) => {
  it.each(wrongNumbers)("refuses %j before sending", (phoneNumber, problem) =>
    expectRefusal(key, { phoneNumber }, problem),
  );
});
