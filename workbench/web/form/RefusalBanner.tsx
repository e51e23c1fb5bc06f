import Alert from "@mui/material/Alert";
import Link from "@mui/material/Link";
import type { InputDefinition, Item } from "../../shared/catalog";
import { idOf } from "../../shared/catalog";
import { plural } from "../common/format";
import { useStore } from "../store";
import { useShownRefusal } from "./refusals";

/** What bad input gets: named above the form, and shown at the field. */
export function RefusalBanner({ item }: { item: Item }) {
  const count = useStore(({ refusals, touched, runs }) => {
    const id = idOf(item);
    const found = Object.keys(refusals[id] ?? {});
    return runs[id]?.end ? found.length : found.filter((key) => touched[id]?.includes(key)).length;
  });
  if (count === 0) return null;
  return (
    <Alert severity="error" variant="outlined" sx={{ mt: 1.5 }}>
      {plural(count, "input")} would be refused before anything is sent to Gong:
      {item.inputs.map((input) => (
        <Entry key={input.key} item={item} input={input} />
      ))}
    </Alert>
  );
}

function Entry({ item, input }: { item: Item; input: InputDefinition }) {
  const refusal = useShownRefusal(item, input);
  if (!refusal) return null;
  return (
    <>
      {" "}
      <Link
        component="button"
        type="button"
        color="inherit"
        onClick={() => document.getElementById(`input-${input.key}`)?.focus()}
        sx={{ fontWeight: 600, verticalAlign: "baseline" }}
      >
        {input.label}
      </Link>
    </>
  );
}
