import Box from "@mui/material/Box";
import { scaleLinear } from "d3-scale";
import { useEffect, useMemo, useState } from "react";
import { duration } from "../common/format";
import { mono } from "../theme";
import { Bar, Legend, patternOf } from "./Bar";
import { Empty } from "./Empty";
import type { Run } from "./run";
import { openWait, rowsOf, type WaterfallRow } from "./waits";

const tickMs = 100;
const columns = "minmax(170px, 1.3fr) 34px minmax(160px, 2fr) 62px";

/** Every request of a run over time: waits, attempts, status. Seen at Node's HTTP client. */
export function Waterfall({ run }: { run: Run | undefined }) {
  const now = useElapsed(run);
  const rows = useMemo(() => (run ? rowsOf(run) : []), [run]);
  if (!run || (rows.length === 0 && run.end)) {
    return (
      <Empty>{run ? "Nothing was sent to Gong." : "Requests appear here as they are sent."}</Empty>
    );
  }
  const scale = scaleLinear([0, Math.max(now, 50)], [0, 100]);
  const wait = openWait(run, now);
  return (
    <Box sx={{ px: 1.5, py: 1 }} tabIndex={0} aria-label="Requests over time" role="group">
      <Box sx={rowStyle} aria-hidden>
        <span />
        <span />
        <Axis scale={scale} />
        <span />
      </Box>
      <Box role="table" aria-label="Requests">
        {rows.map((row) => (
          <Row key={row.request.id} row={row} scale={scale} now={now} />
        ))}
        {wait && (
          <Box sx={{ ...rowStyle, color: "text.secondary" }} role="row">
            <Box role="cell">
              {wait.reason === "retryAfter" ? "Waiting for Retry-After" : "Waiting"}
            </Box>
            <Box role="cell" />
            <Box role="cell" sx={barCell}>
              <svg width="100%" height="14" aria-hidden>
                <rect
                  x={`${scale(wait.from)}%`}
                  width={`${scale(wait.to) - scale(wait.from)}%`}
                  y="3"
                  height="8"
                  rx="2"
                  fill={patternOf(wait.reason)}
                />
              </svg>
            </Box>
            <Box role="cell" sx={{ textAlign: "right" }}>
              {duration(wait.to - wait.from)}
            </Box>
          </Box>
        )}
      </Box>
      <Legend />
    </Box>
  );
}

function Row({ row, scale, now }: { row: WaterfallRow; scale: Scale; now: number }) {
  const { request, attempt } = row;
  const { method, path, status, error, start, end } = request;
  const [route = "", query] = path.split(/(?=\?)/);
  const isBad = error !== undefined || (status ?? 200) >= 400;
  return (
    <Box role="row" sx={{ ...rowStyle, contentVisibility: "auto" }}>
      <Box
        role="cell"
        title={`${method} ${path}`}
        sx={{
          fontFamily: mono,
          overflow: "hidden",
          textOverflow: "ellipsis",
          whiteSpace: "nowrap",
        }}
      >
        {attempt > 1 && (
          <Box component="span" sx={{ color: "warning.main", fontWeight: 600 }}>
            attempt {attempt}{" "}
          </Box>
        )}
        <Box component="span" sx={{ color: "text.secondary" }}>
          {method}
        </Box>{" "}
        {route}
        <Box component="span" sx={{ color: "text.secondary" }}>
          {query}
        </Box>
      </Box>
      <Box
        role="cell"
        sx={{ fontFamily: mono, fontWeight: 600, color: isBad ? "error.main" : "success.main" }}
      >
        {status ?? (error || end !== undefined ? "cut" : "…")}
      </Box>
      <Box role="cell" sx={barCell}>
        <Bar row={row} scale={scale} now={now} />
      </Box>
      <Box role="cell" sx={{ textAlign: "right", color: "text.secondary" }}>
        {duration((end ?? now) - start)}
      </Box>
    </Box>
  );
}

export type Scale = (value: number) => number;

function Axis({ scale }: { scale: ReturnType<typeof scaleLinear<number, number>> }) {
  return (
    <Box sx={{ position: "relative", height: 16, fontSize: 10.5, color: "text.secondary" }}>
      {scale
        .ticks(3)
        .filter((tick) => scale(tick) < 80)
        .map((tick) => (
          <Box
            key={tick}
            component="span"
            sx={{
              position: "absolute",
              left: `${scale(tick)}%`,
              borderLeft: 1,
              borderColor: "divider",
              pl: 0.5,
              whiteSpace: "nowrap",
            }}
          >
            {tick >= 1000 ? `${tick / 1000} s` : `${tick} ms`}
          </Box>
        ))}
    </Box>
  );
}

/** Milliseconds of the run so far, moving while it is under way. */
function useElapsed(run: Run | undefined): number {
  const [now, setNow] = useState(0);
  const end = run?.end?.at;
  useEffect(() => {
    if (!run || end !== undefined) return;
    const timer = setInterval(() => setNow(performance.now() - run.beganAt), tickMs);
    return () => clearInterval(timer);
  }, [run, end]);
  const last = Math.max(0, ...(run?.requests.map(({ end: ended, start }) => ended ?? start) ?? []));
  return end === undefined ? Math.max(now, last) : Math.max(end, last);
}

const rowStyle = {
  display: "grid",
  gridTemplateColumns: columns,
  columnGap: 1,
  alignItems: "center",
  minHeight: 22,
  fontSize: 11.5,
} as const;

const barCell = { height: 14, lineHeight: 0 } as const;
