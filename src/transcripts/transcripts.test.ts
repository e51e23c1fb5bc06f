import fc from "fast-check";
import { seed } from "../../tests/support/random";
import { toMarkdown, toParagraphs, toSrt, toText, toWebVtt } from "./formats";
import { toPieces } from "./pieces";
import { speakersOf, toTurns } from "./turns";

const parties = [
  {
    speakerId: "11",
    userId: "234599484848423",
    name: "Ada Quill",
    title: "Account Executive",
    emailAddress: "ada.quill@harbourline.example",
    affiliation: "Internal",
  },
  {
    speakerId: "12",
    name: null,
    emailAddress: "robin.vale@northmoor.example",
    affiliation: "External",
  },
  { speakerId: null, name: "Silent Guest" },
];
const sentence = (start: number, end: number, text: string) => ({ start, end, text });
const transcript = [
  {
    speakerId: "11",
    topic: "Opening",
    sentences: [sentence(0, 900, "Hello."), sentence(900, 2_000, "How  are\nyou?")],
  },
  { speakerId: "11", topic: "Opening", sentences: [sentence(2_000, 3_000, "Shall we begin?")] },
  {
    speakerId: "12",
    topic: "Pricing",
    sentences: [sentence(3_661_234, 3_662_000, "Is 5 < 6 & *fair*?")],
  },
  { speakerId: "99", topic: "Pricing", sentences: [sentence(3_662_000, 3_661_000, "I think so.")] },
  { speakerId: null, topic: null, sentences: [sentence(3_663_000, 3_664_000, "Me too.")] },
  { speakerId: "98", topic: null, sentences: null },
];
const turns = toTurns(transcript, parties, false);

describe("A readable transcript", () => {
  it("names speakers by name or address, and keeps unknown ones apart", () => {
    expect(speakersOf(turns)).toEqual([
      {
        speakerId: "11",
        name: "Ada Quill",
        affiliation: "Internal",
        title: "Account Executive",
        emailAddress: "ada.quill@harbourline.example",
        userId: "234599484848423",
      },
      expect.objectContaining({ name: "robin.vale@northmoor.example", affiliation: "External" }),
      expect.objectContaining({
        speakerId: "99",
        name: "Unknown speaker 1",
        affiliation: "Unknown",
      }),
      expect.objectContaining({ speakerId: null, name: "Unknown speaker 2" }),
    ]);
  });

  it("names speakers whose IDs are numbers, on one line (G17)", () => {
    const said = [{ speakerId: 5, topic: "A\n##  B", sentences: [sentence(0, 1, "Hi.")] }];
    const people = [{ speakerId: "5", name: " Eve\n\nVale " }];
    expect(toText(toTurns(said as never, people, true))).toBe("[A ## B]\nEve Vale: Hi.");
  });

  it("is a line for each turn in plain text", () => {
    expect(toText(turns)).toBe(
      [
        "Ada Quill: Hello. How are you? Shall we begin?",
        "robin.vale@northmoor.example: Is 5 < 6 & *fair*?",
        "Unknown speaker 1: I think so.",
        "Unknown speaker 2: Me too.",
      ].join("\n"),
    );
  });

  it("has topics as headings when asked to", () => {
    expect(
      toText(toTurns(transcript, parties, true))
        .split("\n")
        .filter((line) => /^\[/.test(line)),
    ).toEqual(["[Opening]", "[Pricing]"]);
    expect(
      toMarkdown(toTurns(transcript, parties, true))
        .split("\n\n")
        .slice(0, 4),
    ).toEqual([
      ...["## Opening", "**Ada Quill** (00:00:00): Hello. How are you? Shall we begin?"],
      ...["## Pricing", "**robin.vale@northmoor.example** (01:01:01): Is 5 \\< 6 & \\*fair\\*?"],
    ]);
  });

  it("is a cue for each sentence in subtitles, none of which ends before it begins", () => {
    expect(toSrt(turns).split("\n\n").slice(2, 5)).toEqual([
      "3\n00:00:02,000 --> 00:00:03,000\nAda Quill: Shall we begin?",
      "4\n01:01:01,234 --> 01:01:02,000\nrobin.vale@northmoor.example: Is 5 < 6 & *fair*?",
      "5\n01:01:02,000 --> 01:01:02,001\nUnknown speaker 1: I think so.",
    ]);
    expect(toWebVtt(turns)).toMatch(
      /^WEBVTT\n\n00:00:00\.000 --> 00:00:00\.900\n<v Ada Quill>Hello\.\n\n/,
    );
    expect(toWebVtt(turns)).toContain(
      "<v robin.vale@northmoor.example>Is 5 &lt; 6 &amp; *fair*?\n",
    );
  });

  it("is a record with times for each turn in paragraphs", () => {
    expect(toParagraphs(turns)[0]).toEqual({
      speaker: "Ada Quill",
      topic: null,
      start: 0,
      end: 3_000,
      text: "Hello. How are you? Shall we begin?",
    });
  });
});

describe("Pieces of a transcript", () => {
  it("begin with the speaker's name and carry their speakers and times", () => {
    expect(toPieces(turns, 40)).toEqual([
      { text: "Ada Quill: Hello. How are you?", start: 0, end: 2_000, speakers: ["Ada Quill"] },
      { text: "Ada Quill: Shall we begin?", start: 2_000, end: 3_000, speakers: ["Ada Quill"] },
      expect.objectContaining({ speakers: ["robin.vale@northmoor.example"] }),
      expect.objectContaining({ text: "Unknown speaker 1: I think so." }),
      expect.objectContaining({ text: "Unknown speaker 2: Me too." }),
    ]);
    expect(toPieces(turns, 10_000)).toEqual([expect.objectContaining({ text: toText(turns) })]);
  });

  it(`hold every sentence once and whole, and exceed the size only with a single one (seed ${seed})`, () => {
    const spoken = fc.record({
      speakerId: fc.constantFrom("11", "12", "13", null),
      topic: fc.constantFrom("One", "Two", null),
      sentences: fc.array(
        fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom("a", "b ", "c. ") }),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(spoken),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        (said, max, topics) => {
          let index = 0;
          const numbered = said.map((monologue) => ({
            ...monologue,
            sentences: monologue.sentences.map((text) =>
              sentence(index, index, `«${index++}» ${text}`),
            ),
          }));
          const pieces = toPieces(toTurns(numbered, parties, topics), max);
          const marks = pieces.flatMap(({ text }) => text.match(/«\d+»/g) ?? []);
          expect(marks).toEqual(Array.from({ length: index }, (_, at) => `«${at}»`));
          for (const { text } of pieces) {
            if (text.length > max) expect(text.match(/«/g)).toHaveLength(1);
          }
        },
      ),
      { seed },
    );
  });
});
