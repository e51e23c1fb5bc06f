import { refusalOf } from "../../tests/support/inputs";
import { often } from "../../tests/support/often";
import {
  booleanInput,
  choiceInput,
  fileNameInput,
  idInput,
  instantInput,
  lineInput,
  numberInput,
  textInput,
  urlInput,
} from "./fields";
import { InputError } from "./InputError";

const field = { label: "Field", comments: "A field.", example: "a right value" };

interface Subject {
  readonly clean: (value: unknown) => unknown;
}

const cyclic: unknown[] = [];
cyclic.push(cyclic);

/** Values that no input for one plain value takes. */
const neverPlain: [string, unknown][] = [
  ["an object", { secret: 1 }],
  ["a list", ["secret"]],
  ["a circle", cyclic],
  ["a file", Buffer.from("secret")],
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a function", () => "secret"],
  ["a symbol", Symbol("secret")],
];

const plainInputs: [string, Subject][] = [
  ["text", textInput(field)],
  ["a line", lineInput(field)],
  ["an id", idInput(field)],
  ["a date", instantInput(field)],
  ["a number", numberInput(field)],
  ["a switch", booleanInput(field)],
  ["a choice", choiceInput(field, ["One", "Two"])],
  ["a web address", urlInput(field)],
  ["a file name", fileNameInput(field)],
];

describe.each(plainInputs)("An input for %s", (_, input) => {
  it.each(neverPlain)(
    "refuses %s by its label, with a right value in place of the wrong one",
    (_kind, value) => {
      const message = refusalOf(input, value);
      expect(message).toMatch(/^Field must .*, for example a right value\.$/);
      expect(message).not.toContain("secret");
    },
  );

  it.each(["", " ", "\n", null, undefined])("takes %j as not given", (blank) => {
    expect(input.clean(blank)).toBeUndefined();
  });
});

