import type { Account } from "../connections/account";
import {
  GongConnectionError,
  GongError,
  type GongErrorCode,
  type GongErrorDetails,
} from "./errors";
import { redactDeep } from "./redact";
import { type Failure, requestIdOf } from "./transport";

/** Who failed: the parts of an operation that an error speaks of. */
export interface Subject {
  readonly name: string;
  readonly scope?: string;
  readonly resend: "safe" | "never";
}

interface Verdict {
  readonly code: GongErrorCode;
  readonly hint: string;
  readonly scope?: string;
  readonly callId?: string;
}

/** Longer waits than this come from the daily limit, not from the one per second (G10). */
const longestPerSecondWait = 120;

/**
 * Turns a failed request into the error that a builder reads: what happened, in Gong's words where
 * there are any, and what to do.
 */
export function diagnose(
  failure: Failure,
  subject: Subject,
  account: Account,
  now: number,
): GongError | GongConnectionError {
  const { outcome, attempts } = failure;
  const answer = readAnswer(failure, account);
  const status = outcome.kind === "status" ? outcome.status : undefined;
  const retryAfterSeconds = outcome.kind === "status" ? outcome.retryAfterSeconds : undefined;
  const verdict =
    outcome.kind === "status"
      ? judgeStatus(outcome.status, answer.gongErrors, subject, retryAfterSeconds, now)
      : judgeSilence(failure, subject, account);

  const details: GongErrorDetails = {
    operation: subject.name,
    status,
    requestId: answer.requestId,
    gongErrors: answer.gongErrors,
    attempts,
    data: answer.data,
    ...(status === 429 ? { retryAfterSeconds } : {}),
    ...verdict,
  };
  const message = compose(details, failure);
  return status === 401 || status === 403
    ? new GongConnectionError(account.shareable, message, details)
    : new GongError(message, details);
}

function compose(
  { operation, status, gongErrors, hint, requestId, attempts }: GongErrorDetails,
  failure: Failure,
) {
  const words = gongErrors.join(" ").trim();
  const what = status
    ? `${operation} failed: Gong answered ${status}${words ? `, ${quote(words)}` : ""}.`
    : failure.outcome.kind === "unreadable"
      ? `${operation} failed: the answer was not JSON.`
      : `${operation} failed: ${failure.faultCode === "ETIMEDOUT" ? "no answer came in time" : `no connection (${failure.faultCode ?? "unknown fault"})`}.`;
  const tries = attempts > 1 ? ` Tried ${attempts} times.` : "";
  return `${what} ${hint}${tries}${requestId ? ` Gong request id: ${requestId}.` : ""}`;
}

const quote = (words: string): string => `"${words}"`;

/** Gong's words and id out of an error body, without personal data or secrets (G7). */
function readAnswer({ body, contentType }: Failure, { secrets }: Account) {
  const parsed = parse(body);
  if (parsed === undefined) {
    const kind = contentType?.includes("html") ? "an HTML page" : "text";
    return { gongErrors: [], data: body ? `(${kind} of ${body.length} characters)` : undefined };
  }
  const data = redactDeep(parsed, secrets);
  const { errors, userFacingError } = (data ?? {}) as {
    errors?: unknown;
    userFacingError?: unknown;
  };
  const words = [...(Array.isArray(errors) ? errors : [errors]), userFacingError];
  return {
    gongErrors: words.filter((word): word is string => typeof word === "string"),
    requestId: requestIdOf(parsed),
    data,
  };
}

function parse(body: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(body ?? "");
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function judgeStatus(
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
      return {
        code: "forbidden",
        hint: "Either this part of the API is not enabled for the account (ask Gong's support), or this address is not among the trusted IP addresses of the key or app in Gong.",
      };
    case 404:
      return {
        code: "not_found",
        hint: "Check the id, and that the connection may see what it stands for.",
      };
    case 409:
      return judgeConflict(words);
    case 429:
      return judgeLimit(retryAfterSeconds, now);
    default:
      return status >= 500
        ? { code: "unavailable", hint: "The fault is on Gong's side. Run it again later." }
        : { code: "bad_request", hint: "Check the inputs of this step." };
  }
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
  return { code: "bad_request", hint: "Check the inputs of this step against Gong's words." };
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
  const need = subject.scope ? ` It needs the scope ${subject.scope}.` : "";
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

function judgeConflict(words: string): Verdict {
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
  const at = new Date(now + retryAfterSeconds * 1000).toISOString().replace(/\.\d+Z$/, "Z");
  const when = `Run it again in ${retryAfterSeconds} s, at ${at}.`;
  return retryAfterSeconds > longestPerSecondWait
    ? {
        code: "daily_limit",
        hint: `The company's daily limit of requests looks used up, which counts everything it runs on Gong's API. ${when}`,
      }
    : {
        code: "rate_limited",
        hint: `The company's limit of requests a second is taken up by other work. ${when}`,
      };
}

function judgeSilence(failure: Failure, subject: Subject, { baseUrl }: Account): Verdict {
  const { outcome, faultCode } = failure;
  // Whoever runs a creating step again after a lost answer should know that it may create twice.
  const mayBeDone =
    subject.resend === "never" && !(outcome.kind === "fault" && !outcome.reachedGong)
      ? " It may have been carried out all the same: look in Gong before running it again."
      : "";
  if (outcome.kind === "unreadable") {
    return {
      code: "unreadable_answer",
      hint: `Something between here and Gong answered in its place, or the answer broke off. Check that the Base URL (${baseUrl}) is the API address shown in Gong.${mayBeDone}`,
    };
  }
  if (faultCode === "ETIMEDOUT") {
    return {
      code: "timed_out",
      hint: `Gong or the network is slow, or the request is large. Run it again later.${mayBeDone}`,
    };
  }
  return {
    code: "unreachable",
    hint: `Check that the Base URL (${baseUrl}) is right and that Gong can be reached from here.${mayBeDone}`,
  };
}
