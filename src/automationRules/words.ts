import type { FieldName } from "./fields";
import type { Operator } from "./operators";

/** What the form calls each field, and what to enter there. */
export const fieldWords: Readonly<Record<FieldName, readonly [label: string, comments: string]>> = {
  title: ["Title", "Words of the call's title, in any letter case."],
  direction: ["Direction", "Conference stands for web conferences."],
  scope: ["Scope", "Internal when all participants belong to the company."],
  duration: ["Duration", "Length of the call in seconds."],
  language: ["Language", "Codes as in ISO 639-2B, such as eng or ger."],
  workspace: ["Workspace", "Workspace IDs."],
  host: ["Host", "User IDs or email addresses of hosts."],
  participantEmail: ["Participant's email address", "Whole addresses. Colleagues count too."],
  participantDomain: ["Participant's domain", "What follows the @. Subdomains are separate."],
  account: ["CRM account", "IDs or names of accounts in the CRM."],
  opportunity: ["CRM opportunity", "IDs or names of opportunities in the CRM."],
  tracker: ["Tracker", "IDs or names. A tracker counts when its words came up in the call."],
  topic: ["Topic", "Names. A topic counts when time was spent on it."],
  private: ["Private", "Whether the call is private."],
};

/** What the form calls each operator. */
export const operatorWords: Readonly<Record<Operator, string>> = {
  ...{ contains: "contains", doesNotContain: "does not contain", is: "is", isNot: "is not" },
  ...{ startsWith: "starts with", endsWith: "ends with" },
  ...{ isOneOf: "is one of", isNoneOf: "is none of" },
  ...{ atLeast: "is at least", atMost: "is at most" },
  ...{ exists: "is linked to the call", doesNotExist: "is not linked to the call" },
  ...{ isTrue: "yes", isFalse: "no" },
};

/** All values of the fields that have only a few. */
export const fieldValues: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  direction: ["Inbound", "Outbound", "Conference", "Unknown"],
  scope: ["Internal", "External", "Unknown"],
};
