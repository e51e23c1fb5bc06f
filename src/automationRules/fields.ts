import { type CallEvent, factsOf, type Loose, loose, looseList } from "./event";
import type { Operator, Value } from "./operators";

/** Everything that an event has in a field; nothing where Gong left it out (G11, G22). */
type Read = (event: CallEvent) => readonly Value[];

const isOneOf = ["isOneOf", "isNoneOf"] as const;
const isText = ["contains", "doesNotContain", "is", "isNot", "startsWith", "endsWith"] as const;
const isLinked = [...isOneOf, "contains", "exists", "doesNotExist"] as const;

/** Every field of events by its name in rules, with the operators that fit it. */
export const ruleFields = {
  title: { operators: isText, read: metaData("title") },
  direction: { operators: isOneOf, read: metaData("direction") },
  scope: { operators: isOneOf, read: metaData("scope") },
  duration: { operators: ["atLeast", "atMost"], read: durationOf },
  language: { operators: isOneOf, read: metaData("language") },
  workspace: { operators: isOneOf, read: metaData("workspaceId") },
  host: { operators: isOneOf, read: hostOf },
  participantEmail: { operators: isOneOf, read: addressesOf },
  participantDomain: { operators: isOneOf, read: domainsOf },
  account: { operators: isLinked, read: crmObjects("Account") },
  opportunity: { operators: isLinked, read: crmObjects("Opportunity") },
  tracker: { operators: isOneOf, read: marks("trackers", "count") },
  topic: { operators: isOneOf, read: marks("topics", "duration") },
  private: { operators: ["isTrue", "isFalse"], read: (event) => [factsOf(event).isPrivate] },
} as const satisfies Record<string, { operators: readonly Operator[]; read: Read }>;

/** Name of a field. */
export type FieldName = keyof typeof ruleFields;

/** All of them, in the order that forms and errors show. */
export const fieldNames = Object.keys(ruleFields) as FieldName[];

/** How values are compared: without letter case, and characters that look the same are the same. */
export function comparable(value: Value): Value {
  return typeof value === "string" ? value.normalize("NFC").toLowerCase() : value;
}

/** The texts among values; Gong writes IDs as text, and whatever is missing as null (G17, G47). */
function texts(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string");
}

function metaData(name: string): Read {
  return ({ callData }) => texts([callData.metaData[name]]);
}

function durationOf({ callData: { metaData } }: CallEvent): number[] {
  return typeof metaData.duration === "number" ? [metaData.duration] : [];
}

/** ID and email address of the host. */
function hostOf({ callData: { metaData, parties } }: CallEvent): string[] {
  const host = metaData.primaryUserId;
  const own = looseList(parties).filter(({ userId }) => userId === host);
  return texts([host, ...own.map(({ emailAddress }) => emailAddress)]);
}

function addressesOf({ callData: { parties } }: CallEvent): string[] {
  return texts(looseList(parties).map(({ emailAddress }) => emailAddress));
}

function domainsOf(event: CallEvent): string[] {
  return addressesOf(event).map((address) => address.slice(address.lastIndexOf("@") + 1));
}

/** ID and name of each linked object of a type; names stand among its fields (G44). */
function crmObjects(type: string): Read {
  const isName = ({ name }: Loose) => name === "Name";
  return ({ callData: { context } }) =>
    looseList(context)
      .flatMap(({ objects }) => looseList(objects))
      .filter(({ objectType }) => objectType === type)
      .flatMap(({ objectId, fields }) => texts([objectId, looseList(fields).find(isName)?.value]));
}

/** ID and name of each tracker whose words came up, or topic that time was spent on. */
function marks(list: "trackers" | "topics", amount: "count" | "duration"): Read {
  return ({ callData: { content } }) =>
    looseList(loose(content)[list])
      .filter((mark) => mark[amount] !== 0)
      .flatMap(({ id, name }) => texts([id, name]));
}
