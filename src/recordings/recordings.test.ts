import { loadComponent } from "../../scripts/support/component";
import { makeRecording } from "../../scripts/support/recording";
import { findingsOf } from "./check";
import { formatOf } from "./format";
import { inspect, type Sample } from "./inspect";

const bytes = (hex: string) => Buffer.from(hex.replace(/\s/g, ""), "hex");
const whole = (head: Buffer): Sample => ({ head, size: head.length, isWhole: true });

/** A WAV as programs write it that do not know its length yet. */
function streamed(): Buffer {
  const file = makeRecording(75, 7);
  file.writeUInt32LE(0xffffffff, 40);
  return file;
}

/** Frames of layer 3 at 32 kbit/s and 32 kHz: 144 bytes and 36 ms each. */
const mp3 = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () => Buffer.concat([bytes("fffb18c4"), Buffer.alloc(140)])),
  );

/** An MP3 whose first frame counts the others, as encoders with a variable rate write it. */
function mp3WithHeader(frames: number): Buffer {
  const file = mp3(8);
  file.write("Xing", 4 + 17, "latin1");
  file.writeUInt32BE(3, 4 + 21);
  file.writeUInt32BE(frames, 4 + 25);
  file.writeUInt32BE(frames * 144, 4 + 29);
  return file;
}

/** Tags with a title before and behind an MP3, of the kinds that encoders write. */
function tagged(file: Buffer): Buffer {
  const frame = Buffer.concat([
    Buffer.from("TIT2"),
    bytes("00000007 0000 00"),
    Buffer.from("A call"),
  ]);
  const head = Buffer.concat([Buffer.from("ID3"), bytes("0300 00 00000011"), frame]);
  const tail = Buffer.alloc(128);
  tail.write("TAGA call", "latin1");
  return Buffer.concat([head, file, tail]);
}

/** The block of a FLAC that holds its rate and number of samples. */
function flac(seconds: number): Buffer {
  const info = Buffer.alloc(34);
  info.writeUIntBE(8_000 * 16 + 0, 10, 3);
  info.writeUInt8(0xf0, 13);
  info.writeUInt32BE(seconds * 8_000, 14);
  const vendor = bytes("84000010 04000000 67 6f 6e 67 00000000 00000000");
  return Buffer.concat([Buffer.from("fLaC"), bytes("00000022"), info, vendor, Buffer.alloc(200)]);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, content]);
}

/** An MP4 of one track with sound, with its index in front. */
function mp4(seconds: number): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32BE(8_000, 12);
  header.writeUInt32BE(seconds * 8_000, 16);
  const sound = Buffer.alloc(36);
  sound.writeUInt32BE(36, 0);
  sound.write("mp4a", 4, "latin1");
  sound.writeUInt16BE(1, 24);
  sound.writeUInt16BE(16, 26);
  sound.writeUInt16BE(8_000, 32);
  const descriptions = Buffer.concat([bytes("00000000 00000001"), sound]);
  const kind = Buffer.alloc(28);
  kind.write("soun", 8, "latin1");
  const track = Buffer.alloc(84);
  track.writeUInt32BE(1, 12);
  const media = [
    box("mdhd", header),
    box("hdlr", kind),
    box(
      "minf",
      box("stbl", Buffer.concat([box("stsd", descriptions), box("stsz", Buffer.alloc(12))])),
    ),
  ];
  const trak = [box("tkhd", track), box("mdia", Buffer.concat(media))];
  return Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\0\0isom")),
    box("moov", box("trak", Buffer.concat(trak))),
    box("mdat", Buffer.alloc(8_000)),
  ]);
}

/** The head of an MP4 whose media has no stated size. */
function openEnded(file: Buffer): Sample {
  file.writeUInt32BE(0, file.length - 8_008);
  return { head: file, isWhole: false };
}

/** An MKV with its length in the segment's information, in milliseconds. */
function mkv(seconds: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeDoubleBE(seconds * 1_000);
  const info = Buffer.concat([bytes("2ad7b1 83 0f4240"), bytes("4489 88"), length]);
  const segment = Buffer.concat([
    bytes("1549a966"),
    bytes(`${(0x80 + info.length).toString(16)}`),
    info,
  ]);
  return Buffer.concat([
    bytes("1a45dfa3 8b 4282 88"),
    Buffer.from("matroska"),
    bytes("18538067"),
    bytes(`${(0x80 + segment.length).toString(16)}`),
    segment,
  ]);
}

