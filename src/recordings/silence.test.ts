import { inspect, type Sample } from "./inspect";

const whole = (head: Buffer): Sample => ({ head, size: head.length, isWhole: true });

/** Uncompressed sound in mono. @param sample the value of each sample, from its place */
function wav(seconds: number, bits: number, sample: (at: number) => number, rate = 8_000): Buffer {
  const size = bits / 8;
  const count = seconds * rate;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + count * size, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * size, 28);
  head.writeUInt16LE(size, 32);
  head.writeUInt16LE(bits, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(count * size, 40);
  const data = Buffer.alloc(count * size);
  for (let at = 0; at < count; at += 1) {
    const value = sample(at);
    if (bits === 8) data.writeUInt8(value, at);
    else data.writeIntLE(value, at * size, size);
  }
  return Buffer.concat([head, data]);
}

describe("Silence", () => {
  const loud = (bits: number) => (at: number) =>
    at % 100 === 0 ? 2 ** (bits - 3) : bits === 8 ? 128 : 0;
  it.each([8, 16, 24, 32])("is told from speech in WAV of %i bits", async (bits) => {
    const noise = bits === 8 ? 128 : 2 ** (bits - 12);
    const silent = await inspect(whole(wav(2, bits, () => noise)));
    expect(silent).toMatchObject({ isSilent: true });
    expect(await inspect(whole(wav(2, bits, loud(bits))))).toMatchObject({ isSilent: false });
  });

  it("is all that there is in an empty WAV", async () => {
    expect(await inspect(whole(wav(0, 16, () => 0)))).toEqual({ format: "WAV", isSilent: true });
  });

  it("is not known of a file of which only the head was read", async () => {
    const head = wav(2, 16, () => 0);
    expect(await inspect({ head, isWhole: false })).not.toHaveProperty("isSilent");
  });

  it.each([
    ["of A-law or µ-law", 20, 7, { format: "WAV", seconds: 2 }],
    ["of an odd number of bits", 34, 12, { format: "WAV" }],
    ["of the extensible kind", 20, 0xfffe, { isSilent: false }],
    ["of no stated size", 40, 0, { isSilent: false }],
  ])("is looked for in a WAV %s only where its samples can be read", async (_, at, value, told) => {
    const file = wav(2, 16, loud(16));
    file.writeUInt16LE(value, at);
    if (at === 40) file.writeUInt16LE(value, at + 2);
    const { isSilent, seconds, ...more } = await inspect(whole(file));
    const found = { isSilent, seconds, ...more };
    expect(found).toMatchObject({
      isSilent: undefined,
      seconds: at === 40 ? undefined : 2,
      ...told,
    });
  });
});
