import { mdiCalendarOutline } from "@mdi/js";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import Tooltip from "@mui/material/Tooltip";
import { DateCalendar } from "@mui/x-date-pickers/DateCalendar";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { useRef, useState } from "react";
import { Icon } from "../common/Icon";
import { AdapterDayjs, toDate, toText } from "./dates";

interface CalendarButtonProps {
  readonly label: string;
  readonly value: string;
  /** Whether a day becomes midnight UTC, or stays a day. */
  readonly withTime: boolean;
  readonly onChange: (text: string) => void;
}

/** Fills a text with a day from a calendar, for inputs that take an instant as text. */
export function CalendarButton({ label, value, withTime, onChange }: CalendarButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <Tooltip title="Calendar">
        <IconButton
          ref={button}
          aria-label={label}
          onClick={() => setOpen(true)}
          sx={{ mr: -0.75 }}
        >
          <Icon path={mdiCalendarOutline} sx={{ fontSize: 16 }} />
        </IconButton>
      </Tooltip>
      <Popover
        open={open}
        anchorEl={button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
      >
        <DateCalendar
          timezone="UTC"
          value={toDate(value)}
          onChange={(day, state) => {
            if (state !== "finish") return;
            onChange(toText(day?.startOf("day") ?? null, withTime));
            setOpen(false);
          }}
        />
      </Popover>
    </LocalizationProvider>
  );
}
