import type { ExtensiveCall, Mark } from "../operations/answers";

/**
 * What a call must be like. Every criterion that is given must fit; of a list, one entry is enough.
 * Letter case does not matter.
 */
export interface Criteria {
  /** Email addresses, or domains such as `northmoor.example`, of people on the call. */
  readonly participants?: readonly string[] | undefined;
  /** Users who hosted the call. */
  readonly hostIds?: readonly string[] | undefined;
  /** Users on the call, as its host or otherwise. */
  readonly userIds?: readonly string[] | undefined;
  /** IDs of CRM records that the call or its people are linked to. */
  readonly crmObjectIds?: readonly string[] | undefined;
  /** Words that all stand in the title or all in the brief. */
  readonly words?: string | undefined;
  /** IDs or names of trackers that occurred. */
  readonly trackers?: readonly string[] | undefined;
  /** Names of topics that people talked about. */
  readonly topics?: readonly string[] | undefined;
  /** IDs or names of call outcomes. */
  readonly outcomes?: readonly string[] | undefined;
  readonly direction?: string | undefined;
  readonly scope?: string | undefined;
  /** Seconds. */
  readonly minDuration?: number | undefined;
  /** Seconds. */
  readonly maxDuration?: number | undefined;
  /** Private calls only, the others only, or both. */
  readonly privacy?: "any" | "private" | "other" | undefined;
}

/**
 * The fields of calls that the criteria look at, as a content selector of Gong's (G30, G52).
 *
 * @param more what is wanted beside them
 */
export function selectorFor(criteria: Criteria, more: ContentSelector = {}): ContentSelector {
  const { participants, userIds, crmObjectIds, words, trackers, topics, outcomes } = criteria;
  const { parties, content } = more.exposedFields ?? {};
  const isGiven = (...values: unknown[]) => values.some(Boolean) || undefined;
  return {
    context: more.context ?? (crmObjectIds && "Basic"),
    exposedFields: {
      parties: parties ?? isGiven(participants, userIds, crmObjectIds),
      content: {
        brief: isGiven(words),
        trackers: isGiven(trackers),
        topics: isGiven(topics),
        callOutcome: isGiven(outcomes),
        ...content,
      },
    },
  };
}

type Switches = Readonly<Record<string, boolean | undefined>>;

/** Which details of calls Gong is asked for. */
export interface ContentSelector {
  readonly context?: string | undefined;
  readonly contextTiming?: readonly string[] | undefined;
  readonly exposedFields?: {
    readonly parties?: boolean | undefined;
    readonly media?: boolean | undefined;
    readonly content?: Switches;
    readonly interaction?: Switches;
    readonly collaboration?: Switches;
  };
}

/** Makes the test that calls are put to. */
export function matcher(criteria: Criteria): (call: ExtensiveCall) => boolean {
  const { participants, userIds, crmObjectIds, words, trackers, topics, outcomes } = criteria;
  const tests = [
    participants && byParticipants(participants),
    criteria.hostIds && byHosts(new Set(criteria.hostIds)),
    userIds && byUsers(new Set(userIds)),
    crmObjectIds && byCrmObjects(crmObjectIds),
    words && byWords(lower(words).split(/\s+/)),
    trackers &&
      byMarks(trackers, ({ content }) => content?.trackers?.filter(({ count }) => count !== 0)),
    topics &&
      byMarks(topics, ({ content }) => content?.topics?.filter(({ duration }) => duration !== 0)),
    outcomes && byMarks(outcomes, ({ content }) => [content?.callOutcome ?? {}]),
    byMetaData(criteria),
  ].filter((test) => typeof test === "function");
  return (call) => tests.every((test) => test(call));
}

type Test = (call: ExtensiveCall) => boolean;

function byParticipants(participants: readonly string[]): Test {
  const wanted = new Set(participants.map((text) => lower(text).trim().replace(/^@/, "")));
  return ({ parties }) =>
    parties?.some(({ emailAddress }) => {
      const address = lower(emailAddress);
      const domain = address.slice(address.lastIndexOf("@") + 1);
      return domain !== "" && (wanted.has(address) || wanted.has(domain));
    }) ?? false;
}

function byHosts(ids: ReadonlySet<string>): Test {
  return ({ metaData }) => ids.has(String(metaData.primaryUserId));
}

function byUsers(ids: ReadonlySet<string>): Test {
  return ({ metaData, parties }) =>
    [metaData.primaryUserId, ...(parties ?? []).map(({ userId }) => userId)].some(
      (userId) => userId && ids.has(String(userId)),
    );
}

/** A record's web address holds its ID between slashes. */
function byCrmObjects(ids: readonly string[]): Test {
  const keys = new Set(ids.flatMap((id) => id.split("/")).map(crmKey));
  return ({ context, parties }) =>
    [context, ...(parties ?? []).map((party) => party.context)].some((links) =>
      links?.some(({ objects }) =>
        objects?.some(({ objectId }) => objectId && keys.has(crmKey(String(objectId)))),
      ),
    );
}

/** Salesforce writes one ID with 15 characters or, with a checksum for letter case, with 18. */
function crmKey(id: string): string {
  return /^[a-z\d]{18}$/i.test(id) ? id.slice(0, 15) : id;
}

function byWords(words: readonly string[]): Test {
  return ({ metaData, content }) =>
    [lower(metaData.title), lower(content?.brief)].some((text) =>
      words.every((word) => text.includes(word)),
    );
}

function byMarks(
  wanted: readonly string[],
  marksOf: (call: ExtensiveCall) => readonly Mark[] | null | undefined,
): Test {
  const names = new Set(wanted.map((text) => lower(text).trim()));
  return (call) =>
    marksOf(call)?.some(({ id, name }) => names.has(lower(id)) || names.has(lower(name))) ?? false;
}

function byMetaData(criteria: Criteria): Test {
  const { minDuration = 0, maxDuration = Number.POSITIVE_INFINITY, privacy = "any" } = criteria;
  const [direction, scope] = [lower(criteria.direction), lower(criteria.scope)];
  return ({ metaData }) => {
    const duration = metaData.duration ?? 0;
    return (
      (!direction || lower(metaData.direction) === direction) &&
      (!scope || lower(metaData.scope) === scope) &&
      duration >= minDuration &&
      duration <= maxDuration &&
      (privacy === "any" || (metaData.isPrivate ?? false) === (privacy === "private"))
    );
  };
}

/** IDs may be numbers (G17). */
function lower(text: string | number | null | undefined): string {
  return String(text ?? "").toLowerCase();
}
