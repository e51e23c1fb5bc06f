import fc from "fast-check";
import { startGong, type TestGong } from "../../tests/support/gong";
import { randomly, seed } from "../../tests/support/random";
import { fakeTime } from "../../tests/support/time";
import { listCalls } from "../operations/calls";
import { createClient } from "./createClient";
import { isGongError } from "./errors";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 450 });
});
afterAll(() => gong.stop());

const range = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" };
const allIds = () => gong.sandbox.company.calls.map(({ id }) => id).sort();
const lifetimeMs = 3_600_000;

/** What becomes of the requests for a listing's pages, one after another. */
type Fate = "nothing" | "expires" | "limit" | "outage" | "cut" | "fails";
const fate = fc.constantFrom<Fate>(
  ...(["nothing", "nothing", "nothing", "expires", "limit", "outage", "cut", "fails"] as const),
);

describe(`Any listing (seed ${seed})`, () => {
  it("gives each call once to a consumer that goes on from errors' cursors", async () => {
    const { clock, faults } = gong.sandbox;
    const happen: Record<Fate, () => void> = {
      nothing: () => {},
      expires: () => clock.advance(lifetimeMs),
      limit: () => faults.next({ kind: "status", status: 429, retryAfter: 2 }),
      outage: () => faults.next({ kind: "status", status: 502, times: 2 }),
      cut: () => faults.next({ kind: "cut", when: "during" }),
      fails: () => faults.next({ kind: "status", status: 503, times: 5 }),
    };
    const readAll = async (fates: Fate[]): Promise<string[]> => {
      let ids: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const before = ids.length;
        try {
          const its = createClient(gong.connection, {}, { time: fakeTime() });
          for await (const page of its.pages(listCalls, { query: range }, { cursor })) {
            ids.push(...page.calls.map(({ id }) => id));
            happen[fates.shift() ?? "nothing"]();
          }
          return ids;
        } catch (error) {
          if (!isGongError(error)) throw error;
          expect(error.recordsRead ?? 0).toBe(ids.length - before);
          const isOwnCursorGood =
            error.recordsRead === undefined && error.code !== "cursor_expired";
          if (!error.cursor && !isOwnCursorGood) ids = [];
          if (!isOwnCursorGood) cursor = error.cursor;
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 10, maxLength: 10 }), async (fates) => {
        faults.clear();
        expect((await readAll([...fates])).sort()).toEqual(allIds());
      }),
      randomly(20),
    );
  });
});
