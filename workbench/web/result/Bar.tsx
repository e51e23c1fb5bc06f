import Box from "@mui/material/Box";
import { duration } from "../common/format";
import type { Scale } from "./Waterfall";
import type { WaitReason, WaterfallRow } from "./waits";

const waitNames: Readonly<Record<WaitReason, string>> = {
  pace: "Pace",
  retryAfter: "Retry-After",
  backoff: "Back-off",
};

const waitColors: Readonly<Record<WaitReason, string>> = {
  pace: "var(--mui-palette-text-secondary)",
  retryAfter: "var(--mui-palette-warning-main)",
  backoff: "var(--mui-palette-info-main)",
};

/** The fill of a wait. */
export const patternOf = (reason: WaitReason): string => `url(#wait-${reason})`;

/** One request over time, with what it waited for. */
export function Bar({ row, scale, now }: { row: WaterfallRow; scale: Scale; now: number }) {
  const { request, waits } = row;
  const { start, headersAt, end = now, status = 200, error } = request;
  const isBad = error !== undefined || status >= 400;
  const color = `var(--mui-palette-${isBad ? "error" : "primary"}-main)`;
  const split = headersAt ?? end;
  return (
    <svg width="100%" height="14" role="img" aria-label={describe(row, end)}>
      {waits.map(({ reason, from, to }) => (
        <rect
          key={from}
          {...span(scale, from, to)}
          y="4"
          height="6"
          rx="2"
          fill={patternOf(reason)}
        >
          <title>{`Waits: ${waitNames[reason]}, ${duration(to - from)}`}</title>
        </rect>
      ))}
      <rect {...span(scale, start, split)} y="2" height="10" rx="2" fill={color} />
      <rect {...span(scale, split, end)} y="2" height="10" rx="2" fill={color} opacity="0.45" />
    </svg>
  );
}

function span(scale: Scale, from: number, to: number) {
  return { x: `${scale(from)}%`, width: `${Math.max(0.35, scale(to) - scale(from))}%` };
}

function describe({ waits, request }: WaterfallRow, end: number): string {
  const waited = waits.map(
    ({ reason, from, to }) => `waits ${duration(to - from)} (${waitNames[reason]})`,
  );
  return [...waited, `took ${duration(end - request.start)}`].join(", ");
}

/** What the colors mean; it also holds the patterns that the bars use. */
export function Legend() {
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 2,
        pt: 1,
        fontSize: 11,
        color: "text.secondary",
      }}
    >
      <svg width="0" height="0" aria-hidden style={{ position: "absolute" }}>
        <defs>
          {(Object.keys(waitColors) as WaitReason[]).map((reason) => (
            <pattern
              key={reason}
              id={`wait-${reason}`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" fill={waitColors[reason]} opacity="0.15" />
              <rect width="2" height="5" fill={waitColors[reason]} opacity="0.65" />
            </pattern>
          ))}
        </defs>
      </svg>
      {(Object.keys(waitNames) as WaitReason[]).map((reason) => (
        <Swatch key={reason} fill={patternOf(reason)} name={waitNames[reason]} />
      ))}
      <Swatch fill="var(--mui-palette-primary-main)" name="Waiting for Gong" />
      <Swatch fill="var(--mui-palette-primary-main)" opacity={0.45} name="Reading the response" />
      <Swatch fill="var(--mui-palette-error-main)" name="Failed" />
    </Box>
  );
}

function Swatch({ fill, name, opacity = 1 }: { fill: string; name: string; opacity?: number }) {
  return (
    <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75 }}>
      <svg width="16" height="8" aria-hidden>
        <rect width="16" height="8" rx="2" fill={fill} opacity={opacity} />
      </svg>
      {name}
    </Box>
  );
}
