import { hour } from "../../../src/triggers/duration";
import { startGong, type TestGong } from "../gong";
import { createPoller, type Poller, shareClock } from "./poller";

/** New Records on a local Gong, on one clock that the test moves. */
export interface PollStage {
  readonly gong: TestGong;
  poller: Poller;
  now(): number;
  wait(milliseconds: number): void;
  /** A call that took place some time ago and is shown now. @returns its ID */
  showLate(lateMs: number, more?: object): string;
  /** A new user. @returns the ID */
  addUser(more?: object): string;
  /** A call's scorecard that was filled in at an instant. @returns its ID */
  review(reviewedAt: number, more?: object): string;
  /** Polls every so often for a while. @returns IDs of new records, with hours since the beginning */
  pollFor(lengthMs: number, everyMs: number, inputs?: object): Promise<[string, number][]>;
  stop(): Promise<void>;
}

/** The ID of a record of any kind. */
export const idOf = (record: object): string => {
  const { id, callId, answeredScorecardId } = record as Readonly<Record<string, unknown>>;
  return String(answeredScorecardId ?? id ?? callId);
};

/** Starts one at an instant. @param inputs beside the connection, calls and new ones */
export async function startPollStage(start: number, inputs: object = {}): Promise<PollStage> {
  const gong = await startGong({ callCount: 80, now: () => start });
  const wait = shareClock(gong);
  const { company, clock } = gong.sandbox;
  const now = () => clock.now();
  const stage: PollStage = {
    gong,
    poller: createPoller(gong, inputs),
    now,
    wait,
    showLate: (lateMs, more = {}) =>
      gong.sandbox.createCall({ startedAt: now() - lateMs, duration: 60, ...more }).id,
    addUser: (more = {}) => {
      const user = company.users.find(({ avatar }) => !avatar);
      if (!user) throw new Error("The company has no users.");
      const id = `90071992547409${company.users.length}`;
      company.users.push({ ...structuredClone(user), id, ...more });
      return id;
    },
    review: (reviewedAt, more = {}) => {
      const { answeredScorecards } = company;
      const [pattern] = answeredScorecards;
      if (!pattern) throw new Error("The company has reviewed nothing.");
      const answeredScorecardId = `7${String(answeredScorecards.length).padStart(17, "0")}7`;
      const reviewTime = new Date(reviewedAt).toISOString();
      answeredScorecards.push({ ...pattern, answeredScorecardId, reviewTime, ...more });
      return answeredScorecardId;
    },
    pollFor: async (lengthMs, everyMs, more = {}) => {
      const begin = now();
      const delivered: [string, number][] = [];
      while (now() < begin + lengthMs) {
        wait(everyMs);
        const { created } = await stage.poller.poll(more);
        for (const record of created) delivered.push([idOf(record), (now() - begin) / hour]);
      }
      return delivered;
    },
    stop: async () => {
      jest.restoreAllMocks();
      await gong.stop();
    },
  };
  return stage;
}
