import fc from "fast-check";
import { often } from "../../tests/support/often";
import { randomly, seed } from "../../tests/support/random";
import { parseExactJson, parseJson, toJson } from "./json";

describe("An id in JSON", () => {
  it.each([
    ['{"id":9007199254740993}', "9007199254740993"],
    ['{"id":-9007199254740993}', "-9007199254740993"],
    ['{"id": 12345678901234567890}', "12345678901234567890"],
    ['{"id":\n\t 18446744073709551615 }', "18446744073709551615"],
    ['{"id":99999999999999999999999999999999}', "99999999999999999999999999999999"],
    ['{"id":9007199254740992}', "9007199254740992"],
  ])("keeps every digit when it is a number beyond 2^53: %s", (text, id) => {
    expect(parseJson(text)).toEqual({ id });
  });

  it.each([
    ['{"id":9007199254740991}', 9007199254740991],
    ['{"id":-9007199254740991}', -9007199254740991],
    ['{"id":1234567890123456}', 1234567890123456],
    ['{"id":0}', 0],
    ['{"id":-1}', -1],
  ])("stays a number when none of its digits are at risk: %s", (text, id) => {
    expect(parseJson(text)).toEqual({ id });
  });

  it("costs no more to look for in a very long run of digits", async () => {
    // Looked at from each place of the run, this takes minutes.
    const text = JSON.stringify({ digits: "7".repeat(300_000), more: `${"7".repeat(99)}x` });
    await often(20, () => expect(parseJson(text)).toEqual(JSON.parse(text)));
  });
});

describe("Another number in JSON", () => {
  it.each([
    ...["1.5", "-0.1234567890123456789", "12345678901234567890.25", "1e3", "1E+20", "-2.5e-7"],
    ...["12345678901234567890e2", "1e400", "-0"],
  ])("%s is read as JSON.parse reads it", (number) => {
    const text = `{"duration":${number}}`;
    expect(parseJson(text)).toEqual(JSON.parse(text));
    const withId = `{"duration":${number},"id":12345678901234567890}`;
    expect(parseJson(withId)).toEqual({ ...JSON.parse(text), id: "12345678901234567890" });
  });
});

describe("A field named __proto__", () => {
  const text =
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"id":12345678901234567890}';

  it("is a field like any other, and changes no object", () => {
    const value = parseJson(text) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor", "id"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value.isAdmin).toBeUndefined();
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe("What is no JSON", () => {
  it.each([
    ...["", " ", "<html></html>", "undefined", "NaN", '{"id":12345678901234567890'],
    ...['{"id":12345678901234567890}}', '{"id":12345678901234567890,}'],
    ...["[12345678901234567890, 12345678901234567891,]", "{'id':12345678901234567890}"],
    ...['{"id":012345678901234567890}', '{"id":+12345678901234567890}'],
    ...['{"id":12345678901234567890.}', '{"id":-12345678901234567890-1}'],
    ...['{"id":12345678901234567890 1}', '{"a":"line\nbreak","id":12345678901234567890}'],
    ...['{"a":"\\x","id":12345678901234567890}', '{"a":1 "id":12345678901234567890}'],
    ...["{id:12345678901234567890}", '{"id":12345678901234567890}//'],
  ])("is refused: %j", (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});

describe(`Any JSON (seed ${seed})`, () => {
  const isLong = (item: unknown) => Number.isInteger(item) && !Number.isSafeInteger(item);
  const json = fc
    .jsonValue({ depthSize: "medium" })
    .map((value): unknown =>
      JSON.parse(JSON.stringify(value, (_, item) => (isLong(item) ? 0 : item))),
    );

  it("without long numbers is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
      randomly(1_000),
    );
  });

  it("with a long number beside it is read as JSON.parse reads it, the number whole", () => {
    const long = fc
      .bigInt({ min: 10n ** 16n, max: 10n ** 20n })
      .chain((number) => fc.constantFrom(number, -number));
    fc.assert(
      fc.property(json, long, fc.constantFrom("", " ", "\n", "\t "), (value, number, space) => {
        const text = JSON.stringify(value);
        expect(parseJson(`{"value":${text},"id":${space}${number}}`)).toEqual({
          value: JSON.parse(text),
          id: String(number),
        });
        expect(parseJson(`[${space}${number},${text}]`)).toEqual([
          String(number),
          JSON.parse(text),
        ]);
      }),
      randomly(1_000),
    );
  });

  it("that is damaged is refused exactly when JSON.parse refuses it", () => {
    const damage = fc.constantFrom(
      "",
      ",",
      '"',
      "\\",
      "}",
      "]",
      "{",
      "0",
      "-",
      ".",
      "e",
      "\n",
      "n",
    );
    fc.assert(
      fc.property(json, fc.nat(), fc.nat(3), damage, (value, place, length, inserted) => {
        const whole = JSON.stringify({ value, id: 1 }).replace(/1\}$/, "12345678901234567890}");
        const at = place % whole.length;
        const text = whole.slice(0, at) + inserted + whole.slice(at + length);
        const isJson = (parse: (text: string) => unknown) => {
          try {
            parse(text);
            return true;
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
            return false;
          }
        };
        expect(isJson(parseJson)).toBe(isJson(JSON.parse));
      }),
      randomly(1_500),
    );
  });
});

describe("JSON that is sent on", () => {
  it.each([
    ['{"a":1.10,"b":0.1,"c":1e3,"d":-0.5}', '{"a":1.1,"b":0.1,"c":1000,"d":-0.5}'],
    ["[123.45678901234567890123,1e-7]", "[123.45678901234567890123,1e-7]"],
    ['{"id":7782342274025937895}', '{"id":"7782342274025937895"}'],
    ["[100000000000000000000.5]", "[100000000000000000000.5]"],
    ['{"a":null,"b":"\\\\ud800","c":"😀"}', '{"a":null,"b":"\\\\ud800","c":"😀"}'],
  ])("keeps its numbers as they were written: %s", (text, sent) => {
    expect(toJson(parseExactJson(text))).toBe(sent);
  });

  it.each(['{"a":1e999}', "[-1E400]"])("is refused where JSON cannot say it: %s", (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });

  it.each(["\ud83d", "a\ude00b", "\\\ud83d"])("is refused with half of a character: %j", (text) => {
    expect(() => toJson({ deep: [text] })).toThrow(/half of a character/);
    expect(() => toJson({ [text]: 1 })).toThrow(/half of a character/);
  });

  it("leaves out what is undefined, and is nothing for nothing", () => {
    expect(toJson({ a: undefined, b: [1, "2"] })).toBe('{"b":[1,"2"]}');
    expect(toJson(undefined)).toBeUndefined();
  });
});
