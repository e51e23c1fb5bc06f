import { instantInput } from "./fields";
import { InputError } from "./InputError";

const format =
  "ISO 8601, such as 2026-03-01T09:00:00-07:00 or 2026-03-01T16:00:00Z; without an offset UTC is taken, and a date alone means its first moment.";

/** What a list calls the instants that a range picks from. */
interface RangeField {
  readonly required: boolean;
  readonly comments: string;
}

/** Begin of a time range; inclusive (G18). */
export const fromDateTimeInput = <const F extends RangeField>({ comments, required }: F) =>
  instantInput({
    label: "From Date Time",
    required: required as F["required"],
    comments: `${comments} ${format}`,
    placeholder: "2026-03-01T00:00:00Z",
    example: "2026-03-01T00:00:00Z",
  });

/** End of a time range; exclusive (G18). */
export const toDateTimeInput = <const F extends RangeField>({ comments, required }: F) =>
  instantInput({
    label: "To Date Time",
    required: required as F["required"],
    comments: `${comments} ${format}`,
    placeholder: "2026-04-01T00:00:00Z",
    example: "2026-04-01T00:00:00Z",
  });

/**
 * Refuses a range that ends before it begins: Gong would find nothing in it, and say so as if
 * there were nothing.
 *
 * @throws InputError that names both inputs
 */
export function checkRange(
  from: string | undefined,
  to: string | undefined,
  labels: readonly [from: string, to: string] = ["From Date Time", "To Date Time"],
): void {
  if (from !== undefined && to !== undefined && Date.parse(to) <= Date.parse(from)) {
    throw new InputError(labels[1], `must be later than ${labels[0]}`);
  }
}
