import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Item } from "../../shared/catalog";
import type { ShownError } from "../../shared/run";
import { Tree } from "./Tree";

/** An error as a builder sees it: its words, and what it carries for support. */
export function ErrorView({ item, error }: { item: Item; error: ShownError }) {
  const isVerdict = item.startedBy === "webhook" && error.name !== "Workbench";
  return (
    <Box
      sx={{ p: 1.5, display: "grid", gap: 1.5, gridTemplateRows: "auto auto 1fr", height: "100%" }}
    >
      <Alert severity="error" variant="outlined" role="alert">
        <AlertTitle sx={{ fontSize: 13, fontWeight: 650, mb: 0.25 }}>
          {isVerdict ? "Refused" : error.name}
        </AlertTitle>
        <Box sx={{ whiteSpace: "pre-wrap", wordBreak: "break-word", fontSize: 13 }}>
          {error.message}
        </Box>
      </Alert>
      <Typography variant="body2" color="text.secondary">
        {error.marksConnection &&
          "The platform marks the connection as failing, so that the customer can fix it."}
      </Typography>
      {Object.keys(error.details).length > 0 && (
        <Box sx={{ minHeight: 120, mx: -1.5 }}>
          <Tree
            label="Fields of the error"
            value={error.details}
            schema={undefined}
            reference="error"
          />
        </Box>
      )}
    </Box>
  );
}