describe("The length of a recording", () => {
  it.each<[string, Sample, object]>([
    ["a WAV", whole(makeRecording(75, 7)), { format: "WAV", seconds: 75, isSilent: false }],
    ["a WAV that was streamed", whole(streamed()), { format: "WAV", seconds: 75, isSilent: false }],
    ["an MP3 of one rate", whole(mp3(500)), { format: "MP3", seconds: 18, isEstimate: true }],
    ["an MP3 with a header", whole(mp3WithHeader(5_000)), { format: "MP3", seconds: 180 }],
    ["an MP3 with tags", whole(tagged(mp3WithHeader(5_000))), { format: "MP3", seconds: 180 }],
    ["a FLAC", whole(flac(90)), { format: "FLAC", seconds: 90 }],
    ["an MP4", whole(mp4(61)), { format: "MP4", seconds: 61 }],
    ["an MP4 with a box of no stated size", openEnded(mp4(61)), { format: "MP4", seconds: 61 }],
    ["an MKV", whole(mkv(62)), { format: "MKV", seconds: 62 }],
  ])("is read from %s, whole or by its head", async (_, sample, told) => {
    expect(await inspect(sample)).toEqual(told);
    const { isSilent: _silent, ...byHead } = told as { isSilent?: boolean };
    if ("isEstimate" in told) return;
    const { head, size } = sample;
    const part = { head: head.subarray(0, 4_000), isWhole: false };
    expect(await inspect({ ...part, ...(size ? { size } : {}) })).toEqual(byHead);
  });

  it("is not guessed where the head does not tell", async () => {
    const head = mp3(500).subarray(0, 4_000);
    expect(await inspect({ head, isWhole: false })).toEqual({ format: "MP3" });
    expect(await inspect({ head: mp4(61).subarray(0, 30), isWhole: false })).toEqual({
      format: "MP4",
    });
    expect(await inspect(whole(Buffer.from("ID3")))).toEqual({ format: "MP3" });
    // The parser fails on the rest of a tag or an element that is not there.
    expect(await inspect(whole(tagged(mp3(8)).subarray(0, 20)))).toEqual({ format: "MP3" });
    expect(await inspect(whole(mkv(62).subarray(0, 31)))).toEqual({ format: "MKV" });
    expect(await inspect(whole(makeRecording(1, 1).subarray(0, 30)))).toEqual({ format: "WAV" });
  });

  it("is read in the bundle as well, of which parts of the parser are left out", async () => {
    const fields = { baseUrl: "https://us-1.api.gong.io", accessKey: "a", accessKeySecret: "b" };
    const connection = { key: "gongApiKey", fields };
    const call = { clientUniqueId: "1", primaryUser: "1", direction: "Inbound" };
    const inputs = { ...call, actualStart: "2026-03-01", fileName: "a", connection };
    const perform = loadComponent().actions.uploadCallRecording?.perform as unknown as (
      ...args: object[]
    ) => Promise<unknown>;
    for (const fileInput of [
      mp3WithHeader(500),
      tagged(mp3WithHeader(500)),
      flac(18),
      mp4(18),
      mkv(18),
      makeRecording(18, 1),
    ]) {
      const run = perform({ logger: {} }, { ...inputs, fileInput });
      await expect(run).rejects.toThrow(
        "File is 18 seconds long; Gong drops recordings shorter than 60 seconds.",
      );
    }
  });
});

describe("What is found", () => {
  it.each([
    ["4f676753", "is Ogg; Gong accepts WAV, MP3, MP4, MKV, and FLAC"],
    ["2321414d52", "is AMR; Gong"],
    ["3026b2758e66cf11", "is WMA; Gong"],
    ["464f524d0000000041494646", "is AIFF; Gong"],
    ["2e736e64", "is AU; Gong"],
    ["fff15080", "is AAC; Gong"],
    ["52494646000000004156492020", "is AVI; Gong"],
    ["504b0304", "is ZIP; Gong"],
    ["1f8b0800", "is gzip; Gong"],
    ["255044462d", "is PDF; Gong"],
    ["3c21444f43", "is HTML or XML; Gong"],
  ])("of a file that begins with %s is certain", async (hex, words) => {
    const format = formatOf(bytes(hex)) ?? "";
    expect(findingsOf({ format })).toEqual([
      { problem: expect.stringContaining(words), isCertain: true },
    ]);
  });

  it.each([
    [{}, "does not look like WAV, MP3", false],
    [
      { format: "WAV", seconds: 59.94 },
      "is 59.9 seconds long; Gong drops recordings shorter than 60 seconds",
      true,
    ],
    [{ format: "MP3", seconds: 12, isEstimate: true }, "is about 12 seconds long", false],
    [{ format: "WAV", seconds: 90, isSilent: true }, "is silent; Gong drops silence", true],
  ])("of %j is said", (inspection, words, isCertain) => {
    expect(findingsOf(inspection)).toEqual([
      { problem: expect.stringContaining(words), isCertain },
    ]);
  });

  it.each([{ format: "MP4" }, { format: "WAV", seconds: 60, isSilent: false }])(
    "of %j is nothing",
    (inspection) => {
      expect(findingsOf(inspection)).toEqual([]);
    },
  );
});
