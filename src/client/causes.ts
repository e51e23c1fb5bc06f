import type { Account } from "../connections/account";
import type { Operation } from "../operations/operation";
import type { GongErrorDetails } from "./errors";
import type { ErrorStatus, Fault, Outcome } from "./retry";
import type { PreparedRequest } from "./types";

/** What failed, and on which connection. */
export interface Subject {
  readonly request: PreparedRequest;
  /** The row, where the request has one. */
  readonly operation: Operation | undefined;
  readonly account: Account;
  /** Milliseconds since 1970, for the time of day at which a limit ends. */
  readonly now: number;
}

/** What a failure means, and what to do about it. */
export type Cause = Pick<
  GongErrorDetails,
  "code" | "hint" | "scope" | "callId" | "retryAfterSeconds"
>;

/** Longer waits than this come from the daily limit, not from the one per second (G10). */
const maxPerSecondWait = 120;

/** The cause of a failure: by a row's own hints, then Gong's words, then the status. */
export function causeOf(outcome: Outcome, words: string, subject: Subject): Cause {
  const { request, operation } = subject;
  const isFault = outcome.kind === "fault";
  const cause = isFault ? causeOfFault(outcome, subject) : causeOfStatus(outcome, words, subject);
  const own = operation?.hints?.find(
    (hint) => !isFault && hint.status === outcome.status && (hint.words?.test(words) ?? true),
  );
  const hint = own?.hint ?? cause.hint;
  const isRefused = isFault ? !outcome.reachedGong : outcome.status < 500;
  if (request.idempotent || isRefused) return { ...cause, hint };
  const warning = "It may have been carried out: look in Gong before you run it again.";
  return { ...cause, hint: `${hint} ${warning}` };
}

/** What statuses mean, by Gong's words and the connection where they differ with these. */
const causes: Readonly<
  Record<number, Cause | ((words: string, subject: Subject, outcome: ErrorStatus) => Cause)>
> = {
  400: causeOfBadRequest,
  401: causeOfUnauthorized,
  402: {
    code: "credits_used_up",
    hint: "Your company's Gong AI credits are used up. Ask a Gong administrator to add credits, or wait for the next period.",
  },
  403: causeOfForbidden,
  404: {
    code: "not_found",
    hint: "Check the ID or address, and that the connection may see that record.",
  },
  409: {
    code: "conflict",
    hint: "This already exists in Gong, or is not in a state that allows the change.",
  },
  429: causeOfLimit,
};

function causeOfStatus(outcome: ErrorStatus, words: string, subject: Subject): Cause {
  const { status } = outcome;
  const cause = causes[status];
  if (cause) return typeof cause === "function" ? cause(words, subject, outcome) : cause;
  if (status >= 500) {
    return { code: "unavailable", hint: "The problem is on Gong's side. Run it again later." };
  }
  if (status >= 400) return { code: "bad_request", hint: "Check the inputs of this step." };
  return {
    code: "unreadable_answer",
    hint: `The redirect was not followed, and nothing was sent elsewhere. ${checkAddress(subject)}`,
  };
}

function causeOfBadRequest(words: string): Cause {
  // G25: Gong never accepts the ID again, so the useful thing to know is which call has it.
  const callId = /has already been posted for the call (\d+)/.exec(words)?.[1];
  if (callId) {
    const hint = `Call ${callId} has this Client Unique Id, and Gong accepts each one only once. Use that call, or enter another ID.`;
    return { code: "already_uploaded", callId, hint };
  }
  // G14
  if (/cursor has expired|failed to verify cursor/i.test(words)) {
    return {
      code: "cursor_expired",
      hint: "A cursor lasts about an hour and works only with the inputs that it came from. Leave Cursor blank to start the listing over.",
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
      ? `The connection lacks the scope ${scope}. Add it to the connection's Scopes and to your app in Gong (Company settings > Ecosystem > API > Integrations), then connect again. If you did not build this integration, ask the team that did.`
      : `The access key lacks ${scope}. Ask a technical administrator of your Gong account for a key that has it.`;
    return { code: "missing_scope", scope, hint };
  }
  const { host } = new URL(account.baseUrl);
  const need = operation?.scope ? ` This step needs the scope ${operation.scope}.` : "";
  // G1, G3, G5
  const hint = isOauth
    ? `The access to ${host} expired, was revoked, or belongs to another region. Connect again as a technical administrator of your Gong account.${need}`
    : `Check that ${host} is the API address shown beside the key in Gong (Company settings > Ecosystem > API), and that the key has not expired or been deleted. If you do not manage the key, ask a technical administrator of your Gong account.`;
  return { code: "not_authorized", hint };
}

function causeOfForbidden(words: string, { operation }: Subject): Cause {
  const isLimited = operation?.limitedRelease || /limited release/i.test(words);
  const release = isLimited
    ? "Gong offers this in limited release (ask your Gong customer success manager to add your account)"
    : "this part of the API is not enabled for your account (ask Gong support)";
  // G4, G5
  const hint = `Either ${release}, or the address of this request is not among the trusted IP addresses of the key or app in Gong.`;
  return { code: "forbidden", hint };
}

function causeOfLimit(_: string, { now }: Subject, { retryAfterSeconds }: ErrorStatus): Cause {
  if (retryAfterSeconds === undefined) {
    return {
      code: "rate_limited",
      hint: "Gong allows a company 3 requests per second and 10,000 per day. Run it again later.",
    };
  }
  const isDaily = retryAfterSeconds > maxPerSecondWait;
  const problem = isDaily
    ? "Your company's daily limit seems to be used up. It counts every tool that uses Gong's API."
    : "Other tools or steps are using up your company's requests per second.";
  const at = new Date(now + retryAfterSeconds * 1000).toISOString().replace(/\.\d+/, "");
  return {
    code: isDaily ? "daily_limit" : "rate_limited",
    retryAfterSeconds,
    hint: `${problem} Run it again in ${retryAfterSeconds} s, at ${at}.`,
  };
}

function causeOfFault({ code, waitSeconds }: Fault, subject: Subject): Cause {
  if (code === "EBUSY") {
    const hint = `Its turn would come in ${waitSeconds} s, later than this step can wait. Run fewer steps at the same time, or raise Requests per Second (${subject.account.requestsPerSecond} on this connection) if Gong has agreed to more.`;
    return { code: "rate_limited", retryAfterSeconds: waitSeconds, hint };
  }
  if (code === "EBADMSG") {
    const hint = `A proxy or another server responded instead, or the response was cut off. ${checkAddress(subject)}`;
    return { code: "unreadable_answer", hint };
  }
  if (code === "ETIMEDOUT") {
    return { code: "timed_out", hint: "Run it again later, or request less." };
  }
  if (code === "EMSGSIZE") {
    const hint = "Request less, for example with a narrower filter.";
    return { code: "unreadable_answer", hint };
  }
  return { code: "unreachable", hint: checkAddress(subject) };
}

function checkAddress({ account }: Subject): string {
  // Without its path, into which any key may have been pasted.
  const { origin } = new URL(account.baseUrl);
  return account.kind === "oauth"
    ? `Check that ${origin}, the address that Gong assigned to this connection, can be reached, or connect again.`
    : `Check that the Base URL (${origin}) is the API address shown in Gong.`;
}
