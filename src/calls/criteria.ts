import type { ExtensiveCall, Mark, Party } from "../operations/answers";

/**
 * What a call must be like. Every criterion that is given must fit; of a list, one entry is enough.
 * Letter case does not matter.
 */
export interface Criteria {
  /** Email addresses, or domains such as `northmoor.example`, of people on the call. */
  readonly participants?: readonly string[] | undefined;
  /** Users on the call, as its host or otherwise. */
  readonly userIds?: readonly string[] | undefined;
  /** IDs of CRM records that the call or its people are linked to. */
  readonly crmObjectIds?: readonly string[] | undefined;
  /** Words that all stand in the title or all in the brief. */
  readonly words?: string | undefined;
  /** IDs or names of trackers that occurred. */
  readonly trackers?: readonly string[] | undefined;
  /** Names of topics that were spoken about. */
  readonly topics?: readonly string[] | undefined;
  /** IDs or names of call outcomes. */
  readonly outcomes?: readonly string[] | undefined;
  readonly direction?: string | undefined;
  readonly scope?: string | undefined;
  /** Seconds. */
  readonly minDuration?: number | undefined;
  /** Seconds. */
  readonly maxDuration?: number | undefined;
  readonly isPrivate?: boolean | undefined;
}

/** The fields of calls that the criteria look at, as a content selector of Gong's (G30, G52). */
export function selectorFor(criteria: Criteria): ContentSelector {
  const { participants, userIds, crmObjectIds, words, trackers, topics, outcomes } = criteria;
  return {
    ...(crmObjectIds ? { context: "Basic" } : {}),
    exposedFields: {
      ...(participants || userIds || crmObjectIds ? { parties: true } : {}),
      content: {
        ...(words ? { brief: true } : {}),
        ...(trackers ? { trackers: true } : {}),
        ...(topics ? { topics: true } : {}),
        ...(outcomes ? { callOutcome: true } : {}),
      },
    },
  };
}

type Switches = Readonly<Record<string, boolean | undefined>>;

/** Which details of calls Gong is asked for. */
export interface ContentSelector {
  readonly context?: string;
  readonly contextTiming?: readonly string[];
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
  const tests = [
    criteria.participants && byParticipants(criteria.participants),
    criteria.userIds && byUsers(new Set(criteria.userIds)),
    criteria.crmObjectIds && byCrmObjects(new Set(criteria.crmObjectIds.map(crmKey))),
    criteria.words && byWords(lower(criteria.words).split(/\s+/)),
    criteria.trackers &&
      byMarks(criteria.trackers, ({ content }) =>
        content?.trackers?.filter(({ count }) => count !== 0),
      ),
    criteria.topics &&
      byMarks(criteria.topics, ({ content }) =>
        content?.topics?.filter(({ duration }) => duration !== 0),
      ),
    criteria.outcomes &&
      byMarks(criteria.outcomes, ({ content }) =>
        content?.callOutcome ? [content.callOutcome] : [],
      ),
    byMetaData(criteria),
  ].filter((test) => typeof test === "function");
  return (call) => tests.every((test) => test(call));
}

type Test = (call: ExtensiveCall) => boolean;

function byParticipants(participants: readonly string[]): Test {
  const wanted = new Set(participants.map((text) => lower(text).trim().replace(/^@/, "")));
  const fits = ({ emailAddress }: Party) => {
    const address = lower(emailAddress);
    return wanted.has(address) || wanted.has(address.slice(address.lastIndexOf("@") + 1));
  };
  return ({ parties }) => parties?.some((party) => party.emailAddress && fits(party)) ?? false;
}

function byUsers(ids: ReadonlySet<string>): Test {
  return ({ metaData, parties }) =>
    ids.has(metaData.primaryUserId ?? "") ||
    (parties?.some(({ userId }) => userId && ids.has(userId)) ?? false);
}

function byCrmObjects(keys: ReadonlySet<string>): Test {
  return ({ context, parties }) =>
    [context, ...(parties ?? []).map((party) => party.context)].some((links) =>
      links?.some(({ objects }) =>
        objects?.some(({ objectId }) => objectId && keys.has(crmKey(objectId))),
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

function byMetaData({ direction, scope, minDuration, maxDuration, isPrivate }: Criteria): Test {
  return ({ metaData }) => {
    const duration = metaData.duration ?? 0;
    return (
      (direction === undefined || lower(metaData.direction) === lower(direction)) &&
      (scope === undefined || lower(metaData.scope) === lower(scope)) &&
      (minDuration === undefined || duration >= minDuration) &&
      (maxDuration === undefined || duration <= maxDuration) &&
      (isPrivate === undefined || (metaData.isPrivate ?? false) === isPrivate)
    );
  };
}

function lower(text: string | null | undefined): string {
  return (text ?? "").toLowerCase();
}
