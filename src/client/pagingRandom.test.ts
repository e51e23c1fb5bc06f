import fc from "fast-check";
import { startGong } from "../../tests/support/gong";
import { randomly, seed } from "../../tests/support/random";
import { fakeTime } from "../../tests/support/time";
import { listCalls } from "../operations/calls";
import type { Operation } from "../operations/operation";
import { createClient } from "./createClient";
import { GongError, type GongErrorCode, isGongError } from "./errors";
import { pages } from "./paging";

/** What becomes of one attempt to read a page. */
type Fate = "fine" | "fails" | "expired";
const fate = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fate>("fine") },
  { weight: 1, arbitrary: fc.constant<Fate>("fails") },
  { weight: 1, arbitrary: fc.constant<Fate>("expired") },
);

interface Item {
  readonly id?: string;
  readonly text: string;
}
type ItemPage = {
  readonly items: readonly Item[];
  readonly records?: { readonly cursor?: string };
};

const withKey: Operation = { ...listCalls, name: "List", records: "items", key: "id" };
const { key: _, ...withoutKey }: Operation = withKey;

/**
 * Reads a list to its end as a consumer does who goes on from the cursor of an error, or begins
 * anew where there is none.
 */
async function readAll<PageAnswer extends object, One>(
  open: (cursor: string | undefined) => AsyncIterable<PageAnswer>,
  recordsOf: (page: PageAnswer) => readonly One[],
): Promise<One[]> {
  let got: One[] = [];
  let cursor: string | undefined;
  for (;;) {
    const before = got.length;
    try {
      for await (const page of open(cursor)) got.push(...recordsOf(page));
      return got;
    } catch (error) {
      if (!isGongError(error)) throw error;
      expect(error.recordsRead ?? 0).toBe(got.length - before);
      const isOwnCursorGood = error.recordsRead === undefined && error.code !== "cursor_expired";
      if (error.cursor !== undefined) cursor = error.cursor;
      else if (!isOwnCursorGood) {
        cursor = undefined;
        got = [];
      }
    }
  }
}

describe(`Any listing (seed ${seed})`, () => {
  const failure = (code: GongErrorCode) =>
    new GongError(code, { code, operation: "List", gongErrors: [], hint: "", attempts: 1 });

  /** What the runs of a test have come across. */
  interface Seen {
    pages: number;
    failures: number;
    expiries: number;
  }

  /** A list whose pages have other sizes each time it is read, and which meets these fates. */
  const script = (
    items: readonly Item[],
    { sizes, fates }: { sizes: readonly number[]; fates: readonly Fate[] },
    seen: Seen,
  ) => {
    let loads = 0;
    return async ({ query }: { query?: Readonly<Record<string, unknown>> }): Promise<ItemPage> => {
      const happens = fates[loads] ?? "fine";
      const size = sizes[loads % sizes.length] ?? 1;
      loads += 1;
      const cursor = query?.cursor as string | undefined;
      if (happens === "fails") {
        seen.failures += 1;
        throw failure("unavailable");
      }
      if (happens === "expired" && cursor !== undefined) {
        seen.expiries += 1;
        throw failure("cursor_expired");
      }
      seen.pages += 1;
      const from = Number(cursor?.split(".")[0] ?? 0);
      const to = from + size;
      return {
        items: items.slice(from, to),
        records: to < items.length ? { cursor: `${to}.${loads}` } : {},
      };
    };
  };

  const plan = fc.record({
    count: fc.integer({ min: 0, max: 150 }),
    sizes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 9 }),
    fates: fc.array(fate, { minLength: 60, maxLength: 60 }),
  });

  it.each([
    ["records with a key", withKey, (index: number): Item => ({ id: `${index}`, text: "same" })],
    [
      "records without one, some alike",
      withoutKey,
      (index: number): Item => ({ text: `${index % 7}` }),
    ],
  ])("gives each record exactly once and in order: %s", async (_name, operation, makeItem) => {
    const seen: Seen = { pages: 0, failures: 0, expiries: 0 };
    await fc.assert(
      fc.asyncProperty(plan, async ({ count, ...plans }) => {
        fc.pre(plans.sizes.some((size) => size > 0));
        const items = Array.from({ length: count }, (_item, index) => makeItem(index));
        const load = script(items, plans, seen);
        const got = await readAll(
          (cursor) => pages(load, operation, {}, cursor),
          (page) => page.items,
        );
        expect(got).toEqual(items);
      }),
      randomly(200),
    );
    // Both tests together read some 10,000 pages.
    expect(seen.pages).toBeGreaterThan(4_000);
    expect(seen.failures).toBeGreaterThan(200);
    expect(seen.expiries).toBeGreaterThan(200);
  });
});

describe(`Any listing over HTTP (seed ${seed})`, () => {
  type Event = "nothing" | "expires" | "limit" | "outage" | "cut" | "fails";
  const event = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Event>("nothing") },
    ...(["expires", "limit", "outage", "cut", "fails"] as const).map((kind) => ({
      weight: 1,
      arbitrary: fc.constant<Event>(kind),
    })),
  );

  it("gives each call exactly once, whatever happens between two pages", async () => {
    const gong = await startGong({ callCount: 520 });
    const { clock, faults, company } = gong.sandbox;
    const happen: Record<Event, () => void> = {
      nothing: () => {},
      expires: () => clock.advance(3_600_000),
      limit: () => faults.next({ kind: "status", status: 429, retryAfter: 2 }),
      outage: () => faults.next({ kind: "status", status: 502, times: 2 }),
      cut: () => faults.next({ kind: "cut", when: "during" }),
      fails: () => faults.next({ kind: "status", status: 503, times: 5 }),
    };
    const query = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" };
    const ids = company.calls.map(({ id }) => id).sort();
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 10 }), async (events) => {
          faults.clear();
          const left = [...events];
          const got = await readAll(
            (cursor) =>
              createClient(gong.connection, {}, { time: fakeTime() }).pages(
                listCalls,
                { query },
                { cursor },
              ),
            (page) => {
              happen[left.shift() ?? "nothing"]();
              return page.calls.map(({ id }) => id);
            },
          );
          expect(got.sort()).toEqual(ids);
        }),
        randomly(15),
      );
    } finally {
      await gong.stop();
    }
  });
});
