import Box from "@mui/material/Box";
import { scaleUtc } from "d3-scale";
import { useEffect, useMemo, useRef, useState } from "react";
import type { TimelineView } from "../../shared/state";
import { instant } from "../common/format";
import { hidden } from "../form/ListField";
import { CallRow } from "./CallRow";
import { Lanes, lanesHeight } from "./Lanes";

const hourMs = 3600_000;
const labelWidth = 196;
const rowHeight = 20;
const right = 16;

/** Milliseconds since 1970 to pixels. */
export type TimeScale = (instant: number) => number;

/** Calls over time, with the polls and requests below them. */
export function TimelineChart({ view }: { view: TimelineView }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const scale = useMemo(() => {
    const first = Math.min(view.since - hourMs, ...view.calls.map(({ startedAt }) => startedAt));
    const last = Math.max(view.now, first + 2 * hourMs);
    return scaleUtc(
      [first, last + (last - first) * 0.02],
      [labelWidth, Math.max(width - right, labelWidth + 50)],
    );
  }, [view, width]);
  const at: TimeScale = (time) => scale(time);
  const ticks = scale.ticks(Math.max(3, Math.floor((width - labelWidth) / 110)));
  const height = Math.max(1, view.calls.length) * rowHeight;

  return (
    <Box
      ref={place}
      sx={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column", overflow: "hidden" }}
    >
      <Description view={view} />
      <Keys />
      <Box
        sx={{ flex: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden" }}
        tabIndex={0}
        role="group"
        aria-label="Calls over time"
      >
        <svg width={width} height={height} aria-hidden style={{ display: "block" }}>
          <Grid ticks={ticks} at={at} now={view.now} height={height} />
          {view.calls.map((call, index) => (
            <CallRow
              key={call.id}
              call={call}
              at={at}
              now={view.now}
              since={view.since}
              y={index * rowHeight + rowHeight / 2}
            />
          ))}
          {view.calls.length === 0 && (
            <text x={labelWidth} y={14} fontSize={12} fill="var(--mui-palette-text-secondary)">
              No calls yet. Let one happen, then move the clock.
            </text>
          )}
        </svg>
      </Box>
      <svg
        width={width}
        height={lanesHeight}
        aria-hidden
        style={{ display: "block", flex: "none" }}
      >
        <Grid ticks={ticks} at={at} now={view.now} height={lanesHeight - 16} />
        <Lanes polls={view.polls} at={at} left={labelWidth} right={width - right} />
        {ticks.map((tick) => (
          <text
            key={tick.getTime()}
            x={at(tick.getTime())}
            y={lanesHeight - 4}
            textAnchor="middle"
            fontSize={10.5}
            fill="var(--mui-palette-text-secondary)"
          >
            {tickText(tick)}
          </text>
        ))}
      </svg>
    </Box>
  );
}

function Grid(props: { ticks: readonly Date[]; at: TimeScale; now: number; height: number }) {
  const { ticks, at, now, height } = props;
  return (
    <>
      {ticks.map((tick) => (
        <line
          key={tick.getTime()}
          x1={at(tick.getTime())}
          x2={at(tick.getTime())}
          y2={height}
          stroke="var(--mui-palette-divider)"
        />
      ))}
      <line
        x1={at(now)}
        x2={at(now)}
        y2={height}
        stroke="var(--mui-palette-primary-main)"
        strokeDasharray="2 3"
      />
    </>
  );
}

/** What the marks mean. */
function Keys() {
  const keys = [
    [
      "took place",
      <circle
        key="0"
        cx="7"
        cy="6"
        r="3.5"
        fill="var(--mui-palette-background-paper)"
        stroke="var(--mui-palette-text-secondary)"
        strokeWidth="1.5"
      />,
    ],
    [
      "became visible",
      <path key="1" d="M7 1.5 11.5 6 7 10.5 2.5 6Z" fill="var(--mui-palette-warning-main)" />,
    ],
    ["delivered", <circle key="2" cx="7" cy="6" r="4.5" fill="var(--mui-palette-primary-main)" />],
  ] as const;
  return (
    <Box
      sx={{ display: "flex", gap: 2, px: 1.5, pb: 0.5, fontSize: 11, color: "text.secondary" }}
      aria-hidden
    >
      {keys.map(([name, mark]) => (
        <Box
          key={name}
          component="span"
          sx={{ display: "inline-flex", alignItems: "center", gap: 0.5 }}
        >
          <svg width="14" height="12" aria-hidden>
            {mark}
          </svg>
          {name}
        </Box>
      ))}
    </Box>
  );
}

/** The picture in words, for those who do not see it. */
function Description({ view }: { view: TimelineView }) {
  const when = (time: number | null, word: string) =>
    time === null ? `not ${word}` : `${word} ${instant(time)}`;
  return (
    <Box component="ul" sx={hidden} aria-label="Calls">
      {view.calls.map((call) => (
        <li key={call.id} data-call={call.id}>
          {call.title}: took place {instant(call.startedAt)}, {when(call.visibleAt, "visible")},{" "}
          {when(call.deliveredAt, "delivered")}
        </li>
      ))}
    </Box>
  );
}

const dayText = new Intl.DateTimeFormat("en-US", {
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

/** The hour, and at midnight UTC the day. */
function tickText(tick: Date): string {
  const time = tick.toISOString().slice(11, 16);
  return time === "00:00" ? dayText.format(tick) : time;
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
