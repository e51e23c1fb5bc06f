import { Readable } from "node:stream";
import fc from "fast-check";
import { seed } from "../../tests/support/random";
import { cutFiles, type Line, type UploadFile } from "./cutFiles";

describe("Files of CRM records", () => {
  it(`hold every record once, none twice in a file, and updates in their order (seed ${seed})`, async () => {
    const ids = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 80 });
    const limits = fc.record({
      maxBytes: fc.integer({ min: 1, max: 300 }),
      maxHeld: fc.integer({ min: 1, max: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(ids, limits, async (given, limit) => {
        const source = given.map(
          (id, index): Line => ({ id: `${id}`, line: "x".repeat(20), number: index + 1 }),
        );
        const files: UploadFile[] = await Readable.from(
          cutFiles(Readable.from([source.slice(0, 9), source.slice(9)]), limit),
        ).toArray();
        for (const file of files) expect(file.ids.size).toBe(file.numbers.length);
        for (const [index] of files.entries()) {
          const before = files.slice(0, index + 1).flatMap(({ numbers }) => numbers);
          expect(Math.max(...before) - before.length).toBeLessThanOrEqual(limit.maxHeld);
        }
        const sent = files.flatMap(({ numbers }) => numbers.map((number) => ({ number })));
        // What comes after a file is all that is not in it or before it.
        for (const [index, { next }] of files.entries()) {
          const later = files.slice(index + 1).flatMap(({ numbers }) => numbers);
          expect(later.filter((number) => number < next)).toEqual([]);
        }
        expect(sent.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
          source.map(({ number }) => number),
        );
        for (const id of new Set(given)) {
          const numbers = sent
            .map(({ number }) => number)
            .filter((number) => given[number - 1] === id);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }),
      { seed },
    );
  });
});
