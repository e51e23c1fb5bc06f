import type { Account } from "../connections/account";
import type { Operation } from "../operations/operation";
import type { GongErrorCode } from "./errors";
import type { HttpAnswer } from "./http";
import type { Outcome } from "./retry";

/** Why a request was not sent, or not again. */
export type Stopped =
  | /** So many wait for the account's pace that the turn would come too late. */
  { readonly kind: "queued"; readonly waitSeconds: number }
  /** The client's own time is over. */
  | { readonly kind: "stopped" };

/** How a request failed for good. */
export interface Failure {
  readonly outcome: Outcome | Stopped;
  readonly answer?: HttpAnswer | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Whether an attempt before the last one may have been carried out. */
  readonly mayHaveArrived?: boolean;
}

/** What failed, and on which connection. */
export interface Subject {
  readonly name: string;
  readonly idempotent: boolean;
  /** The row, where the request has one. */
  readonly operation: Operation | undefined;
  readonly account: Account;
  /** Milliseconds since 1970, for the time of day at which a limit ends. */
  readonly now: number;
}

/** What a failure means, and what to do about it. */
export interface Cause {
  readonly code: GongErrorCode;
  readonly hint: string;
  readonly scope?: string;
  readonly callId?: string;
  readonly retryAfterSeconds?: number;
}

/** Longer waits than this come from the daily limit, not from the one per second (G10). */
const maxPerSecondWait = 120;

/**
 * The cause of an answer with an error status, by Gong's words where they tell more than the
 * status. What a row says about its own errors goes before the general hint.
 */
export function causeOfStatus(
  status: number,
  gongErrors: readonly string[],
  retryAfterSeconds: number | undefined,
  subject: Subject,
): Cause {
  const words = gongErrors.join(" ");
  const cause = generalCause(status, words, retryAfterSeconds, subject);
  const own = subject.operation?.hints?.find(
    (hint) => hint.status === status && (hint.words?.test(words) ?? true),
  );
  return own ? { ...cause, hint: own.hint } : cause;
}

function generalCause(
  status: number,
  words: string,
  retryAfterSeconds: number | undefined,
  subject: Subject,
): Cause {
  switch (status) {
    case 400:
      return causeOfBadRequest(words);
    case 401:
      return causeOfUnauthorized(words, subject);
    case 402:
      return {
        code: "credits_used_up",
        hint: "Your company's Gong AI credits are used up. Ask a Gong administrator to add credits, or wait for the next period.",
      };
    case 403:
      return causeOfForbidden(words, subject);
    case 404:
      return {
        code: "not_found",
        hint: "Check the ID or address, and that the connection may see that record.",
      };
    case 409:
      return {
        code: "conflict",
        hint: "This already exists in Gong, or is not in a state that allows the change.",
      };
    case 429:
      return causeOfLimit(retryAfterSeconds, subject);
  }
  if (status >= 500) {
    const hint = `The problem is on Gong's side. Run it again later.${mayBeDone(subject)}`;
    return { code: "unavailable", hint };
  }
  if (status >= 400) return { code: "bad_request", hint: "Check the inputs of this step." };
  return {
    code: "unreadable_answer",
    hint: `The redirect was not followed, and nothing was sent elsewhere. ${checkAddress(subject)}`,
  };
}

function causeOfBadRequest(words: string): Cause {
  // G25: the id is spent for ever, so the useful thing to know is which call has it.
  const holder = /has already been posted for the call (\d+)/.exec(words)?.[1];
  if (holder) {
    return {
      code: "already_uploaded",
      callId: holder,
      hint: `Call ${holder} has this Client Unique Id, and Gong never frees one. Use that call, or give another ID.`,
    };
  }
  // G14
  if (/cursor has expired|failed to verify cursor/i.test(words)) {
    return {
      code: "cursor_expired",
      hint: "A cursor lasts about an hour and fits only the inputs that it came from. Leave Cursor blank to start the listing over.",
    };
  }
  const hint = words ? "Correct the input that Gong names." : "Check the inputs of this step.";
  return { code: "bad_request", hint };
}

