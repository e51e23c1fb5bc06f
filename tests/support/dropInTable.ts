import { startGong, type TestGong } from "./gong";
import { outcomeOf, type Sent } from "./requestTable";

/** One promise of the contract, shown on some values of an action. */
export interface DropInRow {
  /** Its number and what holds, for example "B13: a log type of tomorrow". */
  readonly promise: string;
  readonly action: string;
  /** What else the action needs. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Key of the input that takes the values; dots lead into a body for what is sent. */
  readonly key: string;
  /** Values, and what is sent of each: itself where only the value stands. */
  readonly values: readonly (readonly [given: unknown, sent: unknown])[];
  /** Where in the request the value arrives, for example `body.filter.callIds`. */
  readonly at: string;
}

/** Values that are sent just as they are given. */
export const same = (...values: readonly unknown[]) =>
  values.map((value): [unknown, unknown] => [value, value]);

/** Runs a test for each row: each value makes one request, which holds exactly what is promised. */
export function describeDropIn(title: string, rows: readonly DropInRow[]): void {
  describe(title, () => {
    let gong: TestGong;
    beforeAll(async () => {
      gong = await startGong({ callCount: 1 });
    });
    afterAll(() => gong.stop());

    it.each(rows.map((row) => ({ ...row, title: `${row.promise} (${row.action}, ${row.key})` })))(
      "$title",
      async ({ action, inputs, key, values, at }) => {
        for (const [given, expected] of values) {
          const { sent, error } = await outcomeOf(gong, action, { ...inputs, [key]: given });
          const arrived = sent.map((request) => partOf(request, at));
          if (arrived.length === 0) throw error;
          expect({ given, arrived }).toEqual({ given, arrived: [expected] });
        }
      },
    );
  });
}

function partOf(request: Sent, at: string): unknown {
  return at
    .split(".")
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | undefined)?.[name],
      request,
    );
}
