import fc from "fast-check";
import { often } from "../../tests/support/often";
import { randomly, seed } from "../../tests/support/random";
import { personalIn } from "./personal";
import { redact, redactDeep } from "./redact";

describe("Words of others, before they are shown", () => {
  it.each([
    ["No user robin.vale@northmoor.example here", "No user [email address] here"],
    ["<robin@x.example>, (sam+tag@y.example)", "<[email address]>, ([email address])"],
    ["emailAddress=robin%40x.example&a=1", "emailAddress=[email address]&a=1"],
    ["robin%2540x%252Eexample", "[email address]"],
    ["o'brien@x.example, 'robin@x.example'", "[email address], '[email address]'"],
    ['"john doe"@corp.example, said "robin@x.example"', '[email address], said "[email address]"'],
    ["robin&#64;x.example", "[email address]"],
    ["müller@übung.example!", "[email address]!"],
    ["a@b.example@c.example", "[email address]@c.example"],
    ["call +1 (425) 555-0142 now", "call [phone number] now"],
    ["%2B14255550142", "[phone number]"],
    ["%252B1%20425%20555%200142", "[phone number]"],
    ["Illegal header: Basic QUNDRVNTS0VZ…", "Illegal header: Basic [secret]…"],
    ["authorization: bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln==", "authorization: bearer [secret]"],
    [
      "https://b.s3.example/r.mp3?part=1&X-Amz-Signature=4f2a&X-Amz-Credential=AKIA%2F2026 failed",
      "https://b.s3.example/r.mp3?part=1&X-Amz-Signature=[secret]&X-Amz-Credential=[secret] failed",
    ],
  ])("%j becomes %j", (words, shown) => {
    expect(redact(words)).toBe(shown);
  });

  it.each([
    "Call ID 7782342274025937895 was not found",
    "parties: must not be null",
    "workspaceId 623457276584334, requestId 4al018gzaztcr8nbukw",
    "at 2026-03-01T09:00:00.123+02:00",
    "a @ b, x@, @y, x@y and 50% of 40",
    "+12 is too small, +1 too",
    "",
  ])("%j stays as it is: it names nobody", (words) => {
    expect(redact(words)).toBe(words);
  });

  it("lose secrets wherever they stand", () => {
    const withheld = { secrets: ["s3cret-key", "", "c2VjcmV0"] };
    expect(redact("xs3cret-keyx, Basic c2VjcmV0== and s3cret-ke", withheld)).toBe(
      "x[secret]x, Basic [secret]== and s3cret-ke",
    );
  });

  it("lose secrets in every form, and long ones also where they were cut off", () => {
    const token = "ey+Jh/bGci~OiJIUzI1NiJ9.TOKEN/xyz==";
    const withheld = { secrets: [token, `${token}REFRESH`] };
    const shown = "[secret] and [secret] and [secret] and [secret], done";
    const forms = [
      encodeURIComponent(token),
      token.toLowerCase(),
      `${token}REFRESH`,
      "ey+Jh/bGci~Oi",
    ];
    expect(redact(`${forms.join(" and ")}, done`, withheld)).toBe(shown);
  });

  it("lose what the request was about also in forms that nobody else would know", () => {
    const personal = ["+1 425 555 0142", "o'brien+x@northmoor.example"];
    for (const echo of ["14255550142", "(425) 555-0142", "425.555.0142", "001 425 555 0142"]) {
      expect(redact(`not ${echo}.`, { personal })).not.toMatch(/555.*0142/);
    }
    for (const echo of ["O'Brien+X@Northmoor.example", "o%27brien%2Bx%40northmoor%2Eexample"]) {
      expect(redact(`not ${echo} here`, { personal })).toBe("not [email address] here");
    }
    // A Gong id stays, though it has as many digits.
    expect(redact("call 7022652889306584427", { personal })).toBe("call 7022652889306584427");
  });

  it("are looked through in a time that grows with their length, whatever they are", async () => {
    // With a regular expression for whole addresses, the second of these alone takes minutes.
    const pieces = ["a", "%40", "a@", "%2540", "%25", "@b%2E", "+1 ", "+1%20", "1", ".@"];
    const texts = pieces.map((piece) => piece.repeat(3_000));
    await often(30, () => {
      for (const text of texts) expect(redact(text).length).toBeGreaterThan(0);
    });
    const personal = ["+44 20-7946.0958", "o'brien+sales@northmoor.example"];
    const forms = ["4 4-", "2 0-7 9 4 6 0 9 5 ", "o%2525252527", "0", "%2"];
    await often(30, () => {
      for (const form of forms) {
        expect(redact(form.repeat(3_000), { personal }).length).toBeGreaterThan(0);
      }
    });
  });

  it(`never show an address that stands free (seed ${seed})`, () => {
    const beside = fc.constantFrom(
      "",
      " ",
      "<",
      ">",
      '"',
      ",",
      "; ",
      "=",
      "[",
      "\n",
      "{a:",
      "?",
      "&",
    );
    fc.assert(
      fc.property(
        fc.emailAddress(),
        beside,
        beside,
        fc.boolean(),
        (address, before, after, raw) => {
          const echo = raw ? address : encodeURIComponent(address);
          const shown = redact(before + echo + after, { personal: personalIn({ a: [address] }) });
          expect(shown).not.toContain(echo);
          expect(shown.endsWith(after)).toBe(true);
        },
      ),
      randomly(1_000),
    );
  });
});