function causeOfUnauthorized(words: string, { account, operation }: Subject): Cause {
  const isOauth = account.kind === "oauth";
  // G4: a missing scope is 401, and a new token does not help.
  const scope = /permission to use '([^']+)'/.exec(words)?.[1];
  if (scope) {
    const hint = isOauth
      ? `The connection lacks the scope ${scope}. Add it to the connection's Scopes and to the app in Gong (Company settings > Ecosystem > API > Integrations), then connect again. If you did not build this integration, ask the team that did.`
      : `The access key lacks ${scope}. Ask a technical administrator of your Gong account for a key that has it.`;
    return { code: "missing_scope", scope, hint };
  }
  const { host } = new URL(account.baseUrl);
  if (isOauth) {
    const need = operation?.scope ? ` This step needs the scope ${operation.scope}.` : "";
    // G1, G3
    return {
      code: "not_authorized",
      hint: `The access to ${host} expired, was revoked, or belongs to another region. Connect again, as a technical administrator of your Gong account.${need}`,
    };
  }
  return {
    code: "not_authorized",
    hint: `Check that ${host} is the API address shown beside the key in Gong (Company settings > Ecosystem > API), and that the key has not expired or been deleted. If you do not manage the key, ask a technical administrator of your Gong account.`,
  };
}

function causeOfForbidden(words: string, { operation }: Subject): Cause {
  const isLimited = operation?.limitedRelease || /limited release/i.test(words);
  const release = isLimited
    ? "Gong offers this in limited release (ask your Gong customer success manager to add your account)"
    : "this part of the API is not enabled for your account (ask Gong's support)";
  // G4, G5
  return {
    code: "forbidden",
    hint: `Either ${release}, or the address of this request is not among the trusted IP addresses of the key or app in Gong.`,
  };
}

function causeOfLimit(retryAfterSeconds: number | undefined, { now }: Subject): Cause {
  if (retryAfterSeconds === undefined) {
    return {
      code: "rate_limited",
      hint: "Gong allows a company 3 requests a second and 10,000 a day. Run it again later.",
    };
  }
  const when = `Run it again in ${retryAfterSeconds} s${timeOfDay(now + retryAfterSeconds * 1000)}.`;
  return retryAfterSeconds > maxPerSecondWait
    ? {
        code: "daily_limit",
        retryAfterSeconds,
        hint: `Your company's daily limit of requests looks used up. It counts everything that runs on Gong's API. ${when}`,
      }
    : {
        code: "rate_limited",
        retryAfterSeconds,
        hint: `Other work is using your company's limit of requests a second. ${when}`,
      };
}

/** `, at 2026-03-01T09:00:00Z`, or nothing for a moment that no calendar reaches. */
function timeOfDay(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : `, at ${date.toISOString().replace(/\.\d+Z$/, "Z")}`;
}

/** The cause of a failure without an answer of Gong's. */
export function causeOfSilence(
  outcome: Exclude<Failure["outcome"], { kind: "status" }>,
  subject: Subject,
): Cause {
  switch (outcome.kind) {
    case "queued":
      return {
        code: "rate_limited",
        retryAfterSeconds: outcome.waitSeconds,
        hint: `Its turn would come in ${outcome.waitSeconds} s, later than this step can wait. Run less at once, or raise Requests per Second (${subject.account.requestsPerSecond} on this connection) if Gong has agreed to more.`,
      };
    case "stopped":
      return { code: "timed_out", hint: "Run it again later, or ask for less." };
    case "unreadable":
      return {
        code: "unreadable_answer",
        hint: `Something between here and Gong answered instead, or the answer broke off. ${checkAddress(subject)}${mayBeDone(subject)}`,
      };
    case "oversized":
      return {
        code: "unreadable_answer",
        hint: `Ask for less at once, for example with a narrower filter.${mayBeDone(subject)}`,
      };
    case "fault": {
      // When no connection was made, nothing was carried out.
      const warning = outcome.reachedGong ? mayBeDone(subject) : "";
      if (outcome.code === "ETIMEDOUT") {
        const hint = `Gong or the network is slow, or the request is large. Run it again later.${warning}`;
        return { code: "timed_out", hint };
      }
      return { code: "unreachable", hint: `${checkAddress(subject)}${warning}` };
    }
  }
}

function checkAddress({ account }: Subject): string {
  // Without its path, into which any key may have been pasted.
  const { origin } = new URL(account.baseUrl);
  return account.kind === "oauth"
    ? `Check that ${origin}, the address that Gong gave to this connection, can be reached, or connect again.`
    : `Check that the Base URL (${origin}) is the API address shown in Gong.`;
}

/** A changing step that is run again after a lost answer may be done twice. */
function mayBeDone({ idempotent }: Subject): string {
  return idempotent ? "" : " It may have been carried out: look in Gong before you run it again.";
}
