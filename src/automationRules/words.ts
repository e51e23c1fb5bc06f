import type { FieldName } from "./fields";

/** What the form calls each field, and what to enter there. */
export const fieldWords: Readonly<Record<FieldName, readonly [label: string, comments: string]>> = {
  title: ["Title", "Words of the call's title. Letter case does not matter."],
  direction: ["Direction", "Web conferences are Conference."],
  scope: ["Scope", "Internal if all participants are from your company."],
  duration: ["Duration", "Length of the call in seconds."],
  language: ["Language", "ISO 639-2B codes, such as eng or ger."],
  workspace: ["Workspace", "Workspace IDs."],
  host: ["Host", "User IDs or email addresses of hosts."],
  participantEmail: ["Participant's email address", "Whole addresses, of colleagues too."],
  participantDomain: ["Participant's domain", "What follows the @. Subdomains are separate."],
  account: ["CRM account", "IDs or names of accounts in the CRM."],
  opportunity: ["CRM opportunity", "IDs or names of opportunities in the CRM."],
  tracker: ["Tracker", "IDs or names of trackers that came up in the call."],
  topic: ["Topic", "Names of topics that were spoken about."],
  private: ["Private", "Whether the call is private."],
};

/** All values of the fields that have only a few. */
export const fieldValues: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  direction: ["Inbound", "Outbound", "Conference", "Unknown"],
  scope: ["Internal", "External", "Unknown"],
};
