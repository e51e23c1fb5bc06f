import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import { setState, useStore } from "../store";

/** Which account runs work on. */
export function ConnectionSwitch() {
  const kind = useStore(({ connection }) => connection.kind);
  const state = useStore((store) => store.state);
  return (
    <Select
      value={kind}
      onChange={({ target: { value } }) => {
        if (value === "local" || value === "account") setState({ connection: { kind: value } });
      }}
      inputProps={{ "aria-label": "Connection" }}
      sx={{ fontSize: 12.5, "& .MuiSelect-select": { py: "4px" } }}
    >
      <MenuItem value="local">
        <Dot color="success.main" />
        Local Gong
      </MenuItem>
      <MenuItem value="account" disabled={!state?.account}>
        <Dot color="error.main" />
        {state?.account
          ? capitalize(state.account.description)
          : "Your account (set GONG_BASE_URL and its key)"}
      </MenuItem>
      {kind === "custom" && (
        <MenuItem value="custom">
          <Dot color="info.main" />
          The connection filled in here
        </MenuItem>
      )}
    </Select>
  );
}

function Dot({ color }: { color: string }) {
  return (
    <Box
      component="span"
      sx={{ display: "inline-block", width: 8, height: 8, borderRadius: 4, bgcolor: color, mr: 1 }}
    />
  );
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
