import type { Clock } from "./clock";
import { GongError } from "./errors";
import { day, type Instant, second } from "./time";

/** Counts the calls of the company. */
export interface Limiter {
  /**
   * Counts one call.
   * @throws GongError 429 with Retry-After in whole seconds when a limit is reached (G10);
   * a refused call does not count
   */
  take(): void;
  /** Has the day's calls used up until the next day begins. */
  useUpDay(): void;
  /** Forgets all calls, used-up days included. */
  reset(): void;
}

/** Gong's two limits, shared by the whole company (G10). Infinity switches one off. */
export function createLimiter(clock: Clock, perSecond: number, perDay: number): Limiter {
  let recent: Instant[] = [];
  let today = Number.NaN;
  let countToday = 0;

  let usedUp = Number.NaN;

  return {
    useUpDay() {
      usedUp = Math.floor(clock.now() / day);
    },
    reset() {
      recent = [];
      usedUp = Number.NaN;
      countToday = 0;
    },
    take() {
      const now = clock.now();
      const dayNumber = Math.floor(now / day);
      if (dayNumber !== today) {
        today = dayNumber;
        countToday = 0;
      }
      if (countToday >= perDay || dayNumber === usedUp)
        throw limitExceeded((dayNumber + 1) * day - now);

      recent = recent.filter((taken) => taken > now - second);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= perSecond) {
        throw limitExceeded(oldest + second - now);
      }
      countToday += 1;
      if (Number.isFinite(perSecond)) recent.push(now);
    },
  };
}

function limitExceeded(waitMilliseconds: number): GongError {
  const seconds = Math.max(1, Math.ceil(waitMilliseconds / second));
  return new GongError(429, "API request limit exceeded", {
    headers: { "retry-after": String(seconds) },
  });
}
