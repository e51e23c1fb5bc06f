import { mdiClockOutline, mdiTune, mdiWeatherNight, mdiWhiteBalanceSunny } from "@mdi/js";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { useColorScheme } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useRef, useState } from "react";
import { duration, instant } from "../common/format";
import { Icon } from "../common/Icon";
import { Levers } from "../gong/Levers";
import { credentialNames, describeFault } from "../gong/names";
import { pull } from "../load";
import { useStore } from "../store";
import { ConnectionSwitch } from "./ConnectionSwitch";

/** The bar above: whose data runs work on, what was made to fail, what time it is there. */
export function Header() {
  return (
    <Box
      component="header"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1.25,
        px: 1.5,
        height: 46,
        bgcolor: "background.bar",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Mark />
      <Typography sx={{ fontWeight: 650, letterSpacing: "-0.01em", mr: 1 }}>
        Gong workbench
      </Typography>
      <ConnectionSwitch />
      <Box sx={{ flex: 1 }} />
      <Troubles />
      <Clock />
      <LeversButton />
      <ModeButton />
    </Box>
  );
}

function Mark() {
  return (
    <Box
      component="svg"
      viewBox="0 0 24 24"
      aria-hidden
      sx={{ width: 20, height: 20, color: "primary.main", flex: "none" }}
    >
      <path
        d="M4 10v4M8 6v12M12 3v18M16 7v10M20 10v4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </Box>
  );
}

/** What was made to go wrong, so that it is not forgotten. */
function Troubles() {
  const state = useStore((store) => store.state);
  const isLocal = useStore(({ connection }) => connection.kind === "local");
  if (!state || !isLocal) return null;
  const { credential, faults } = state;
  return (
    <>
      {credential !== "key" && (
        <Chip
          color={credential === "token" ? "default" : "warning"}
          variant="outlined"
          label={credentialNames[credential]}
          onDelete={() => pull("PUT", "credential", { credential: "key" })}
        />
      )}
      {faults.map((fault) => (
        <Chip
          key={fault.kind}
          color="warning"
          variant="outlined"
          label={describeFault(fault)}
          onDelete={() => pull("DELETE", "faults")}
        />
      ))}
    </>
  );
}

function Clock() {
  const now = useStore(({ state }) => state?.now);
  const ahead = useStore(({ state }) => state?.ahead ?? 0);
  if (now === undefined) return null;
  return (
    <Tooltip title="The local Gong's clock. Move it on the pages of New Records and Sync Calls.">
      <Typography
        variant="body2"
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 0.5,
          color: "text.secondary",
          whiteSpace: "nowrap",
        }}
      >
        <Icon path={mdiClockOutline} sx={{ fontSize: 15 }} />
        {instant(now)} UTC
        {ahead > 0 && (
          <Box component="span" sx={{ color: "primary.main", fontWeight: 600 }}>
            +{duration(ahead)}
          </Box>
        )}
      </Typography>
    </Tooltip>
  );
}

function LeversButton() {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        variant="outlined"
        color="inherit"
        startIcon={<Icon path={mdiTune} />}
        onClick={() => setOpen(true)}
        sx={{ borderColor: "divider" }}
      >
        Levers
      </Button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchorEl={anchor.current}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-label": "Levers of the local Gong",
            sx: { width: 400, mt: 0.5, p: 2, border: 1, borderColor: "divider" },
          },
        }}
      >
        <Levers />
      </Popover>
    </>
  );
}

function ModeButton() {
  const { mode, systemMode, setMode } = useColorScheme();
  const current = mode === "system" ? systemMode : mode;
  const next = current === "dark" ? "light" : "dark";
  return (
    <Tooltip title={`Switch to ${next} colors`}>
      <IconButton aria-label={`Switch to ${next} colors`} onClick={() => setMode(next)}>
        <Icon path={current === "dark" ? mdiWhiteBalanceSunny : mdiWeatherNight} />
      </IconButton>
    </Tooltip>
  );
}
