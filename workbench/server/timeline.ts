import type { Sandbox } from "../../sandbox";
import type { RunEvent } from "../shared/run";
import type { Poll, TimelineView } from "../shared/state";

/** How far back the time line shows calls that took place before it began. */
const before = 6 * 3600_000;
/** Calls that fit into one picture; the latest ones are kept. */
const maxCalls = 60;

/** What a scheduled trigger has done since its time line began. */
export interface Timeline {
  /** What the trigger keeps between its runs. */
  instanceState: Record<string, unknown>;
  /** Begins a poll. @returns what takes its events */
  poll(): (event: RunEvent) => void;
  view(): TimelineView;
}

/** @param gong the local Gong as it is now; a reset puts another in its place */
export function createTimeline(gong: () => Sandbox): Timeline {
  const since = gong().clock.now();
  const delivered = new Map<string, number>();
  const polls: Poll[] = [];

  return {
    instanceState: {},
    poll() {
      const at = gong().clock.now();
      let requests = 0;
      return (event) => {
        if (event.type === "requestStart") requests += 1;
        if (event.type !== "end") return;
        const { outcome } = event;
        const known = new Set(gong().company.calls.map(({ id }) => id));
        // A call may be named several times, by its record and in a list of new ids.
        const named = new Set(outcome.ok ? idsIn(outcome.result) : []);
        const found = [...named].filter((id) => known.has(id));
        for (const id of found) if (!delivered.has(id)) delivered.set(id, at);
        polls.push({
          at,
          requests,
          delivered: found,
          ...(!outcome.ok && { error: outcome.error.message }),
        });
      };
    },
    view() {
      const now = gong().clock.now();
      const calls = gong()
        .company.calls.filter(
          ({ startedAt, visibleAt }) =>
            startedAt >= since - before || (visibleAt !== null && visibleAt >= since),
        )
        .sort((one, other) => one.startedAt - other.startedAt)
        .slice(-maxCalls)
        .map(({ id, title, startedAt, visibleAt }) => ({
          id,
          title,
          startedAt,
          visibleAt,
          deliveredAt: delivered.get(id) ?? null,
        }));
      return { now, since, calls, polls };
    },
  };
}

/** Every text in a result that stands under a key which names an id. */
function* idsIn(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string") {
    if (/^(id|callId|.*Ids)$/.test(key)) yield value;
  } else if (Array.isArray(value)) {
    for (const each of value) yield* idsIn(each, key);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, each] of Object.entries(value)) yield* idsIn(each, name);
  }
}
