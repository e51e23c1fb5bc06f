import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import OutlinedInput from "@mui/material/OutlinedInput";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Select from "@mui/material/Select";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { type CredentialKind, credentialKinds } from "../../shared/state";
import { pull } from "../load";
import { useStore } from "../store";
import { credentialHints, credentialNames, type FaultLever, faultLevers } from "./names";

const timesChoices = ["1", "2", "3", "10", "always"] as const;

/** Makes the local Gong refuse, break and wait, and the connection to it carry the wrong thing. */
export function Levers() {
  const isLocal = useStore(({ connection }) => connection.kind === "local");
  const [times, setTimes] = useState<(typeof timesChoices)[number]>("1");
  const pending = useStore(({ state }) => state?.faults.length ?? 0);
  return (
    <Box sx={{ display: "grid", gap: 1.5 }}>
      {!isLocal && (
        <Typography variant="body2" color="text.secondary">
          Levers change the local Gong only. Choose it above to see their effect.
        </Typography>
      )}
      <Credentials />
      <Box>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 0.5 }}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            What goes wrong
          </Typography>
          <Typography variant="body2" id="fault-times">
            for
          </Typography>
          <Select
            value={times}
            onChange={({ target }) => setTimes(target.value)}
            inputProps={{ "aria-label": "Requests that fail" }}
            sx={{ fontSize: 12, "& .MuiSelect-select": { py: "3px" } }}
          >
            {timesChoices.map((each) => (
              <MenuItem key={each} value={each}>
                {each === "always"
                  ? "all requests"
                  : each === "1"
                    ? "the next request"
                    : `the next ${each}`}
              </MenuItem>
            ))}
          </Select>
        </Box>
        {faultLevers.map((lever) => (
          <Fault
            key={lever.kind}
            lever={lever}
            times={times === "always" ? undefined : Number(times)}
          />
        ))}
        <Button
          disabled={pending === 0}
          onClick={() => pull("DELETE", "faults")}
          sx={{ mt: 0.5, ml: -1 }}
        >
          Clear all faults
        </Button>
      </Box>
    </Box>
  );
}

function Credentials() {
  const credential = useStore(({ state }) => state?.credential ?? "key");
  return (
    <Box>
      <Typography variant="h2" id="credential-heading">
        The connection uses
      </Typography>
      <RadioGroup
        aria-labelledby="credential-heading"
        value={credential}
        onChange={(_, value) => pull("PUT", "credential", { credential: value as CredentialKind })}
      >
        {credentialKinds.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio size="small" sx={{ py: "3px" }} />}
            label={<Named name={credentialNames[kind]} hint={credentialHints[kind]} />}
            sx={{ mr: 0 }}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}

function Fault({ lever, times }: { lever: FaultLever; times: number | undefined }) {
  const [seconds, setSeconds] = useState("3");
  const isOn = useStore(
    ({ state }) => state?.faults.some(({ kind }) => kind === lever.kind) ?? false,
  );
  const order = {
    kind: lever.kind,
    times,
    ...(lever.seconds && { seconds: Number(seconds) || 0 }),
  };
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, py: "3px" }}>
      <Box sx={{ flex: 1 }}>
        <Named name={lever.name} hint={lever.hint} />
      </Box>
      {lever.seconds && (
        <OutlinedInput
          value={seconds}
          onChange={({ target }) => setSeconds(target.value)}
          inputProps={{ "aria-label": `${lever.seconds}, seconds`, inputMode: "numeric" }}
          endAdornment={<Typography variant="caption">s</Typography>}
          sx={{ width: 62, "& input": { py: "3px", px: 1, fontSize: 12 } }}
        />
      )}
      <Button
        variant={isOn ? "contained" : "outlined"}
        color={isOn ? "warning" : "inherit"}
        aria-pressed={isOn}
        aria-label={`${lever.name}: ${isOn ? "on" : "pull"}`}
        onClick={() => pull("POST", "faults", order)}
        sx={{ minHeight: 26, minWidth: 52, borderColor: "divider" }}
      >
        {isOn ? "On" : "Pull"}
      </Button>
    </Box>
  );
}

function Named({ name, hint }: { name: string; hint: string }) {
  return (
    <Box component="span" sx={{ display: "block", lineHeight: 1.35 }}>
      <Box component="span" sx={{ fontSize: 12.5 }}>
        {name}
      </Box>
      <Box component="span" sx={{ display: "block", fontSize: 11.5, color: "text.secondary" }}>
        {hint}
      </Box>
    </Box>
  );
}
