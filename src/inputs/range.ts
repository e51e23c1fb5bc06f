import type { ActionLogger } from "@prismatic-io/spectral";
import { parseInstant } from "../text/instant";
import type { Field } from "./define";
import { dateTimeInput } from "./fields";

/** A date and time; its placeholder shows the form that its comment names. */
export const momentInput = <const Required extends boolean | undefined>(
  label: string,
  comments: string,
  required: Required,
  example = "2026-03-01T09:00:00-07:00",
) => dateTimeInput({ label, required, comments: `${comments} ISO 8601.`, example });

type RangeField = Pick<Field, "comments" | "required">;

/** Start of a time range; inclusive (G18). */
export const fromDateTimeInput = <const F extends RangeField>({ comments, required }: F) =>
  momentInput("From Date Time", comments, required as F["required"], "2026-03-01T00:00:00Z");

/** End of a time range; exclusive (G18). */
export const toDateTimeInput = <const F extends RangeField>({ comments, required }: F) =>
  momentInput("To Date Time", comments, required as F["required"], "2026-04-01T00:00:00Z");

type Range = Partial<Record<"fromDateTime" | "toDateTime", string | undefined>>;

/** Warns of a range that ends before it begins: Gong finds nothing in it and does not say why. */
export function warnOfReversedRange(
  { fromDateTime, toDateTime }: Range,
  logger: Pick<ActionLogger, "warn">,
): void {
  if (instantOf(fromDateTime) > instantOf(toDateTime)) {
    logger.warn("From Date Time is later than To Date Time, so Gong finds nothing between them.");
  }
}

const instantOf = (text = "") => Date.parse(parseInstant(text) ?? "");
