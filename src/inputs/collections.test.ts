import { refusalOf } from "../../tests/support/inputs";
import { fileInput, pairsInput } from "./fields";

const field = { label: "Field", comments: "A field.", example: "a right value" };

describe("A list of pairs", () => {
  const input = pairsInput(field, (given) => given);

  it.each([
    [
      "the canvas",
      [
        { key: " a ", value: "1" },
        { key: "b", value: 0 },
        { key: "b", value: false },
      ],
    ],
    [
      "JSON",
      '[{"key": "a", "value": "1"}, {"key": "b", "value": 0}, {"key": "b", "value": false}]',
    ],
  ])("is taken from %s, blank values left out and repeated names kept", (_, value) => {
    expect(input.clean(value)).toEqual([
      { key: "a", value: "1" },
      { key: "b", value: 0 },
      { key: "b", value: false },
    ]);
  });

  it.each([{ a: "1", b: null, c: "" }, '{"a": "1", "b": null, "c": "  "}'])(
    "is taken from the object %j",
    (value) => {
      // A blank value is sent where it means something, such as `b=` in a query (B20).
      const blank = { key: "c", value: expect.stringMatching(/^ *$/) };
      expect(input.clean(value)).toEqual([{ key: "a", value: "1" }, blank]);
    },
  );

  it("keeps numbers beyond 2^53 whole", () => {
    expect(input.clean('{"id": 7782342274025937895}')).toEqual([
      { key: "id", value: "7782342274025937895" },
    ]);
  });

  it.each([[[]], [[{ key: "", value: "" }]], [[{ key: "a" }]], [{}], ["{}"], ["[]"]])(
    "%j counts as not given",
    (value) => {
      expect(input.clean(value)).toBeUndefined();
    },
  );

  it("refuses a value without a name", () => {
    const message = refusalOf(input, [
      { key: "a", value: "1" },
      { key: " ", value: "secret" },
    ]);
    expect(message).toContain("Field, at [1], must have a name for each value");
    expect(message).not.toContain("secret");
  });

  it.each([
    ["text", "a: 1"],
    ["text in JSON", '"a"'],
    ["broken JSON", '[{"key": "a"'],
    ["a number", 5],
    ["a list of texts", ["a", "b"]],
    ["a list with nothing in it", [null]],
    ["pairs with numbers for names", [{ key: 1, value: "1" }]],
    ["a Buffer", Buffer.from("a")],
    ["a file", { data: Buffer.from("a"), contentType: "text/plain" }],
    ["a Buffer that went through JSON", { type: "Buffer", data: [97] }],
  ])("refuses %s", (_, value) => {
    expect(refusalOf(input, value)).toContain("must be a list of names and values, or an object");
  });
});

describe("A file", () => {
  const input = fileInput(field);
  const bytes = Buffer.from([0, 1, 254, 255]);

  it.each([
    ["a Buffer", bytes],
    ["bytes", new Uint8Array(bytes)],
    ["a part of more bytes", new Uint8Array([9, ...bytes, 9]).subarray(1, 5)],
    ["an ArrayBuffer", new Uint8Array(bytes).buffer],
    ["a Buffer that went through JSON", JSON.parse(JSON.stringify(bytes))],
    ["a step's file", { data: bytes }],
    ["a step's file that went through JSON", JSON.parse(JSON.stringify({ data: bytes }))],
  ])("is taken from %s, byte for byte", (_, value) => {
    expect(input.clean(value)).toEqual({ data: bytes });
  });

  it.each(["text of a file ✓", { data: "text of a file ✓" }])("is taken from %j", (value) => {
    expect(input.clean(value)?.data.toString("utf8")).toBe("text of a file ✓");
  });

  it("does not copy a Buffer", () => {
    const buffer = Buffer.from("a recording");
    expect(input.clean({ data: buffer })?.data).toBe(buffer);
  });

  it.each(["audio/mpeg", "AUDIO/x-wav", "text/plain; charset=utf-8", "application/vnd.ms+json"])(
    "keeps the type %s",
    (contentType) => {
      expect(input.clean({ data: bytes, contentType })).toEqual({ data: bytes, contentType });
    },
  );

  it.each(["", "mp3", "audio/mpeg\r\nX-Injected: 1", "audio/\u0000", "a/b; c=\u00e9", 5, null, {}])(
    "leaves out the type %j, which is none",
    (contentType) => {
      expect(input.clean({ data: bytes, contentType })).toEqual({ data: bytes });
    },
  );

  it.each([
    ["an empty Buffer", Buffer.alloc(0)],
    ["an empty step's file", { data: Buffer.alloc(0), contentType: "audio/mpeg" }],
    ["an empty text", { data: "" }],
    ["an empty Buffer from JSON", { type: "Buffer", data: [] }],
  ])("refuses %s", (_, value) => {
    expect(refusalOf(input, value)).toContain("is empty");
  });

  it.each([
    ["a number", 5],
    ["a list", [1, 2]],
    ["an object without data", { file: bytes }],
    ["an object with a list as data", { data: [1, 2] }],
    ["a Buffer from JSON with numbers that are no bytes", { type: "Buffer", data: [1, 256] }],
    ["a Buffer from JSON with text for bytes", { type: "Buffer", data: ["secret"] }],
  ])("refuses %s", (_, value) => {
    const message = refusalOf(input, value);
    expect(message).toContain("Field must be a file from an earlier step");
    expect(message).not.toContain("secret");
  });
});
