import { refusalOf } from "../../tests/support/inputs";
import { jsonInput } from "./fields";

const field = { label: "People", comments: "People.", example: '[{"name": "Robin"}]' };

const people = jsonInput(field, {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["name"],
    properties: {
      name: { type: "string", minLength: 1, maxLength: 20 },
      id: { type: "string", pattern: "^\\d{1,20}$" },
      channel: { enum: [0, 1] },
      role: { enum: ["Host", "Guest"] },
      age: { type: "integer", minimum: 0, maximum: 150 },
      active: { type: "boolean" },
      note: { type: ["string", "null"] },
      tags: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
      anything: {},
    },
  },
});

const settings = jsonInput(field, {
  type: "object",
  required: ["segments"],
  properties: { segments: { type: "array", minItems: 1, items: {} } },
});

describe("A structured input", () => {
  const robin = [{ name: "Robin", channel: 0, active: false, tags: ["a"] }];

  it.each([
    ["text", JSON.stringify(robin)],
    ["text with spaces around it", `\n ${JSON.stringify(robin)} \n`],
    ["a ready value", robin],
  ])("is taken from %s", (_, value) => {
    expect(people.clean(value)).toEqual(robin);
  });

  it("is a copy: what an earlier step keeps stays as it is", () => {
    const given = [{ name: "Robin", id: "", note: null }];
    const before = structuredClone(given);
    expect(people.clean(given)).toEqual([{ name: "Robin", note: null }]);
    expect(given).toEqual(before);
  });

  it("keeps numbers beyond 2^53 whole, as text", () => {
    expect(people.clean('[{"name": "Robin", "id": 7782342274025937895}]')).toEqual([
      { name: "Robin", id: "7782342274025937895" },
    ]);
  });

  it.each([
    ["optional fields", { id: " ", channel: null, role: "", age: null, active: null }],
    ["optional lists", { tags: null }],
  ])("counts blank %s as not given", (_, blank) => {
    expect(people.clean([{ name: "Robin", ...blank }])).toEqual([{ name: "Robin" }]);
  });

  it("keeps a blank where it means something", () => {
    const given = [{ name: "Robin", note: null, anything: null }];
    expect(people.clean(given)).toEqual(given);
    expect(people.clean([{ name: "Robin", anything: "" }])).toEqual([
      { name: "Robin", anything: "" },
    ]);
  });

  it.each([[[]], ["[]"], [" [ ] "]])("counts %j as not given", (value) => {
    expect(people.clean(value)).toBeUndefined();
  });

  it.each([
    ["{}", "needs segments"],
    [{ segments: [] }, "at segments, needs at least 1"],
  ])("names what %j lacks when there is a minimum", (value, problem) => {
    expect(refusalOf(settings, value)).toContain(problem);
  });

  it.each<[unknown, string]>([
    ["secret", "People must be JSON"],
    ['[{"name": "secret",}]', "People must be JSON; it goes wrong in line 1, column 20"],
    ['[\n{"name": "secret"\n', "People must be JSON; it goes wrong in line 3, column 1"],
    ["null", "People must be a list in JSON, not nothing"],
    ["5", "People must be a list in JSON, not a number"],
    ['"secret"', "People must be a list in JSON, not text"],
    [{ name: "secret" }, "People must be a list in JSON, not an object"],
    [5, "People must be a list in JSON, not a number"],
    [new Date(0), "People must be a list in JSON, not text"],
    [Buffer.from("secret"), "People must be JSON, not a file"],
    [() => "secret", "People must be JSON"],
    [[10n], "People must be JSON"],
    [["secret"], "People, at [0], must be an object, not text"],
    [[{ id: "1" }], "People, at [0], needs name"],
    [[{ name: " " }], "People, at [0].name, must not be blank"],
    [[{ name: null }], "People, at [0].name, must be text, not nothing"],
    [[{ name: "secret".repeat(4) }], "People, at [0].name, must have at most 20 characters"],
    [[{ name: 5 }], "People, at [0].name, must be text, not a number"],
    [[{ name: "a" }, { name: "b", id: "secret" }], "People, at [1].id, has the wrong form"],
    [[{ name: "a", id: 7782342274025938000 }], "People, at [0].id, must be text, not a number"],
    [[{ name: "a", channel: 2 }], "People, at [0].channel, must be one of 0, 1, for example"],
    [[{ name: "a", channel: "0" }], "People, at [0].channel, must be one of 0, 1, not text"],
    [[{ name: "a", role: "secret" }], "People, at [0].role, must be one of Host, Guest, for"],
    [[{ name: "a", age: -1 }], "People, at [0].age, must be 0 or more"],
    [[{ name: "a", age: 151 }], "People, at [0].age, must be 150 or less"],
    [[{ name: "a", age: 1.5 }], "People, at [0].age, must be a whole number, for example"],
    [[{ name: "a", age: Number.NaN }], "People must be JSON; it holds something"],
    [[{ name: "a", anything: new Date(Number.NaN) }], "People must be JSON; it holds something"],
    [[{ name: "a", anything: [Buffer.from("secret")] }], "People must be JSON; it holds something"],
    [[{ name: "a", active: "true" }], "People, at [0].active, must be true or false, not text"],
    [[{ name: "a", note: 5 }], "People, at [0].note, must be text or null, not a number"],
    [[{ name: "a", tags: [] }], "People, at [0].tags, needs at least 1"],
    [[{ name: "a", tags: ["b", ""] }], "People, at [0].tags[1], must not be blank"],
    [[{ name: "a", emial: "secret" }], "People, at [0].emial, is a field that Gong does not take"],
    [[{ name: "a", "a/b ~%": "secret" }], "People, at [0].a/b ~%, is a field"],
    ['[{"name": "a", "__proto__": {"secret": 1}}]', "People, at [0].__proto__, is a field"],
    ['[{"\\ud800": "secret", "name": "a"}]', "People must have names without broken characters"],
  ])("refuses %p, naming label and place", (value, problem) => {
    const message = refusalOf(people, value);
    expect(message).toContain(problem);
    expect(message).toContain('for example [{"name": "Robin"}].');
    expect(message).not.toContain("secret");
  });

  it("refuses a circle", () => {
    const circle: Record<string, unknown> = { name: "secret" };
    circle.anything = circle;
    expect(refusalOf(people, [circle])).toContain("People must be JSON");
  });

  it.each([101, 200_000])("refuses %d levels, which nothing could write out again", (levels) => {
    const deep = `[{"name": "a", "anything": ${"[".repeat(levels)}${"]".repeat(levels)}}]`;
    expect(refusalOf(people, deep)).toMatch(/nested deeper than 100 levels|must be JSON/);
  });

  it("shows no more of a long name than finds it", () => {
    const message = refusalOf(people, [{ name: "a", ["x".repeat(5_000)]: 1 }]);
    expect(message.length).toBeLessThan(300);
  });
});
