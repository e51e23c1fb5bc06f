import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { type Item, idOf } from "../../shared/catalog";
import { pull } from "../load";
import { isRunning } from "../running";
import { useStore } from "../store";
import {
  day,
  hour,
  moveClock,
  placeCall,
  planDay,
  poll,
  startOver,
  stopClock,
  useClockwork,
} from "./clockwork";

const rhythms = [
  { every: 0, name: "without polls" },
  { every: hour / 4, name: "with a poll every 15 min" },
  { every: hour, name: "with a poll every hour" },
  { every: 6 * hour, name: "with a poll every 6 hours" },
] as const;

/** What moves the clock, and what happens while it moves. */
export function TimelineControls({ item }: { item: Item }) {
  const [every, setEvery] = useState<number>(hour);
  const moving = useClockwork((state) => state.moving === idOf(item));
  const running = useStore(({ runs }) => isRunning(runs[idOf(item)]));
  const busy = moving || running;
  const steps = [
    [hour / 4, "+15 min"],
    [hour, "+1 h"],
    [6 * hour, "+6 h"],
    [day, "+1 day"],
  ] as const;

  return (
    <Box sx={{ px: 1.5, py: 0.75, display: "grid", gap: 0.5 }}>
      <Row name="Clock">
        <Button variant="contained" disabled={busy} onClick={() => void poll(item)}>
          Poll now
        </Button>
        {steps.map(([seconds, name]) => (
          <Small
            key={name}
            disabled={busy}
            onClick={() => void moveClock(item, seconds, Math.min(every, seconds))}
          >
            {name}
          </Small>
        ))}
        <Select
          value={every}
          onChange={({ target }) => setEvery(Number(target.value))}
          inputProps={{ "aria-label": "Polls while the clock moves" }}
          sx={{ fontSize: 12, "& .MuiSelect-select": { py: "4px" } }}
        >
          {rhythms.map((rhythm) => (
            <MenuItem key={rhythm.every} value={rhythm.every}>
              {rhythm.name}
            </MenuItem>
          ))}
        </Select>
        {moving && <Small onClick={stopClock}>Stop</Small>}
      </Row>
      <Row name="Happens">
        <Small onClick={() => void placeCall(item, hour / 4)}>A call</Small>
        <Small onClick={() => void placeCall(item, 5 * hour)}>A late call</Small>
        <Small onClick={() => void planDay(item)}>A day of calls</Small>
        <Small onClick={() => void pull("POST", "faults", { kind: "unavailable", times: 5 })}>
          Outage
        </Small>
        <Small onClick={() => void pull("POST", "faults", { kind: "usedUpDay" })}>
          Daily limit
        </Small>
        <Small onClick={() => void pull("DELETE", "faults")}>Clear faults</Small>
        <Small disabled={busy} onClick={() => void startOver(item)}>
          Start over
        </Small>
      </Row>
    </Box>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 0.5 }}
    >
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ width: 58, flex: "none" }}
        aria-hidden
      >
        {name}
      </Typography>
      {children}
    </Box>
  );
}

function Small(props: { children: ReactNode; onClick: () => void; disabled?: boolean }) {
  return (
    <Button
      {...props}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: "divider", minHeight: 28, minWidth: 0, px: 1 }}
    />
  );
}
