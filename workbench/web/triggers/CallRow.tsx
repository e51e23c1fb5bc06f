import type { TimelineCall } from "../../shared/state";
import { instant } from "../common/format";
import type { TimeScale } from "./TimelineChart";

const labelLength = 30;

interface CallRowProps {
  readonly call: TimelineCall;
  readonly at: TimeScale;
  readonly now: number;
  /** When the time line was begun; what was visible before is nothing to wait for. */
  readonly since: number;
  readonly y: number;
}

/** One call: when it took place, became visible and was delivered. */
export function CallRow({ call, at, now, since, y }: CallRowProps) {
  const { title, startedAt, visibleAt, deliveredAt } = call;
  const shown = visibleAt !== null && visibleAt <= now ? visibleAt : undefined;
  const isPlanned = startedAt > now;
  if (isPlanned) return <Label title={title} y={y} isFaint />;
  const until = shown ?? now;
  const isOld = shown !== undefined && shown < since && deliveredAt === null;
  return (
    <g>
      <title>{`${title}: took place ${instant(startedAt)}${shown ? `, visible ${instant(shown)}` : ""}${deliveredAt ? `, delivered ${instant(deliveredAt)}` : ""}`}</title>
      <Label title={title} y={y} isFaint={isOld} />
      <line
        x1={at(startedAt)}
        x2={at(until)}
        y1={y}
        y2={y}
        stroke="var(--mui-palette-text-secondary)"
        strokeDasharray="2 3"
      />
      {shown !== undefined && !isOld && (
        <line
          x1={at(shown)}
          x2={at(deliveredAt ?? now)}
          y1={y}
          y2={y}
          stroke={`var(--mui-palette-${deliveredAt ? "primary" : "warning"}-main)`}
          strokeWidth={2}
        />
      )}
      <circle
        cx={at(startedAt)}
        cy={y}
        r={3.5}
        fill="var(--mui-palette-background-paper)"
        stroke="var(--mui-palette-text-secondary)"
        strokeWidth={1.5}
      />
      {shown !== undefined && (
        <path
          d={diamond(at(shown), y)}
          fill={`var(--mui-palette-${isOld ? "text-secondary" : "warning-main"})`}
          stroke="var(--mui-palette-background-paper)"
        />
      )}
      {deliveredAt !== null && (
        <circle
          cx={at(deliveredAt)}
          cy={y}
          r={4.5}
          fill="var(--mui-palette-primary-main)"
          stroke="var(--mui-palette-background-paper)"
        />
      )}
    </g>
  );
}

function Label({ title, y, isFaint = false }: { title: string; y: number; isFaint?: boolean }) {
  const text = title.length > labelLength ? `${title.slice(0, labelLength - 1)}…` : title;
  const color = isFaint ? "secondary" : "primary";
  return (
    <text x={12} y={y + 4} fontSize={11.5} fill={`var(--mui-palette-text-${color})`}>
      {text}
    </text>
  );
}

const diamond = (x: number, y: number) =>
  `M${x} ${y - 5} ${x + 5} ${y} ${x} ${y + 5} ${x - 5} ${y}Z`;
