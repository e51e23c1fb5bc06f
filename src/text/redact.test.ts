import fc from "fast-check";
import { often } from "../../tests/support/often";
import { randomly, seed } from "../../tests/support/random";
import { redact, redactDeep, redactor } from "./redact";

describe("A text that others wrote", () => {
  it.each([
    ["Cannot find mia.holt@northmoor.example.", "Cannot find [email address]."],
    ["<Mia+Tag@NORTHMOOR.example>, o'neil@x.y.example", "<[email address]>, [email address]"],
    ["user mia%2Bx%40northmoor.example", "user [email address]"],
    ["björn@bücher.example", "[email address]"],
    ["call +14255550142 or +1 (425) 555-0142, tel", "call [phone number] or [phone number], tel"],
    ["?phone=%2B14255550142&x", "?phone=[phone number]&x"],
    ["2026-03-01T10:00:00+01:00, 12:00+0200", "2026-03-01T10:00:00+01:00, 12:00+0200"],
    ["Call 7782342274025937895 of 234599484848423", "Call 7782342274025937895 of 234599484848423"],
    [
      "id 4al018gzaztcr8nbukw, 123e4567-e89b-12d3-a456-426614174000",
      "id 4al018gzaztcr8nbukw, 123e4567-e89b-12d3-a456-426614174000",
    ],
    ["PUT /v2/calls/7782342274025937895/media", "PUT /v2/calls/7782342274025937895/media"],
    ["a@b and @handle, 50% off + 3", "a@b and @handle, 50% off + 3"],
  ])("loses addresses and numbers with a plus sign, and keeps the rest: %s", (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it.each([0, 1, 2])("shows no credentials in Base64 at alignment %d", (shift) => {
    const echo = Buffer.from(`${"x".repeat(shift)}Authorization: Basic KEY0123:SECRET456789\r\n`);
    expect(redact(`Headers: ${echo.toString("base64")}`)).toBe("Headers: [secret]");
    expect(redact(`Headers: ${echo.toString("base64url")}!`)).toBe("Headers: [secret]!");
  });

  it("loses exactly what was sent: secrets, and the people of the request", () => {
    const withheld = {
      secrets: ["KEY", "ACCESSKEY", "sec+ret/key=="],
      request: {
        emailAddress: "a.b@intranet",
        parties: [{ name: "Mia", phoneNumber: "(425) 555-0142" }, ["+49 30 901820"]],
        id: "7782342274025937895",
      },
    };
    const text =
      "a.b@intranet, (425) 555-0142, 4255550142, 4930901820, ACCESSKEY sec+ret/key== sec%2Bret%2Fkey%3D%3D, Mia, 7782342274025937895, KEY";
    expect(redact(text, withheld)).toBe(
      "[email address], [phone number], [phone number], [phone number], [secret] [secret] [secret], Mia, 7782342274025937895, KEY",
    );
  });

  it("is redacted in every text of a value, names included", () => {
    const value = {
      "mia@x.example": ["+14255550142", 14255550142, null, { a: true }],
      KEY1: "KEY1",
    };
    expect(redactDeep(value, redactor({ secrets: ["KEY1"] }))).toEqual({
      "[email address]": ["[phone number]", 14255550142, null, { a: true }],
      "[secret]": "[secret]",
    });
  });

  it(`loses secrets and addresses wherever they stand (seed ${seed})`, () => {
    const words = fc.string({ unit: "grapheme", maxLength: 20 });
    const key = fc.string({ unit: "grapheme-ascii", minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(words, key, words, (before, secret, after) => {
        fc.pre(!(before + after).includes(secret) && !"[secret]".includes(secret));
        const text = `${before} ${secret} ${encodeURIComponent(secret)} mia@northmoor.example ${after}`;
        const shown = redact(text, { secrets: [secret] });
        // The words in its place may hold letters of the secret.
        const left = shown.replace(/\[(secret|email address|phone number)\]/g, "");
        expect(left).not.toContain("mia@northmoor.example");
        if (!before.includes(secret.slice(0, 2))) expect(left).not.toContain(` ${secret} `);
      }),
      randomly(500),
    );
  });

  it.each([
    "a",
    "a@",
    "+1",
    "a.",
    "aB1",
    " +1 2",
    "x@a.",
    "%40",
    "%2B1",
    "é",
    "@",
    "-",
    "<p>+1</p>",
  ])(
    "is looked through in a time that grows with its length: %j again and again",
    async (piece) => {
      const text = piece.repeat(300_000 / piece.length);
      const redactText = redactor({ secrets: ["ACCESSKEY"], request: { a: "b@c" } });
      await often(3, () => void redactText(text));
    },
  );
});
