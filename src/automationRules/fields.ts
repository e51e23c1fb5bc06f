import { type CallEvent, factsOf, type Loose, loose, looseList } from "./event";
import type { Operator, Value } from "./operators";

/** A field of events that conditions can look at. */
export interface RuleField {
  /** How the form calls it. */
  readonly label: string;
  /** What is entered, in a sentence. */
  readonly comments: string;
  /** The operators that fit it, with the words that the form has for them. */
  readonly operators: Readonly<Partial<Record<Operator, string>>>;
  /** All values where there are only a few. */
  readonly values?: readonly string[];
  /** Whether the form asks for one text instead of a list. */
  readonly single?: boolean;
  /** Everything that the event has in this field; nothing where Gong left it out (G11, G22). */
  read(event: CallEvent): readonly Value[];
}

const membership = { isOneOf: "is one of", isNoneOf: "is none of" };
const crmOperators = {
  isOneOf: "is one of",
  isNoneOf: "is none of",
  contains: "has an id or name that contains",
  exists: "is linked to the call",
  doesNotExist: "is not linked to the call",
};

/** Every field, under the name that rules give it. Texts are compared without letter case. */
export const ruleFields = {
  title: {
    label: "Title",
    comments: "Words of the call's title, in any letter case.",
    operators: {
      contains: "contains",
      doesNotContain: "does not contain",
      is: "is",
      isNot: "is not",
      startsWith: "starts with",
      endsWith: "ends with",
    },
    single: true,
    read: ({ callData }) => texts(callData.metaData.title),
  },
  direction: {
    label: "Direction",
    comments: "Conference stands for web conferences.",
    operators: membership,
    values: ["Inbound", "Outbound", "Conference", "Unknown"],
    read: ({ callData }) => texts(callData.metaData.direction),
  },
  scope: {
    label: "Scope",
    comments: "Internal when everybody on the call is from the company.",
    operators: membership,
    values: ["Internal", "External", "Unknown"],
    read: ({ callData }) => texts(callData.metaData.scope),
  },
  duration: {
    label: "Duration",
    comments: "Length of the call in seconds.",
    operators: { atLeast: "is at least", atMost: "is at most" },
    read: ({ callData: { metaData } }) =>
      typeof metaData.duration === "number" ? [metaData.duration] : [],
  },
  language: {
    label: "Language",
    comments: "Codes as in ISO 639-2B, such as eng or ger.",
    operators: membership,
    read: ({ callData }) => texts(callData.metaData.language),
  },
  workspace: {
    label: "Workspace",
    comments: "Ids of workspaces.",
    operators: membership,
    read: ({ callData }) => texts(callData.metaData.workspaceId),
  },
  host: {
    label: "Host",
    comments: "User ids or e-mail addresses of hosts.",
    operators: membership,
    read: ({ callData: { metaData, parties } }) => {
      const host = metaData.primaryUserId;
      const own = looseList(parties).filter(({ userId }) => userId === host);
      return texts(host, ...own.map(({ emailAddress }) => emailAddress));
    },
  },
  participantEmail: {
    label: "Participant's e-mail address",
    comments: "Whole e-mail addresses; the company's own people are participants too.",
    operators: membership,
    read: (event) => emailAddresses(event),
  },
  participantDomain: {
    label: "Participant's domain",
    comments: "What stands behind the @ of e-mail addresses; subdomains count as others.",
    operators: membership,
    read: (event) => emailAddresses(event).map((address) => address.replace(/^.*@/s, "")),
  },
  account: {
    label: "CRM account",
    comments: "Ids or names of accounts in the CRM.",
    operators: crmOperators,
    read: (event) => crmObjects(event, "Account"),
  },
  opportunity: {
    label: "CRM opportunity",
    comments: "Ids or names of opportunities in the CRM.",
    operators: crmOperators,
    read: (event) => crmObjects(event, "Opportunity"),
  },
  tracker: {
    label: "Tracker",
    comments: "Ids or names of trackers; one counts when its words came up in the call.",
    operators: { isOneOf: "came up, one of", isNoneOf: "came up, none of" },
    read: ({ callData: { content } }) =>
      looseList(loose(content).trackers)
        .filter(({ count }) => count !== 0)
        .flatMap(({ id, name }) => texts(id, name)),
  },
  topic: {
    label: "Topic",
    comments: "Names of topics; one counts when time was spent on it.",
    operators: { isOneOf: "was discussed, one of", isNoneOf: "was discussed, none of" },
    read: ({ callData: { content } }) =>
      looseList(loose(content).topics)
        .filter(({ duration }) => duration !== 0)
        .flatMap(({ name }) => texts(name)),
  },
  private: {
    label: "Private",
    comments: "Whether the call is private.",
    operators: { isTrue: "yes", isFalse: "no" },
    read: (event) => [factsOf(event).isPrivate],
  },
} as const satisfies Record<string, RuleField>;

/** Name of a field. */
export type FieldName = keyof typeof ruleFields;

/** How texts are compared: without letter case, and characters that look the same are the same. */
export function comparable<V extends Value>(value: V): Value {
  return typeof value === "string" ? value.normalize("NFC").toLowerCase() : value;
}

/** The texts among values; Gong writes ids as text, and whatever is missing as null (G17). */
function texts(...values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string");
}

function emailAddresses({ callData: { parties } }: CallEvent): string[] {
  return looseList(parties).flatMap(({ emailAddress }) => texts(emailAddress));
}

/** Id and name of each linked object of a type; names stand among its fields (G44). */
function crmObjects({ callData: { context } }: CallEvent, type: string): string[] {
  const objects = looseList(context).flatMap((system) => looseList(system.objects));
  return objects
    .filter(({ objectType }) => objectType === type)
    .flatMap((object) => texts(object.objectId, nameOf(object)));
}

function nameOf({ fields }: Loose): unknown {
  return looseList(fields).find(({ name }) => name === "Name")?.value;
}
