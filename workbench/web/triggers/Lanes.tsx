import type { Poll } from "../../shared/state";
import { instant, plural } from "../common/format";
import type { TimeScale } from "./TimelineChart";

const pollsY = 16;
const requestsTop = 30;
const requestsHeight = 26;
/** Lanes with the axis below them. */
export const lanesHeight = 76;

interface LanesProps {
  readonly polls: readonly Poll[];
  readonly at: TimeScale;
  readonly left: number;
  readonly right: number;
}

/** Polls, and how many requests each took. */
export function Lanes({ polls, at, left, right }: LanesProps) {
  const most = Math.max(4, ...polls.map(({ requests }) => requests));
  const base = requestsTop + requestsHeight;
  return (
    <g>
      <line x1={0} x2={right} y1={0.5} y2={0.5} stroke="var(--mui-palette-divider)" />
      <LaneName y={pollsY + 4}>Polls</LaneName>
      <LaneName y={base - 6}>Requests</LaneName>
      <line x1={left} x2={right} y1={pollsY} y2={pollsY} stroke="var(--mui-palette-divider)" />
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--mui-palette-divider)" />
      {polls.map((poll, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: polls are only added at the end
        <g key={index}>
          <title>{wordsOf(poll)}</title>
          <Mark poll={poll} x={at(poll.at)} />
          <rect
            x={at(poll.at) - 3}
            width={6}
            y={base - (poll.requests / most) * requestsHeight}
            height={(poll.requests / most) * requestsHeight}
            rx={1.5}
            fill={`var(--mui-palette-${poll.error ? "error" : "info"}-main)`}
          />
        </g>
      ))}
    </g>
  );
}

function Mark({ poll, x }: { poll: Poll; x: number }) {
  const count = poll.delivered.length;
  if (poll.error) {
    const d = `M${x - 4} ${pollsY - 4}l8 8M${x + 4} ${pollsY - 4}l-8 8`;
    return <path d={d} stroke="var(--mui-palette-error-main)" strokeWidth={2} />;
  }
  if (count === 0)
    return <circle cx={x} cy={pollsY} r={2.5} fill="var(--mui-palette-text-secondary)" />;
  return (
    <>
      <circle cx={x} cy={pollsY} r={7.5} fill="var(--mui-palette-primary-main)" />
      <text
        x={x}
        y={pollsY + 3.5}
        textAnchor="middle"
        fontSize={10}
        fontWeight={600}
        fill="var(--mui-palette-background-paper)"
      >
        {count > 99 ? "99+" : count}
      </text>
    </>
  );
}

function LaneName({ y, children }: { y: number; children: string }) {
  return (
    <text x={12} y={y} fontSize={11.5} fontWeight={600} fill="var(--mui-palette-text-secondary)">
      {children}
    </text>
  );
}

function wordsOf({ at, requests, delivered, error }: Poll): string {
  const came = error ? `failed: ${error}` : `${plural(delivered.length, "call")} delivered`;
  return `Poll ${instant(at)}: ${plural(requests, "request")}, ${came}`;
}
