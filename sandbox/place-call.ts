import { createParties } from "./company/parties";
import type { Call } from "./company/types";
import type { SandboxState } from "./state";
import { formatInstant, hour, type Instant, parseInstant } from "./time";

/** What a test wants to say about a call; everything else is filled in. */
export interface NewSandboxCall extends Partial<Omit<Call, "startedAt" | "started">> {
  /** Milliseconds, or a date-time with an offset that is answered as it is. Default: an hour ago. */
  startedAt?: Instant | string;
}

/** Puts a call into the company without going through the API. */
export function placeCall(state: SandboxState, wanted: NewSandboxCall = {}): Call {
  const { company, random } = state;
  const now = state.clock.now();
  const { startedAt = now - hour, ...rest } = wanted;
  const started =
    typeof startedAt === "string" ? startedAt : formatInstant(startedAt, { fractionDigits: 3 });
  const instant = parseInstant(started);
  if (instant === undefined) throw new TypeError(`Not a date-time with an offset: ${started}`);

  const hosts = company.users.filter(({ settings }) => settings.telephonyCallsImported);
  const host = hosts.find(({ id }) => id === wanted.primaryUserId) ?? hosts[0];
  const [contact] = company.contacts;
  const call: Call = {
    id: random.id(),
    title: "A call of a test",
    started,
    startedAt: instant,
    scheduled: null,
    visibleAt: now,
    duration: 600,
    primaryUserId: host?.id ?? "",
    direction: "Outbound",
    system: "Outreach",
    scope: "External",
    media: "Audio",
    language: "eng",
    workspaceId: company.workspaces[0]?.id ?? "",
    sdrDisposition: null,
    clientUniqueId: null,
    customData: null,
    purpose: null,
    meetingUrl: null,
    isPrivate: false,
    calendarEventId: null,
    ...(contact && { account: contact.account }),
    ...(host && { parties: createParties(random, company, host, contact, false) }),
    topic: "discovery",
    comments: [],
    mediaSource: "recorded",
    ...rest,
  };
  company.calls.push(call);
  if (call.clientUniqueId !== null) state.uploads.spentIds.set(call.clientUniqueId, call.id);
  return call;
}
