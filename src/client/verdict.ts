import type { Account } from "../connections/account";
import type { GongErrorCode } from "./errors";
import type { Failure } from "./transport";

/** Who failed: the parts of an operation that an error speaks of. */
export interface Subject {
  readonly name: string;
  readonly scope?: string;
  readonly resend: "safe" | "never";
  readonly limitedRelease?: boolean;
}

/** What a failure means, and what to do about it. */
export interface Verdict {
  readonly code: GongErrorCode;
  readonly hint: string;
  readonly scope?: string;
  readonly callId?: string;
  readonly retryAfterSeconds?: number;
}

/** Longer waits than this come from the daily limit, not from the one per second (G10). */
const longestPerSecondWait = 120;

/** Judges an answer with an error status, by Gong's words where they tell more than the status. */
export function judgeStatus(
  status: number,
  gongErrors: readonly string[],
  subject: Subject,
  retryAfterSeconds: number | undefined,
  now: number,
): Verdict {
  const words = gongErrors.join(" ");
  switch (status) {
    case 400:
      return judgeBadRequest(words);
    case 401:
      return judgeUnauthorized(words, subject);
    case 402:
      return {
        code: "forbidden",
        hint: "The account's AI credits are used up. Add credits in Gong, or wait for the next period.",
      };
    case 403:
      return judgeForbidden(words, subject);
    case 404:
      return {
        code: "not_found",
        hint: "Check the id or address, and that the connection may see that record.",
      };
    case 409:
      return judgeConflict(words);
    case 429:
      return judgeLimit(retryAfterSeconds, now);
    default:
      return judgeOther(status, subject);
  }
}

function judgeOther(status: number, subject: Subject): Verdict {
  if (status >= 500) {
    return {
      code: "unavailable",
      hint: `The fault is on Gong's side. Run it again later.${mayBeDone(subject)}`,
    };
  }
  if (status >= 400) return { code: "bad_request", hint: "Check the inputs of this step." };
  return {
    code: "unreadable_answer",
    hint: "Gong's API never sends elsewhere, and nothing was sent there. Check that the Base URL is the API address shown in Gong.",
  };
}

function judgeBadRequest(words: string): Verdict {
  // G25: the id is spent for ever, so the useful thing to know is which call has it.
  const holder = /has already been posted for the call (\d+)/.exec(words)?.[1];
  if (holder) {
    return {
      code: "already_uploaded",
      callId: holder,
      hint: `Call ${holder} holds this Client Unique Id, and Gong never frees one. Use that call, or give another id.`,
    };
  }
  // G14
  if (/cursor has expired|failed to verify cursor/i.test(words)) {
    return {
      code: "cursor_expired",
      hint: "Cursors last about an hour and fit only the inputs that they were given for. Leave Cursor blank to start the listing over.",
    };
  }
  const hint = words ? "Correct the input that Gong names." : "Check the inputs of this step.";
  return { code: "bad_request", hint };
}

function judgeUnauthorized(words: string, subject: Subject): Verdict {
  // G4: a missing scope is 401, and a new token does not help.
  const scope = /permission to use '([^']+)'/.exec(words)?.[1];
  if (scope) {
    return {
      code: "missing_scope",
      scope,
      hint: `The connection lacks the scope ${scope}. Add it to the connection's Scopes and to the app in Gong (Company settings > Ecosystem > API > Integrations), then connect again.`,
    };
  }
  const need = subject.scope ? ` With OAuth, the step needs the scope ${subject.scope}.` : "";
  // G1
  if (/revoked/i.test(words)) {
    return {
      code: "not_authorized",
      hint: `The access was revoked in Gong, or the token belongs to another region's host. Connect again.${need}`,
    };
  }
  return {
    code: "not_authorized",
    hint: `Check the connection: the Base URL must be the one shown beside the key in Gong, and the key or token may have expired or been deleted. Enter a new key, or connect again.${need}`,
  };
}

