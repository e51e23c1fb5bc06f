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
    ["user иван@пример.рф unknown", "user [email address] unknown"],
    ["ivan@xn--e1afmkfd.xn--p1ai, अ@उदाहरण.भारत", "[email address], [email address]"],
    ["%D0%B8@пример%2Eрф", "[email address]"],
    ["a@b.example@c.example", "[email address]@c.example"],
    ["call +1 (425) 555-0142 now", "call [phone number] now"],
    ["%2B14255550142", "[phone number]"],
    ["+1-425-555-0142 7782342274025937895", "[phone number] 7782342274025937895"],
    ["robin\\u0040x.example, \\u002b1 425 555 0142", "[email address], [phone number]"],
    ["%252B1%20425%20555%200142", "[phone number]"],
    ["Illegal header: Basic QUNDRVNTS0VZ…", "Illegal header: Basic [secret]…"],
    ["authorization: bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln==", "authorization: bearer [secret]"],
    [
      "https://b.s3.example/r.mp3?part=1&X-Amz-Signature=4f2a&X-Amz-Credential=AKIA%2F2026 failed",
      "https://b.s3.example/r.mp3?part=1&X-Amz-Signature=[secret]&X-Amz-Credential=[secret] failed",
    ],
    ["jane＠corp.example ＋14255550142", "[email address] [phone number]"],
    [
      "access_token=4f2a9c is over, password=4f2a",
      "access_token=[secret] is over, password=[secret]",
    ],
    ["?a=1&amp;X-Amz-Signature=4f2a9c77d1", "?a=1&amp;X-Amz-Signature=[secret]"],
    ["r.mp3%3Fa%3D1%26X-Amz-Signature%3D4f2a9c77d1", "r.mp3%3Fa%3D1%26X-Amz-Signature%3D[secret]"],
    [
      "r.mp3?a=1\\u0026Signature\\u003d4f2a#access_token=4f2a",
      "r.mp3?a=1\\u0026Signature\\u003d[secret]#access_token=[secret]",
    ],
    [
      "?sig=1&Key-Pair-Id=2&Policy=3&AWSAccessKeyId=4&sv=5",
      "?sig=[secret]&Key-Pair-Id=[secret]&Policy=[secret]&AWSAccessKeyId=[secret]&sv=5",
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
    "Basic authentication failed, Bearer authentication too, scope api:calls:read:basic required",
    'The field "emailAddress" of party 3 must be an address, but was "@corp.example"',
    "https://app.gong.io/settings?assignedUserId=234599484848423&designId=5&keyword=consent",
    "2026-03-01T10:00:00+0200 2026-03-01",
    "package@1.2.3",
    "",
  ])("%j stays as it is: it names nobody", (words) => {
    expect(redact(words)).toBe(words);
  });

  it("lose secrets wherever they stand", () => {
    const withheld = { secrets: ["s3cret-key", "", "c2VjcmV0"] };
    expect(redact("xs3cret-keyx, Basic c2VjcmV0== and s3cret-ke", withheld)).toBe(
      "x[secret]x, Basic [secret] and s3cret-ke",
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

  it("lose the end of a long secret that was cut off at its front", () => {
    const token = "ey+Jh/bGci~OiJIUzI1NiJ9.TOKEN/xyz==";
    const echo = `no ${token.slice(4)}, "${encodeURIComponent(token.slice(9))}" or ${token.slice(-8)}`;
    expect(redact(echo, { secrets: [token] })).toBe('no [secret], "[secret]" or [secret]');
    expect(redact(token.slice(-7), { secrets: [token] })).toBe(token.slice(-7));
    expect(redact("the short-key", { secrets: ["a-short-key"] })).toBe("the short-key");
  });

  it.each(["base64", "base64url", "hex"] as const)(
    "lose a secret that was written in %s",
    (how) => {
      // In Base64 it has each of the characters that are others in addresses, and padding.
      const secret = "key?>~~~-ÿÿ>>>+secret-0";
      const written = Buffer.from(secret).toString(how);
      const shown = redact(`not ${written}, ${encodeURIComponent(written)}`, { secrets: [secret] });
      expect(shown).toMatch(/^not \[secret\](==?)?, \[secret\](%3D){0,2}$/);
      const given = redact(`not ${written}`, {
        secrets: [Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")],
      });
      expect(given).toMatch(/^not \[secret\]/);
      const cut = redact(written.slice(6), { secrets: [secret] });
      expect(cut).toMatch(/^\[secret\](==?)?$/);
    },
  );

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

  it("are looked through for thousands of people and long keys", async () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => `+1425${5_550_000 + index}`);
    const people = numbers.map((number) => `person${number}@northmoor.example`);
    const words = numbers.map(
      (number, index) => `Field ${index} has ${number.slice(1)}, correct it.`,
    );
    const shown = redactDeep(words, { personal: [...numbers, ...people] }) as string[];
    expect(shown[7]).toBe("Field 7 has [phone number], correct it.");
    expect(shown.every((word) => word.includes("[phone number]"))).toBe(true);
    for (const piece of ["/", "= ", "+/", "a", "é"]) {
      const key = `sk_live_0123456789${piece.repeat(30_000)}end`;
      expect(redact(`no ${key}, ${key.slice(0, 20)}`, { secrets: [key] })).toMatch(
        /^no \[secret\]/,
      );
    }
  });

  it("are looked through in a time that grows with their length, whatever they are", async () => {
    // With a regular expression for whole addresses, the second of these alone takes minutes.
    const pieces = ["a", "%40", "a@", "%2540", "%25", "@b%2E", "+1 ", "+1%20", "1", ".@"];
    const texts = pieces.map((piece) => piece.repeat(3_000));
    await often(10, () => {
      for (const text of texts) expect(redact(text).length).toBeGreaterThan(0);
    });
    const secrets = ["ab/cd+ef~gh.ij-kl=mn", "aaaaaaaaaaaaaaaaaaaab"];
    const tokens = ["a", "%", "%25", "ab/cd+ef", "~gh.ij-kl=mn", "6", "YWFh", "a b", "[a"];
    await often(3, () => {
      for (const token of tokens) {
        expect(redact(token.repeat(10_000), { secrets }).length).toBeGreaterThan(0);
      }
    });
    const personal = ["+44 20-7946.0958", "o'brien+sales@northmoor.example"];
    const forms = [
      "4 4-",
      "4      4      ",
      "2%20%20%20%20%20%20",
      "2 0-7 9 4 6 0 9 5 ",
      "o%2525252527",
      "0",
      "%2",
    ];
    await often(5, () => {
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

describe("A phone number of the request", () => {
  it(`is never shown, however it is written, and an id beside it is (seed ${seed})`, () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const separator = fc.constantFrom("", "", " ", "-", ".", " (", ") ", "/", "\u2011", "\u00a0");
    const number = fc.array(fc.tuple(digit, separator), { minLength: 8, maxLength: 13 });
    const lead = fc.constantFrom("", "+", "00", "(", "+ ", "0");
    const id = fc.bigInt({ min: 10n ** 16n, max: 10n ** 19n }).map(String);
    const write = fc.constantFrom(
      (text: string) => text,
      encodeURIComponent,
      (text: string) => encodeURIComponent(encodeURIComponent(text)),
    );
    fc.assert(
      fc.property(number, lead, id, write, (pairs, front, other, written) => {
        const plain = pairs.map(([one]) => one).join("");
        const echo = front + pairs.map(([one, gap], at) => (at ? gap : "") + one).join("");
        const personal = personalIn({ phoneNumber: plain });
        const shown = redact(`call ${other}: ${written(echo)}, ${other}`, { personal });
        const [before, after] = [`call ${other}: `, `, ${other}`];
        expect([shown.startsWith(before), shown.endsWith(after)]).toEqual([true, true]);
        const middle = shown.slice(before.length, -after.length);
        expect(middle).toContain("[phone number]");
        const left = decodeURIComponent(decodeURIComponent(middle));
        expect(left.replace(/\D/g, "").length).toBeLessThan(4);
      }),
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
    const others = { cancellationDate: "14255550142", telephonyCallId: "234599484848423" };
    expect(personalIn({ callId: "14255550142", ...others, phoneSince: "2026-03-01" })).toEqual([]);
  });

  it.each([
    ["(415) 555-0100 ext. 5", "(415) 555-0100"],
    ["415-555-0100x5", "415-555-0100"],
    ["415\u2011555\u20110100", "415\u2011555\u20110100"],
    ["tel:4155550100", "4155550100"],
    ["4155550100;ext=5", "4155550100"],
    ["4155550100, 4155550101", "4155550100", "4155550101"],
    ["4155550100 4155550101", "4155550100", "4155550101"],
    ["415 555 0100 (mobile)", "415 555 0100"],
    ["+49 (0) 171 - 123 4567", "+49 (0) 171 - 123 4567"],
    ["7022652889306584427"],
    ["none, 555-010"],
  ])("is each phone number in %j, where one is due", (text, ...numbers) => {
    for (const name of ["phoneNumber", "mobile", "workTel", "Cell", "X-Fax"]) {
      expect(personalIn({ [name]: text })).toEqual(numbers);
    }
    expect(personalIn({ numbers: text.replace("tel:", "") })).toEqual(
      text.startsWith("+") ? numbers : [],
    );
  });

  it("is found below the name of a field", () => {
    const phones = { mobilePhones: [{ value: "4155550100" }, ["4155550101"]] };
    expect(personalIn([phones, { value: "4155550102" }])).toEqual(["4155550100", "4155550101"]);
  });

  it("is found in JSON and form-encoded text, however deep", () => {
    const person = { phoneNumber: "4155550100", email: "robin@corp" };
    const all = ["4155550100", "robin@corp"];
    const json = JSON.stringify(person);
    const form = new URLSearchParams(person).toString();
    const repeated = new URLSearchParams("phone=4155550100&phone=4155550101");
    expect(personalIn(json)).toEqual(all);
    expect(personalIn({ filter: JSON.stringify({ filter: JSON.stringify(json) }) })).toEqual(all);
    expect(personalIn(form)).toEqual(all);
    expect(personalIn([new URLSearchParams({ form })])).toEqual(all);
    expect(personalIn(repeated)).toEqual(["4155550100", "4155550101"]);
    expect(personalIn(["{phone", '"phone', "[4155550100"])).toEqual([]);
  });

  it("is no byte of a file, in whatever shape it comes", async () => {
    const looked = jest.fn(() => "robin@x.example");
    const property = { enumerable: true, get: looked };
    const small = Object.defineProperty(Buffer.from("phone"), "phone", property);
    const written = { type: "Buffer", data: Object.defineProperty([1], 0, property) };
    const view = Object.defineProperty(new Uint16Array(4), "phone", property);
    for (const bytes of [small, written, view]) {
      const shapes = [bytes, { data: bytes, contentType: "audio/mpeg" }, { phone: [{ bytes }] }];
      expect(personalIn([shapes, { email: "sam@x.example" }])).toEqual(["sam@x.example"]);
    }
    expect(looked).not.toHaveBeenCalled();
    const large = Buffer.alloc(16 * 1024 ** 2, 7);
    await often(1_000, () => expect(personalIn({ phone: large, form: [{ large }] })).toEqual([]));
  });

  it("is looked for among so many values and no more", () => {
    let looks = 0;
    const items = new Proxy(new Array(1_000_000).fill(0), {
      get: (target, key, self) => {
        looks += 1;
        return Reflect.get(target, key, self);
      },
    });
    expect(personalIn([{ email: "robin@x.example" }, items])).toEqual(["robin@x.example"]);
    expect(looks).toBeGreaterThan(10_000);
    expect(looks).toBeLessThan(250_000);
  });

  it("is looked for in values of any size and depth", async () => {
    let deep: unknown = "robin@x.example";
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const long = ["@".repeat(300_000), `${"@".repeat(100_000)} x`, "a".repeat(1_000_000)];
    await often(10, () => expect(personalIn([deep, ...long])).toEqual([]));
    const pieces = [
      "1 ",
      "1%20",
      "1%25",
      "%25",
      "1((((((",
      "+(",
      "a=&",
      "[",
      '"',
      "=",
      "1234567890123456",
    ];
    const phones = pieces.map((piece) => ({ phone: piece.repeat(30_000) }));
    await often(3, () => expect(personalIn(phones).length).toBeGreaterThan(0));
  });
});