describe.each(plainInputs)("The time that an input for %s takes over a text", (_, input) => {
  const length = 100_000;
  it.each([
    ["digits", `${"1".repeat(length)}x`],
    ["spaces", `${" ".repeat(length)}x${" ".repeat(length)}y`],
    ["dots", ".".repeat(length)],
    ["slashes", "/".repeat(length)],
    ["labels", `https://${"a.".repeat(length)}`],
  ])("of %s grows no faster than the text", async (_kind, text) => {
    // A millisecond or two where it is so, and many seconds where it is not.
    await often(20, () => {
      try {
        input.clean(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
});

describe("A required input", () => {
  it.each(["", " ", "\n", null, undefined])("refuses %j", (blank) => {
    expect(refusalOf(textInput({ ...field, required: true }), blank)).toBe(
      "Field is required, for example a right value.",
    );
  });

  it.each([0, false, "0", "false"])("takes %j, which is a value", (value) => {
    expect(textInput({ ...field, required: true }).clean(value)).toBe(String(value));
  });
});

describe("Text", () => {
  it.each([
    ["  kept as it is \n", "  kept as it is \n"],
    [12.5, "12.5"],
    [true, "true"],
    [7782342274025937895n, "7782342274025937895"],
    ["naïve 会議 🎉", "naïve 会議 🎉"],
  ])("takes %p", (value, text) => {
    expect(textInput(field).clean(value)).toBe(text);
  });

  it("is as long as it may be, and not a character longer", () => {
    expect(textInput(field, 5).clean("12345")).toBe("12345");
    expect(refusalOf(textInput(field, 5), "123456")).toContain("at most 5 characters; it has 6");
  });

  it.each(["cut \ud83c", "\udf89 cut", "a\ud800b"])("refuses half a character (%j)", (text) => {
    expect(refusalOf(textInput(field), text)).toContain("must be text without broken characters");
  });
});

describe("A line", () => {
  it("has no spaces around it", () => {
    expect(lineInput(field).clean("  one line \n")).toBe("one line");
  });

  it.each(["a\nb", "a\rb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b"])(
    "refuses %j",
    (text) => {
      expect(refusalOf(lineInput(field), text)).toContain("must be one line");
    },
  );
});

describe("An id", () => {
  it.each([
    ["7782342274025937895", "7782342274025937895"],
    [" 12345678901234567890\n", "12345678901234567890"],
    [234599484848423, "234599484848423"],
    [7782342274025937895n, "7782342274025937895"],
    ["0", "0"],
  ])("takes %p", (value, id) => {
    expect(idInput(field).clean(value)).toBe(id);
  });

  it.each([
    "123456789012345678901",
    "12 34",
    "12a",
    "-5",
    "1.5",
    "1e5",
    "../users",
    "000xxx",
    "١٢٣",
    true,
    -1,
    1.5,
  ])("refuses %p", (value) => {
    expect(refusalOf(idInput(field), value)).toContain("must be a Gong id of up to 20 digits");
  });

  it.each([2 ** 53, 7782342274025938000, 1e21])(
    "refuses the number %p, whose digits are lost",
    (value) => {
      expect(refusalOf(idInput(field), value)).toContain("must arrive as text");
    },
  );
});

describe("A date and time", () => {
  it.each([
    ["2026-03-01T10:00:00+01:00", "2026-03-01T10:00:00+01:00"],
    ["2026-03-01T10:00:00.123456-07:00", "2026-03-01T10:00:00.123456-07:00"],
    ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"],
    ["2026-03-01t10:00:00z", "2026-03-01T10:00:00Z"],
    ["2026-03-01 10:00", "2026-03-01T10:00:00Z"],
    ["2026-03-01T10:00:00+0530", "2026-03-01T10:00:00+05:30"],
    ["2026-03-01", "2026-03-01T00:00:00Z"],
    ["  2028-02-29 ", "2028-02-29T00:00:00Z"],
    [new Date(Date.UTC(2026, 2, 1, 9, 0, 0, 5)), "2026-03-01T09:00:00.005Z"],
  ])("takes %p", (value, instant) => {
    expect(instantInput(field).clean(value)).toBe(instant);
  });

  it.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2027-02-29",
    "2026-04-31T10:00:00Z",
    "2026-03-01T25:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T10:60:00Z",
    "2026-03-01T10:00:60Z",
    "2026-03-01T10:00:00+25:00",
    "2026-03-01T10:00:00+99:99",
    "2026-3-1",
    "01.03.2026",
    "03/01/2026",
    "yesterday",
    "now",
    "1767225600",
    1767225600000,
    true,
    new Date(Number.NaN),
    new Date(8.64e15),
    new Date(-8.64e15),
  ])("refuses %p", (value) => {
    expect(refusalOf(instantInput(field), value)).toContain("must be a date and time in ISO 8601");
  });
});

describe("A switch", () => {
  it.each([true, "true", " TRUE ", "t", "Yes", "y", "1", 1])("is on for %p", (value) => {
    expect(booleanInput(field).clean(value)).toBe(true);
  });

  it.each([false, "false", "False", "f", "no", "N", "0", 0])("is off for %p", (value) => {
    expect(booleanInput(field).clean(value)).toBe(false);
  });

  it.each(["maybe", "2", 2, -1, "truee"])("refuses %p", (value) => {
    expect(refusalOf(booleanInput(field), value)).toContain("must be true or false");
  });
});

describe("A number", () => {
  it.each([
    ["0", 0],
    [0, 0],
    [" 12.50 ", 12.5],
    ["+5", 5],
    ["-5", -5],
    [".5", 0.5],
    [1e-7, 1e-7],
    [1e21, 1e21],
    [12n, 12],
  ])("takes %p", (value, number) => {
    expect(numberInput(field).clean(value)).toBe(number);
  });

  it.each(["1e3", "0x10", "1,5", "1 000", "five", "--5", "NaN", "Infinity", "9".repeat(400), true])(
    "refuses %p",
    (value) => {
      expect(refusalOf(numberInput(field), value)).toContain("must be a number");
    },
  );

  it.each([
    [{ min: 0, max: 10 }, 10.5, "must be a number from 0 to 10"],
    [{ min: 0, max: 10, integer: true }, "2.5", "must be a whole number from 0 to 10"],
    [{ min: 1 }, 0, "must be a number of 1 or more"],
    [{ max: 1 }, 2, "must be a number of 1 or less"],
    [{ integer: true }, 2 ** 53, "must be a whole number"],
  ])("keeps to its limits %j", (limits, value, problem) => {
    expect(refusalOf(numberInput(field, limits), value)).toContain(problem);
  });
});

describe("A choice", () => {
  it("is taken in any letter case, as Gong writes it", () => {
    expect(choiceInput(field, ["Inbound", "Outbound"]).clean(" outBOUND ")).toBe("Outbound");
  });

  it("names what there is to choose from", () => {
    expect(refusalOf(choiceInput(field, ["Inbound", "Outbound"]), "sideways")).toContain(
      "must be one of Inbound, Outbound",
    );
  });
});

describe("A web address", () => {
  it.each(["https://recordings.example/a%20b.mp3?signature=a+b&x=1#t", "http://127.0.0.1:8080/"])(
    "takes %s as it is",
    (url) => {
      expect(urlInput(field).clean(` ${url}\n`)).toBe(url);
    },
  );

  it.each([
    "recordings.example/a.mp3",
    "//recordings.example",
    "ftp://recordings.example/a.mp3",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
    "https://recordings.example/a b",
    "https://recordings.example/a\nb",
    "https://recordings.example/a\u0001b",
    "https://recordings.example:99999/",
  ])("refuses %j", (url) => {
    expect(refusalOf(urlInput(field), url)).toContain("must be a web address");
  });

  it("refuses one with a password, without showing it", () => {
    const message = refusalOf(urlInput(field), "https://user:hush-hush@recordings.example/");
    expect(message).toContain("must not hold a user name or password");
    expect(message).not.toContain("hush-hush");
  });
});

describe("A file name", () => {
  it.each([
    ["recording.mp3", "recording.mp3"],
    [' the "big" call.mp3 ', 'the "big" call.mp3'],
    ["通話 №1.flac", "通話 №1.flac"],
    ["calls/2026/recording.mp3", "recording.mp3"],
    ["../../recording.mp3", "recording.mp3"],
    ["C:\\calls\\recording.mp3", "recording.mp3"],
    [`${"folder/".repeat(500)}a.mp3`, "a.mp3"],
    [".hidden", ".hidden"],
  ])("of %j is %j", (value, name) => {
    expect(fileNameInput(field).clean(value)).toBe(name);
  });

  it.each(["/", "calls/", "..", "calls/..", "C:\\"])("cannot be %j", (value) => {
    expect(refusalOf(fileNameInput(field), value)).toContain("must be the name of a file");
  });

  it.each(["a\r\nContent-Type: text/html.mp3", "a\u2028b.mp3"])(
    "has no line breaks (%j)",
    (value) => {
      expect(refusalOf(fileNameInput(field), value)).toContain("must be one line");
    },
  );

  it("has at most 255 characters", () => {
    expect(fileNameInput(field).clean("a".repeat(255))).toHaveLength(255);
    expect(refusalOf(fileNameInput(field), "a".repeat(256))).toContain("at most 255 characters");
  });
});
