import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import dayjs, { type Dayjs } from "dayjs";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);

export { AdapterDayjs };

/** Text as a date in UTC; null for what is none. */
export function toDate(text: unknown): Dayjs | null {
  const date = dayjs.utc(typeof text === "string" && text !== "" ? text : null);
  return date.isValid() ? date : null;
}

/** A date as the platform keeps it: `2026-03-01`, or `2026-03-01T09:00:00Z`. */
export function toText(date: Dayjs | null, withTime: boolean): string {
  if (!date?.isValid()) return "";
  return date.utc().format(withTime ? "YYYY-MM-DD[T]HH:mm:ss[Z]" : "YYYY-MM-DD");
}
