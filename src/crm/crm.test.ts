import { finished, Readable } from "node:stream";
import { LosslessNumber } from "lossless-json";
import { fieldsOf } from "./fields";
import { readFile as readAnyFile, readList, type SourceRecord } from "./readRecords";
import { toRecord } from "./toRecord";

const readFile = (content: Buffer | Readable, required = ["objectId"]) =>
  readAnyFile(content, { label: "File", required });

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

const account = (more: object = {}) => ({
  objectId: "5ybyh6n6n65",
  modifiedDate: "2026-03-01T09:00:00Z",
  ...more,
});
const fields = fieldsOf("ACCOUNT", [
  { name: "employees", type: "NUMBER" },
  { uniqueName: "renewal", type: "DATE" },
  { uniqueName: "share", type: "PERCENT" },
  { uniqueName: "grade", type: "NEW_KIND" },
  { uniqueName: "gone", type: "NUMBER", isDeleted: true },
]);

describe("A CRM record", () => {
  it.each([
    [account({ name: " Northmoor " }), account({ name: "Northmoor" })],
    [
      account({ modifiedDate: "2026-03-01T09:00:00.123456+02:00" }),
      account({ modifiedDate: "2026-03-01T09:00:00+02:00" }),
    ],
    [account({ modifiedDate: "2026-03-01" }), account({ modifiedDate: "2026-03-01T00:00:00Z" })],
    [account({ modifiedDate: "20260301 0905" }), account({ modifiedDate: "2026-03-01T09:05:00Z" })],
    [account({ modifiedDate: new Date(0) }), account({ modifiedDate: "1970-01-01T00:00:00Z" })],
    [
      account({ domains: "northmoor.example; northmoor.test" }),
      account({ domains: ["northmoor.example", "northmoor.test"] }),
    ],
    [
      account({ isDeleted: "TRUE", url: "  ", name: null }),
      account({ isDeleted: true, name: null }),
    ],
    [
      account({ employees: "1500.5", renewal: "2026-05-31T00:00:00Z" }),
      account({ employees: 1500.5, renewal: "2026-05-31" }),
    ],
    [
      account({ gone: "x", unknown: { deep: [1] } }),
      account({ gone: "x", unknown: { deep: [1] } }),
    ],
    [account({ objectId: 8608553 }), account({ objectId: "8608553" })],
    [account({ objectId: "user1_Id" }), account({ objectId: "user1_Id" })],
    [account({ grade: { of: "any kind" } }), account({ grade: { of: "any kind" } })],
    [
      account({ objectId: "ada.quill@harbourline.example" }),
      account({ objectId: "ada.quill@harbourline.example" }),
    ],
  ])("%j is sent as %j", (given, sent) => {
    expect(toRecord(given, "ACCOUNT", fields)).toEqual({
      id: sent.objectId,
      line: expect.any(String),
    });
    expect(JSON.parse((toRecord(given, "ACCOUNT", fields) as { line: string }).line)).toEqual(sent);
  });

  it.each(["12345678901234567890", "0.12345678901234567890123"])(
    "keeps all digits of %s, in a number as in a field that Gong does not know",
    (digits) => {
      const given = account({ employees: digits, unknown: new LosslessNumber(digits) });
      const { line } = toRecord(given, "ACCOUNT", fields) as { line: string };
      expect(line).toContain(`"employees":${digits},"unknown":${digits}`);
    },
  );

  it("of a user who is deleted needs no email address", () => {
    const deleted = account({ isDeleted: true });
    expect(toRecord(deleted, "BUSINESS_USER", fieldsOf("BUSINESS_USER"))).toHaveProperty("line");
  });

  const longId = /^objectId must have at most 64 /;
  it.each([
    ["ACCOUNT", account({ objectId: "a".repeat(65) }), expect.stringMatching(longId)],
    ["ACCOUNT", account({ objectId: `a@${"b".repeat(63)}` }), expect.stringMatching(longId)],
    ["ACCOUNT", { modifiedDate: "2026-03-01" }, "objectId is missing."],
    ["ACCOUNT", account({ objectId: null }), "objectId is missing."],
    ["ACCOUNT", { objectId: "1" }, "modifiedDate is missing."],
    [
      "ACCOUNT",
      account({ modifiedDate: "yesterday" }),
      "modifiedDate must be a date and time such as 2026-03-01T09:00:00Z.",
    ],
    ["ACCOUNT", account({ isDeleted: "perhaps" }), "isDeleted must be true or false."],
    ["ACCOUNT", account({ employees: "many" }), "employees must be a number such as 1500.5."],
    ["ACCOUNT", account({ employees: "0x1F" }), "employees must be a number such as 1500.5."],
    ["ACCOUNT", account({ employees: "1e999" }), "employees must be a number such as 1500.5."],
    ["ACCOUNT", account({ renewal: "2026-02-30" }), "renewal must be a date such as 2026-03-01."],
    ["ACCOUNT", account({ name: "\ud83d" }), expect.stringContaining("half of a character")],
    ["ACCOUNT", account({ renewal: "03/01/2026" }), "renewal must be a date such as 2026-03-01."],
    ["ACCOUNT", account({ share: 101 }), "share must be a number from 0 to 100."],
    ["ACCOUNT", account({ name: { first: "x" } }), "name must be text."],
    [
      "ACCOUNT",
      account({ objectId: "a b" }),
      "objectId must have at most 64 letters, digits, and hyphens, or be an email address.",
    ],
    [
      "BUSINESS_USER",
      account(),
      "emailAddress is missing. Only a deleted business user can be without one.",
    ],
    ["STAGE", { objectId: "won" }, "name is missing."],
  ] as const)("of type %s, %j is refused: %s", (type, given, problem) => {
    const known = type === "ACCOUNT" ? fields : fieldsOf(type);
    expect(toRecord(given, type, known)).toEqual({ problem });
  });
});

