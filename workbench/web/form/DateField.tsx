import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { DateTimePicker } from "@mui/x-date-pickers/DateTimePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { AdapterDayjs, toDate, toText } from "./dates";
import type { FieldProps } from "./types";

/** As high as the other fields. */
const fieldStyle = {
  "& .MuiPickersSectionList-root": { py: "6.5px", fontSize: 13, lineHeight: 1.4 },
  "& .MuiPickersInputBase-root": { px: "10px", fontSize: 13 },
  "& .MuiSvgIcon-root": { fontSize: 16 },
};

/** A date, or a date and time in UTC, with a calendar. */
export function DateField({ id, input, value, onChange, isInvalid, describedBy }: FieldProps) {
  const withTime = input.type === "timestamp";
  const Picker = withTime ? DateTimePicker : DatePicker;
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <Picker
        ampm={false}
        timezone="UTC"
        format={withTime ? "YYYY-MM-DD HH:mm" : "YYYY-MM-DD"}
        value={toDate(value)}
        onChange={(next) => onChange(toText(next, withTime))}
        slotProps={{
          textField: {
            id,
            fullWidth: true,
            size: "small",
            error: isInvalid ?? false,
            "aria-describedby": describedBy,
            sx: fieldStyle,
          },
          field: { clearable: true },
        }}
      />
    </LocalizationProvider>
  );
}
