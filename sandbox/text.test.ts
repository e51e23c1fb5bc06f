import fc from "fast-check";
import { numeric, toJson } from "./json";
import { wav } from "./test-client";
import { formatInstant, parseInstant } from "./time";
import { WavProbe } from "./wav";

describe("toJson", () => {
  it("agrees with JSON.stringify on everything but long numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("writes every digit, and leaves out what is undefined", () => {
    const id = "12345678901234567891";
    expect(toJson({ id: numeric(id), ids: [numeric(id)], gone: undefined })).toBe(
      `{"id":${id},"ids":[${id}]}`,
    );
    expect(() => numeric('1,"x":2')).toThrow(TypeError);
  });
});

describe("instants", () => {
  it("survive being written and read, to the microsecond (G20)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: -56, max: 56 }),
        (milliseconds, micros, quarters) => {
          const instant = milliseconds + micros / 1000;
          const style = { offsetMinutes: quarters * 15, fractionDigits: 6 };
          const read = parseInstant(formatInstant(instant, style)) ?? Number.NaN;
          expect(Math.abs(read - instant)).toBeLessThan(0.0005);
        },
      ),
    );
  });

  it("compare by what they mean, not by how they are written", () => {
    expect(parseInstant("2023-10-17T21:21:31.816562+02:00")).toBe(
      parseInstant("2023-10-17T19:21:31.816562Z"),
    );
    expect(formatInstant(0, { offsetMinutes: -210, fractionDigits: 1 })).toBe(
      "1969-12-31T20:30:00.0-03:30",
    );
  });
});

describe("the length of a WAV", () => {
  const lengthOf = (bytes: Uint8Array, chunk: number) => {
    const probe = new WavProbe();
    for (let at = 0; at < bytes.length; at += chunk) {
      probe.push(Buffer.from(bytes.subarray(at, at + chunk)));
    }
    return probe.seconds();
  };

  it("is read however the bytes are cut", () => {
    for (const chunk of [1, 7, 64, 100_000]) expect(lengthOf(wav(12.5), chunk)).toBe(12.5);
  });

  it("counts what arrived when the header promises more or leaves it open", () => {
    const bytes = wav(10);
    expect(lengthOf(bytes.subarray(0, 44 + 500), 64)).toBe(5);
    const open = Buffer.from(bytes);
    open.writeUInt32LE(0, 40);
    expect(lengthOf(open, 64)).toBe(10);
    open.writeUInt32LE(0xffffffff, 40);
    expect(lengthOf(open, 64)).toBe(10);
  });

  it("skips other chunks, and is unknown for other files", () => {
    const bytes = Buffer.from(wav(3));
    const list = Buffer.from("LIST\x05\0\0\0INFO1\0", "latin1");
    const longer = Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36)]);
    expect(lengthOf(longer, 9)).toBe(3);
    expect(lengthOf(Buffer.from("ID3 not a wav at all"), 4)).toBeUndefined();
    expect(lengthOf(bytes.subarray(0, 30), 4)).toBeUndefined();
    expect(lengthOf(new Uint8Array(), 4)).toBeUndefined();
  });
});
