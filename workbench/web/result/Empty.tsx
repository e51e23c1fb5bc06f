import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

/** What stands where nothing is yet. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: "grid", placeItems: "center", height: "100%", minHeight: 80, px: 3 }}>
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ textAlign: "center", maxWidth: 360, textWrap: "balance" }}
      >
        {children}
      </Typography>
    </Box>
  );
}
