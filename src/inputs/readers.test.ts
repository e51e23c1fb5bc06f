import { refusalOf } from "../../tests/support/inputs";
import { often } from "../../tests/support/often";
import {
  booleanInput,
  choiceInput,
  dateTimeInput,
  fileNameInput,
  idInput,
  idListInput,
  instantInput,
  jsonInput,
  lineInput,
  numberInput,
  suggestionInput,
  textInput,
  trimmedInput,
  urlInput,
} from "./fields";
import { InputError } from "./InputError";
import { listOf, text } from "./structures";

const field = { label: "Field", comments: "A field.", example: "a right value" };

interface Subject {
  readonly clean: (value: unknown) => unknown;
}

const plainInputs: [string, Subject][] = [
  ["text", textInput(field)],
  ["a code", trimmedInput(field)],
  ["a line", lineInput(field)],
  ["an ID", idInput(field)],
  ["a date", dateTimeInput(field)],
  ["an instant", instantInput(field)],
  ["a number", numberInput(field)],
  ["a choice", choiceInput({ ...field, choices: ["One", "Two"] })],
  ["a suggestion", suggestionInput({ ...field, choices: ["One", "Two"] })],
  ["a web address", urlInput(field)],
  ["a file name", fileNameInput(field)],
];
const inputs: [string, Subject][] = [
  ...plainInputs,
  ["a switch", booleanInput(field)],
  ["IDs", idListInput(field)],
  ["JSON", jsonInput({ ...field, part: listOf(text) })],
];

describe.each(inputs)("An input for %s", (_, input) => {
  it.each(["", " ", "\n", null, undefined])("takes %j as not given", (blank) => {
    expect(input.clean(blank)).toBeUndefined();
  });

  const length = 100_000;
  it.each([
    ["digits", `${"1".repeat(length)}x`],
    ["spaces", `${" ".repeat(length)}x${" ".repeat(length)}y`],
    ["dots", ".".repeat(length)],
    ["brackets", "[".repeat(length)],
    ["labels", `https://${"a.".repeat(length)}`],
  ])("reads %s in a time that grows no faster than the text", async (_kind, long) => {
    // A millisecond or two where it is so, and many seconds where it is not.
    await often(20, () => {
      try {
        input.clean(long);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
});

const circle: unknown[] = [];
circle.push(circle);

describe.each(plainInputs)("An input for %s", (_, input) => {
  it.each<[string, unknown]>([
    ["an object", { secret: 1 }],
    ["lists", [["secret"], "secret"]],
    ["a circle", circle],
    ["a file", Buffer.from("secret")],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a function", () => "secret"],
    ["a symbol", Symbol("secret")],
  ])("refuses %s by its label, with a right value in place of the wrong one", (_kind, value) => {
    const message = refusalOf(input, value);
    expect(message).toMatch(/^Field must .*, for example a right value\.$/);
    expect(message).not.toContain("secret");
  });
});

it.each([0, false, "0", "false"])("%j is a value that a required input takes", (value) => {
  expect(textInput({ ...field, required: true }).clean(value)).toBe(String(value));
});

it.each([
  ["2026-03-01T10:00:00+01:00", "2026-03-01T10:00:00+01:00"],
  ["2026-03-01T10:00:00.1234567890-07:00", "2026-03-01T10:00:00.1234567890-07:00"],
  ["2026-03-01t10:00:00,5z", "2026-03-01T10:00:00.5Z"],
  ["2026-03-01 10:00", "2026-03-01T10:00:00Z"],
  ["20260301T1000+0530", "2026-03-01T10:00:00+05:30"],
  ["20260301T10+02", "2026-03-01T10:00:00+02:00"],
  ["  2028-02-29 ", "2028-02-29T00:00:00Z"],
  [20260301, "2026-03-01T00:00:00Z"],
  [new Date(Date.UTC(2026, 2, 1, 9, 0, 0, 5)), "2026-03-01T09:00:00.005Z"],
])("%p is the instant %p for code that reckons with it", (value, instant) => {
  expect(instantInput(field).clean(value)).toBe(instant);
});

it.each([
  ...["2026-02-30", "2026-13-01", "2026-00-10", "2027-02-29", "2026-04-31T10:00:00Z", "now"],
  ...["2026-03-01T25:00:00Z", "2026-03-01T10:60:00Z", "2026-03-01T10:00:00+99:99", "01.03.2026"],
  ...["2026-3-1", "2026-0301", "2026-03-01T10:0000", 1767225600, true, new Date(8.64e15)],
])("%p is no date", (value) => {
  expect(refusalOf(instantInput(field), value)).toContain("must be a date and time in ISO 8601");
});

it.each([
  ["0", 0],
  [" 12.50 ", 12.5],
  ["+5", 5],
  [".5", 0.5],
  ["1e3", 1000],
  [1e-7, 1e-7],
  [12n, 12],
])("%p is the number %p", (value, number) => {
  expect(numberInput(field).clean(value)).toBe(number);
});

it.each([
  [{}, "0x10", "must be a number"],
  [{}, "1 000", "must be a number"],
  [{}, "9".repeat(400), "must be a number"],
  [{}, true, "must be a number"],
  [{ min: 0, max: 10 }, 10.5, "must be a number from 0 to 10"],
  [{ min: 0, max: 10, integer: true }, "2.5", "must be a whole number from 0 to 10"],
  [{ min: 1 }, 0, "must be a number of 1 or more"],
  [{ integer: true }, 2 ** 53, "must be a whole number"],
])("a number with limits %j refuses %p", (limits, value, problem) => {
  expect(refusalOf(numberInput({ ...field, ...limits }), value)).toContain(problem);
});

it("a closed choice is taken in any letter case, and names what there is to choose from", () => {
  const input = choiceInput({ ...field, choices: ["Inbound", "Outbound"] });
  expect(input.clean(" outBOUND ")).toBe("Outbound");
  expect(refusalOf(input, "sideways")).toContain("must be one of Inbound, Outbound");
});

it.each(["a\nb", "a\rb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b"])(
  "a line refuses %j",
  (value) => {
    expect(refusalOf(lineInput(field), value)).toContain("must be one line");
  },
);

it("a web address is taken as it is", () => {
  const url = "https://recordings.example/a%20b.mp3?signature=a+b&x=1#t";
  expect(urlInput(field).clean(` ${url}\n`)).toBe(url);
});

it.each([
  ...["recordings.example/a.mp3", "//recordings.example", "file:///etc/passwd", "https://"],
  ...["javascript:alert(1)", "https://recordings.example/a b", "https://recordings.example:99999/"],
])("a web address that is opened cannot be %j", (url) => {
  expect(refusalOf(urlInput(field), url)).toContain("must be a web address");
});

it.each([
  [' the "big" call.mp3 ', 'the "big" call.mp3'],
  ["calls/2026/recording.mp3", "recording.mp3"],
  ["../../recording.mp3", "recording.mp3"],
  ["C:\\calls\\recording.mp3", "recording.mp3"],
  [".hidden", ".hidden"],
])("the file name of %j is %j", (value, name) => {
  expect(fileNameInput(field).clean(value)).toBe(name);
});
