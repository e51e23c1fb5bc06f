import Box from "@mui/material/Box";
import type { LogLevel } from "../../shared/run";
import { mono } from "../theme";
import { Empty } from "./Empty";
import type { Run } from "./run";

const colors: Partial<Record<LogLevel, string>> = {
  warn: "warning.main",
  error: "error.main",
  debug: "text.secondary",
  trace: "text.secondary",
};

/** What the component logged, as it ends up in the customer's log. */
export function LogView({ run }: { run: Run | undefined }) {
  if (!run || run.logs.length === 0) return <Empty>Log lines appear here.</Empty>;
  return (
    <Box
      component="ol"
      aria-label="Log"
      tabIndex={0}
      sx={{ m: 0, p: 1, listStyle: "none", fontFamily: mono, fontSize: 11.5, lineHeight: 1.6 }}
    >
      {run.logs.map(({ at, level, text }, index) => (
        <Box
          component="li"
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
          key={index}
          sx={{
            display: "grid",
            gridTemplateColumns: "64px 48px 1fr",
            gap: 1,
            contentVisibility: "auto",
          }}
        >
          <Box component="span" sx={{ color: "text.secondary", textAlign: "right" }}>
            {(at / 1000).toFixed(3)} s
          </Box>
          <Box component="span" sx={{ color: colors[level] ?? "info.main" }}>
            {level}
          </Box>
          <Box component="span" sx={{ whiteSpace: "pre-wrap", wordBreak: "break-word" }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
