import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import type { Item } from "../../shared/catalog";
import { setState, useStore, valuesOf } from "../store";

/** Asks before a run changes a real account, and names what it changes. */
export function ConfirmDialog() {
  const asking = useStore((store) => store.asking);
  const account = useStore(({ connection, state }) =>
    connection.kind === "custom"
      ? `the account at ${String(connection.fields.baseUrl)}`
      : (state?.account?.description ?? ""),
  );
  const close = () => setState({ asking: undefined });
  return (
    <Dialog open={asking !== undefined} onClose={close} maxWidth="xs" fullWidth>
      {asking && (
        <>
          <DialogTitle sx={{ fontSize: 16, fontWeight: 650 }}>
            Change data in a real account?
          </DialogTitle>
          <DialogContent>
            <DialogContentText sx={{ fontSize: 13, mb: 1 }}>
              {asking.item.label} runs on {account}.
            </DialogContentText>
            <DialogContentText sx={{ fontSize: 13, mb: 1 }}>
              {asking.item.description}
            </DialogContentText>
            <DialogContentText component="div" sx={{ fontSize: 13 }}>
              <Given item={asking.item} />
            </DialogContentText>
          </DialogContent>
          <DialogActions>
            <Button onClick={close} autoFocus>
              Cancel
            </Button>
            <Button
              variant="contained"
              color="error"
              onClick={() => {
                close();
                asking.go();
              }}
            >
              Run {asking.item.label}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Given({ item }: { item: Item }) {
  const values = valuesOf(item);
  const given = item.inputs.filter(({ key }) => values[key] !== undefined && values[key] !== "");
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {given.map(({ key, label }) => (
        <li key={key}>
          {label}: <b>{textOf(values[key])}</b>
        </li>
      ))}
    </ul>
  );
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
