import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { Item } from "../../shared/catalog";
import { follow } from "../running";
import { getState, setState, setValues, useStore, valuesOf } from "../store";

/** Lets runs use the connection that is filled in here, and tries it out. */
export function ConnectionUse({ item }: { item: Item }) {
  const isUsed = useStore(
    ({ connection }) => connection.kind === "custom" && connection.key === item.key,
  );
  const takesAddress = item.inputs.some(({ key }) => key === "baseUrl");
  if (!takesAddress) {
    return (
      <Alert severity="info" variant="outlined" sx={{ mt: 1.5 }}>
        On the platform, your customer signs in to Gong, and the platform keeps the token. Here the
        local Gong issues one: choose OAuth token under Levers.
      </Alert>
    );
  }
  const use = () =>
    setState({ connection: { kind: "custom", key: item.key, fields: valuesOf(item) } });
  const tryOut = () => {
    const { catalog } = getState();
    const picker = catalog?.items.find(
      (each) => each.kind === "dataSource" && each.inputs.length === 0,
    );
    if (!picker) return;
    const connection = { kind: "custom", key: item.key, fields: valuesOf(item) };
    void follow(item, "run", { kind: "dataSource", key: picker.key, inputs: {}, connection });
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1.5, alignItems: "center" }}>
      <Button variant="outlined" onClick={tryOut}>
        Try it out
      </Button>
      <Button variant="outlined" onClick={use} disabled={isUsed}>
        {isUsed ? "In use" : "Use it for runs"}
      </Button>
      <Button onClick={() => fillLocal(item)}>Fill in the local Gong</Button>
      <Typography variant="body2" color="text.secondary">
        Values stay on this machine and are gone when you close the page.
      </Typography>
    </Box>
  );
}

function fillLocal(item: Item): void {
  setValues(item, { ...valuesOf(item), ...getState().state?.localFields });
}
