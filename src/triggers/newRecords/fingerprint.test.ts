import fc from "fast-check";
import { randomly, seed } from "../../../tests/support/random";
import { exampleUser } from "../../actions/users/example";
import { user } from "../../schemas/users";
import { fingerprint, fingerprintLength } from "./fingerprint";

const print = (record: object) => fingerprint(record, user);
const before = print(exampleUser);

describe("fingerprint", () => {
  it("is short", () => {
    expect(before).toHaveLength(fingerprintLength);
  });

  it.each([
    ["a field", { title: "Sales Director" }],
    ["a field that is gone", { title: undefined }],
    ["a switch", { active: false }],
    ["a field inside", { settings: { ...exampleUser.settings, emailsImported: false } }],
    ["an entry of a list", { emailAliases: ["a.quill@harbourline.example"] }],
    ["a field of an entry", { spokenLanguages: [{ language: "en-GB", primary: true }] }],
  ])("changes with %s", (_, change) => {
    expect(print({ ...exampleUser, ...change })).not.toBe(before);
  });

  it.each([
    ["a field that Gong added (G11)", { newFromGong: 1 }],
    ["such a field inside", { settings: { ...exampleUser.settings, newFromGong: true } }],
    ["nothing for null", { trustedEmailAddress: undefined }],
  ])("stays with %s", (_, change) => {
    expect(print({ ...exampleUser, ...change })).toBe(before);
  });

  it(`stays whatever the order of fields and lists (seed ${seed})`, () => {
    const aliases = fc.uniqueArray(fc.emailAddress(), { maxLength: 4 });
    fc.assert(
      fc.property(aliases, fc.nat(), (emailAliases, turn) => {
        const fields = Object.entries({ ...exampleUser, emailAliases });
        const from = turn % fields.length;
        const turned = [...fields.slice(from), ...fields.slice(0, from)];
        const other = { ...Object.fromEntries(turned), emailAliases: [...emailAliases].reverse() };
        expect(print(other)).toBe(print(Object.fromEntries(fields)));
      }),
      randomly(100),
    );
  });
});