function judgeForbidden(words: string, { limitedRelease }: Subject): Verdict {
  const release =
    limitedRelease || /limited release/i.test(words)
      ? "Gong offers this in limited release, to accounts that its customer success manager adds: ask for it"
      : "this part of the API is not enabled for the account (ask Gong's support)";
  // G4: the two reasons of a 403; a missing scope is none.
  return {
    code: "forbidden",
    hint: `Either ${release}, or this address is not among the trusted IP addresses of the key or app in Gong.`,
  };
}

function judgeConflict(words: string): Verdict {
  if (/consent page/i.test(words)) {
    return {
      code: "conflict",
      hint: "Gong's consent page must be enabled in Gong's company settings, by an administrator.",
    };
  }
  // G28
  if (/record|import/i.test(words)) {
    return {
      code: "conflict",
      hint: "Enable recording and telephony import for the primary user in Gong, under Company settings > Team members.",
    };
  }
  return {
    code: "conflict",
    hint: "Something of this kind already exists in Gong, or is not in a state that allows this.",
  };
}

function judgeLimit(retryAfterSeconds: number | undefined, now: number): Verdict {
  if (retryAfterSeconds === undefined) {
    return {
      code: "rate_limited",
      hint: "Gong allows a company 3 requests a second and 10,000 a day. Run it again later.",
    };
  }
  const when = `Run it again in ${retryAfterSeconds} s${timeOfDay(now + retryAfterSeconds * 1000)}.`;
  return retryAfterSeconds > longestPerSecondWait
    ? {
        code: "daily_limit",
        retryAfterSeconds,
        hint: `The company's daily limit of requests looks used up, which counts everything it runs on Gong's API. ${when}`,
      }
    : {
        code: "rate_limited",
        retryAfterSeconds,
        hint: `The company's limit of requests a second is taken up by other work. ${when}`,
      };
}

/** `, at 2026-03-01T09:00:00Z`, or nothing for a moment that no calendar reaches. */
function timeOfDay(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : `, at ${date.toISOString().replace(/\.\d+Z$/, "Z")}`;
}

/** Judges a failure without an answer of Gong's. */
export function judgeSilence(
  { outcome, faultCode }: Failure,
  subject: Subject,
  { baseUrl, requestsPerSecond }: Account,
): Verdict {
  // Without its path, into which any key may have been pasted.
  const address = new URL(baseUrl).origin;
  if (outcome.kind === "queued") {
    return {
      code: "rate_limited",
      retryAfterSeconds: outcome.waitSeconds,
      hint: `Its turn would come in ${outcome.waitSeconds} s, later than this step can wait, at the lowest Requests per Second of the account's connections (this one: ${requestsPerSecond}). Run less at once, or raise Requests per Second where Gong has agreed on more.`,
    };
  }
  // When no connection was made, nothing was carried out.
  const warning = outcome.kind === "fault" && !outcome.reachedGong ? "" : mayBeDone(subject);
  if (outcome.kind === "unreadable") {
    return {
      code: "unreadable_answer",
      hint: `Something between here and Gong answered in its place, or the answer broke off. Check that the Base URL (${address}) is the API address shown in Gong.${warning}`,
    };
  }
  if (outcome.kind === "oversized") {
    return {
      code: "unreadable_answer",
      hint: `Ask for less at once, for example with a narrower filter.${warning}`,
    };
  }
  if (faultCode === "ETIMEDOUT") {
    return {
      code: "timed_out",
      hint: `Gong or the network is slow, or the request is large. Run it again later.${warning}`,
    };
  }
  return {
    code: "unreachable",
    hint: `Check that the Base URL (${address}) is right and that Gong can be reached from here.${warning}`,
  };
}

/** Whoever runs a changing step again after a lost answer should know that it may be done twice. */
function mayBeDone({ resend }: Subject): string {
  return resend === "never"
    ? " It may have been carried out all the same: look in Gong before running it again."
    : "";
}