describe("A source of CRM records", () => {
  const csv = '\ufeffobjectId,name\r\n1,"Northmoor, Ltd"\r\n\r\n2, "Two\nlines"\n';
  const lines = '\n{"objectId": 12345678901234567890}\n\n[1]\r\n{"broken\n{"objectId":"ü"}';
  const read: [name: string, () => AsyncIterable<readonly SourceRecord[]>, SourceRecord[]][] = [
    [
      "CSV",
      () => readFile(Buffer.from(csv)),
      [
        { number: 1, record: { objectId: "1", name: "Northmoor, Ltd" } },
        { number: 2, record: { objectId: "2", name: "Two\nlines" } },
      ],
    ],
    [
      "JSON lines in chunks of one byte",
      () => readFile(Readable.from([...Buffer.from(lines)].map((byte) => Buffer.from([byte])))),
      [
        { number: 2, record: { objectId: "12345678901234567890" } },
        { number: 4, problem: "The record must be an object with field names and values." },
        { number: 5, problem: "The line is not JSON." },
        { number: 6, record: { objectId: "ü" } },
      ],
    ],
    [
      "CSV with semicolons and rows of other lengths",
      () => readFile(Buffer.from('objectId;"n,a,m,e,s"; ;url\n1;"a,b";x;\n2;b\n3;c;;d\n')),
      [
        { number: 1, record: { objectId: "1", "n,a,m,e,s": "a,b", url: "" } },
        { number: 2, problem: "The row has more or fewer values than the first line." },
        { number: 3, record: { objectId: "3", "n,a,m,e,s": "c", url: "d" } },
      ],
    ],
    [
      "CSV in UTF-16, as Excel writes it",
      () => readFile(Buffer.from("\ufeffobjectId\tname\n1\tMüller\n", "utf16le")),
      [{ number: 1, record: { objectId: "1", name: "Müller" } }],
    ],
    [
      "CSV with a quote inside of a value, that comes in pieces",
      () =>
        readFile(
          Readable.from(["obj", "ectId;", 'name\n1;5" pipe\n'].map((one) => Buffer.from(one))),
        ),
      [{ number: 1, record: { objectId: "1", name: '5" pipe' } }],
    ],
    ["an empty file", () => readFile(Buffer.alloc(0)), []],
    [
      "a list",
      () => readList([{ objectId: "1" }, "text"]),
      [
        { number: 1, record: { objectId: "1" } },
        { number: 2, problem: "The record must be an object with field names and values." },
      ],
    ],
  ];

  it.each(read)("is read from %s", async (_, source, records) => {
    expect((await all(source())).flat()).toEqual(records);
  });

  it.each(["csv", "jsonLines"] as const)("that breaks off as %s fails", async (format) => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from(format === "csv" ? "objectId\n1\n" : '{"objectId":"1"}\n');
        throw new Error("broke off");
      })(),
    );
    await expect(all(readFile(broken))).rejects.toThrow("broke off");
  });

  it.each(["csv", "jsonLines"] as const)("of %s is let go when no more is read", async (format) => {
    const endless = Readable.from(
      (async function* () {
        yield Buffer.from(format === "csv" ? "objectId\n" : "{}\n");
        for (;;) yield Buffer.from(format === "csv" ? "1\n" : "{}\n");
      })(),
    );
    let parts = 0;
    for await (const _ of readFile(endless)) if (++parts > 1) break;
    await new Promise((closed) => finished(endless, closed));
  });

  it("is as long as it is, of records up to 10 MB", async () => {
    const lines = `{"a": "${"x".repeat(1024 ** 2)}"}\n`.repeat(11);
    expect((await all(readFile(Buffer.from(lines)))).flat()).toHaveLength(11);
  });

  const row = '{"objectId": "1"}\n';
  const long = "x".repeat(11 * 1024 ** 2);
  it.each<[string, Buffer, string | RegExp]>([
    ["a list", Buffer.from("[{}]"), "File must have a JSON object on each line; enter"],
    ["an open quote", Buffer.from('objectId\n1\n"3'), /as CSV: Quote Not Closed/],
    [
      "a quote open for long",
      Buffer.from(`objectId\n"${long}`),
      /a record of more than 10 MB after record 0/,
    ],
    [
      "a line that is long",
      Buffer.from(`${row}{"a": "${long}`),
      "File has a record of more than 10 MB after record 1",
    ],
    ["one long line", Buffer.from(`{"a": "${long}`), /record of more than 10 MB after record 0/],
    ["Latin-1", Buffer.from("objectId,name\n1,Müller\n", "latin1"), "File must be text in UTF-8"],
    ["cut UTF-8", Buffer.from(`${row}ü`).subarray(0, -1), "File must be text in UTF-8"],
    ["a spreadsheet", Buffer.from("PK\x03\x04\x14\0\x06\0"), "File must be text in UTF-8"],
    ["UTF-16 without its mark", Buffer.from(row, "utf16le"), "File must be text in UTF-8"],
    [
      "other names",
      Buffer.from(`Id,${"x".repeat(300)}\n1,2\n`),
      /^File must have objectId in its first line, which is "Id, x{196}"/,
    ],
  ])("that is %s is refused", async (_, content, words) => {
    await expect(all(readFile(content))).rejects.toThrow(words);
  });
});
