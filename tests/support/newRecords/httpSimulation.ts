import type { Fault } from "../../../sandbox";
import type { Random } from "../../../sandbox/random";
import type { TestGong } from "../gong";
import { createPoller } from "./poller";
import type { Outcome, SavedPoll } from "./simulate";
import type { WorldCall } from "./world";

const day = 24 * 3600_000;

/** Every kind of fault that the local Gong knows, as they might come in real life. */
function someFault(random: Random): Fault {
  // Five of a kind outlast the client's own tries, so that the poll fails.
  const times = random.pick([1, 2, 5, 9]);
  return random.pick<Fault>([
    { kind: "status", status: random.pick([500, 502, 503, 504]), times },
    { kind: "status", status: 429, retryAfter: 1, times },
    { kind: "status", status: 429, retryAfter: 20_000 },
    { kind: "status", status: 429, times },
    { kind: "status", status: 401 },
    { kind: "status", status: 400, errors: ["cursor has expired"] },
    { kind: "delay", milliseconds: 1 },
    { kind: "cut", when: "before", times },
    { kind: "cut", when: "during", times },
    { kind: "cut", when: "afterExecuting", times },
    { kind: "truncatedJson", times },
    { kind: "html", status: random.pick([200, 502]), times },
  ]);
}

/** How a simulation over HTTP is run. */
export interface HttpPlan {
  readonly gong: TestGong;
  /** Calls that the local Gong shall have, now or later. */
  readonly calls: readonly WorldCall[];
  readonly polls: readonly number[];
  readonly random: Random;
  readonly inputs?: object;
}

/** Runs the component's own trigger against the local Gong, on its clock, with faults of all kinds. */
export async function simulateOverHttp(plan: HttpPlan): Promise<Outcome> {
  const { gong, random } = plan;
  const { clock, company, faults, requests } = gong.sandbox;
  for (const call of plan.calls) place(gong, call);
  const planned = new Map(plan.calls.map((call) => [call.id, call]));
  const poller = createPoller(gong, plan.inputs);
  const saved: SavedPoll[] = [];
  let [failed, crashed, largestStateBytes] = [0, 0, 0];

  for (const moment of plan.polls) {
    clock.advance(Math.max(0, moment - clock.now()));
    const startedAt = clock.now();
    company.calls = company.calls.filter(({ id }) => {
      const { goneAt = Number.POSITIVE_INFINITY } = planned.get(id) ?? {};
      return goneAt > startedAt;
    });
    for (const call of company.calls) {
      const { publicAt } = planned.get(call.id) ?? {};
      if (publicAt !== undefined) call.isPrivate = publicAt > startedAt;
    }
    faults.clear();
    if (saved.length > 0 && random.chance(0.12)) faults.next(someFault(random));
    const before = JSON.stringify(poller.state);
    try {
      if (random.chance(0.02)) {
        await poller.pollInVain();
        crashed += 1;
        continue;
      }
      const { newIds: ids, more } = await poller.poll();
      saved.push({ startedAt, endedAt: clock.now(), ids, more });
      largestStateBytes = Math.max(largestStateBytes, JSON.stringify(poller.state).length);
    } catch (error) {
      const isExpected = error instanceof Error && /^Gong(Connection)?Error$/.test(error.name);
      if (!isExpected) throw error;
      if (JSON.stringify(poller.state) !== before) throw new Error("A failed poll left a state.");
      failed += 1;
    }
  }
  const requestsPerDay = new Map<number, number>();
  for (const { at } of requests) {
    const number = Math.floor(at / day);
    requestsPerDay.set(number, (requestsPerDay.get(number) ?? 0) + 1);
  }
  return { saved, failed, crashed, requestsPerDay, largestStateBytes };
}

function place({ sandbox }: TestGong, { id, visibleAt, record, publicAt }: WorldCall): void {
  const { started, scheduled, direction, title } = record as {
    started: string;
    scheduled: string | null;
    direction: "Conference" | "Outbound";
    title: string;
  };
  const isPrivate = publicAt > 0;
  sandbox.createCall({ id, startedAt: started, scheduled, direction, title, visibleAt, isPrivate });
}
