import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useMemo } from "react";
import type { Item } from "../../shared/catalog";
import { plural } from "../common/format";
import { useStore } from "../store";
import { refreshTimeline, useClockwork } from "./clockwork";
import { TimelineChart } from "./TimelineChart";
import { TimelineControls } from "./TimelineControls";

/** A scheduled trigger on a clock that can be moved: what happened, what was seen, what came. */
export function TimelinePane({ item }: { item: Item }) {
  const view = useClockwork(({ views }) => views[item.key]);
  const now = useStore(({ state }) => state?.ahead);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another clock is another time line
  useEffect(() => void refreshTimeline(item), [item, now]);

  const summary = useMemo(() => {
    if (!view) return "";
    const delivered = view.calls.filter(({ deliveredAt }) => deliveredAt !== null).length;
    const requests = view.polls.reduce((sum, each) => sum + each.requests, 0);
    return `${plural(view.polls.length, "poll")}, ${plural(requests, "request")}, ${plural(delivered, "call")} delivered`;
  }, [view]);

  return (
    <Box
      component="section"
      aria-label="Time line"
      sx={{
        display: "flex",
        flexDirection: "column",
        minHeight: 0,
        bgcolor: "background.paper",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Box sx={{ px: 1.5, pt: 1.25, display: "flex", alignItems: "baseline", gap: 1.5 }}>
        <Typography variant="h2">Time line</Typography>
        <Typography variant="body2" color="text.secondary" role="status">
          {summary}
        </Typography>
      </Box>
      <TimelineControls item={item} />
      {view && <TimelineChart view={view} />}
    </Box>
  );
}
