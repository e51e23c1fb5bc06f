import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, useEffect } from "react";
import type { Item } from "../../shared/catalog";
import { idOf } from "../../shared/catalog";
import { CopyButton } from "../common/copy";
import { check, runItem } from "../running";
import { useStore } from "../store";
import { mono } from "../theme";
import { WebhookControls } from "../triggers/WebhookControls";
import { ConnectionUse } from "./ConnectionUse";
import { InputRow } from "./InputRow";
import { RefusalBanner } from "./RefusalBanner";
import { Toolbar } from "./Toolbar";

const checkAfterMs = 350;

/** The form of an item as the canvas shows it, with what can be done with it. */
export function FormPane({ item }: { item: Item }) {
  const id = idOf(item);
  const values = useStore((store) => store.values[id]);

  useEffect(() => {
    if (values === undefined) return;
    const timer = setTimeout(() => void check(item), checkAfterMs);
    return () => clearTimeout(timer);
  }, [item, values]);

  const runOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (item.kind === "action" || item.kind === "dataSource") runItem(item);
  };

  return (
    <Box
      component="section"
      aria-label={`${item.label}, form`}
      onKeyDown={runOnEnter}
      sx={{
        overflow: "auto",
        borderRight: 1,
        borderColor: "divider",
        bgcolor: "background.paper",
        minWidth: 0,
      }}
    >
      <Box sx={{ px: 2, pt: 1.75 }}>
        <Typography variant="h1">{item.label}</Typography>
        <Typography color="text.secondary" sx={{ mt: 0.25, textWrap: "pretty" }}>
          {item.description}
        </Typography>
        <Facts item={item} />
      </Box>
      <Toolbar item={item} />
      <Box sx={{ px: 2, pb: 4 }}>
        <RefusalBanner item={item} />
        {item.startedBy === "webhook" && <WebhookControls item={item} />}
        {item.kind === "connection" && <ConnectionUse item={item} />}
        {shownInputs(item).map((input) => (
          <InputRow key={input.key} item={item} input={input} />
        ))}
        {shownInputs(item).length === 0 && (
          <Typography variant="body2" color="text.secondary" sx={{ py: 1.5 }}>
            No inputs besides the connection.
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** Fields of a connection that people do not see are left out, as on the platform. */
const shownInputs = ({ inputs }: Item) => inputs.filter(({ shown }) => shown !== false);

const chipStyle = { fontFamily: mono, fontSize: 11, borderColor: "divider" };

function Facts({ item }: { item: Item }) {
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, mt: 1, alignItems: "center" }}>
      <Chip variant="outlined" label={item.key} sx={chipStyle} />
      <CopyButton text={item.key} label={`Copy key ${item.key}`} />
      {item.operations.map((operation) => (
        <Chip key={operation} variant="outlined" label={operation} sx={chipStyle} />
      ))}
      {item.changes && <Chip variant="outlined" color="warning" label="Changes data" />}
    </Box>
  );
}