describe("A body of others, before it is shown", () => {
  it("loses people and secrets in every text, name and number", () => {
    const body = {
      errors: ["robin@x.example", { "robin@x.example": "key" }],
      phone: 14255550142,
      id: 7022652889306584,
      none: null,
      yes: true,
    };
    const withheld = { secrets: ["key"], personal: ["+14255550142"] };
    expect(redactDeep(body, withheld)).toEqual({
      errors: ["[email address]", { "[email address]": "[secret]" }],
      phone: "[phone number]",
      id: 7022652889306584,
      none: null,
      yes: true,
    });
  });

  it("keeps a field named __proto__ a field", () => {
    const body: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}');
    const shown = redactDeep(body) as Record<string, unknown>;
    expect(Object.keys(shown)).toEqual(["__proto__"]);
    expect(shown.isAdmin).toBeUndefined();
  });

  it("is cut off where nobody would read it, instead of failing", () => {
    let body: unknown = "robin@x.example";
    for (let level = 0; level < 50_000; level += 1) body = level % 2 ? [body] : { body };
    expect(JSON.stringify(redactDeep(body))).toMatch(/\(more\)/);
  });
});

describe("What a request is about", () => {
  it("is found however deep it lies, each once", () => {
    expect(
      personalIn([
        { emailAddress: " robin@x.example " },
        { parties: [{ phoneNumber: "+1 (425) 555-0142" }, { emailAddress: "robin@x.example" }] },
        { title: "call +14255550142 or robin@x.example", id: "7022652889306584427", count: 7 },
        undefined,
        null,
      ]),
    ).toEqual(["robin@x.example", "+1 (425) 555-0142"]);
  });

  it("is a phone number without its plus sign where the field says so", () => {
    const phones = { phoneNumber: "(425) 555-0199", phones: [14255550142], phone: "none" };
    expect(personalIn(phones)).toEqual(["(425) 555-0199", "14255550142"]);
    expect(personalIn({ callId: "14255550142", started: "2026-03-01" })).toEqual([]);
  });

  it("is looked for in values of any size and depth", async () => {
    let deep: unknown = "robin@x.example";
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const long = ["@".repeat(300_000), `${"@".repeat(100_000)} x`, "a".repeat(1_000_000)];
    await often(10, () => expect(personalIn([deep, ...long])).toEqual([]));
  });
});
