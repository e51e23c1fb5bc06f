import type { Instant } from "../time";
import type { User } from "./types";

/** The five logs that Gong keeps. */
export type LogType =
  | "AccessLog"
  | "UserActivityLog"
  | "UserCallPlay"
  | "ExternallySharedCallAccess"
  | "ExternallySharedCallPlay";

/** Something that happened in Gong. */
export interface LogEntry {
  /** Never answered: Gong's log entries have no id, pages need an order. */
  sequence: string;
  logType: LogType;
  eventTime: string;
  user: User | null;
  impersonator: User | null;
  logRecord: Record<string, unknown>;
}

/** An email that Gong imported, without its text. */
export interface EmailMessage {
  id: string;
  from: string;
  to: string;
  sentTime: string;
  mailbox: string;
  messageHash: string;
}

/** A meeting made through the API or planned by a user. */
export interface Meeting {
  id: string;
  organizerEmail: string;
  startTime: string;
  endTime: string;
  title: string | null;
  inviteeEmails: string[];
  externalId: string | null;
}

/** What a person did with a document, as another system reported it. */
export interface EngagementEvent {
  eventType: "contentShared" | "contentViewed" | "customEvent" | "digitalInteraction";
  reportingSystem: string;
  eventId: string | null;
  timestamp: string;
  contentId: string | null;
  contentUrl: string | null;
  eventName: string | null;
  emailAddresses: string[];
  /** The request's body as it came. */
  body: Record<string, unknown>;
}

/** A trace of each erasure, for tests that count them. */
export interface Erasure {
  kind: "emailAddress" | "phoneNumber";
  value: string;
  at: Instant;
  removedCalls: number;
}

/** A public folder of the library. */
export interface Folder {
  id: string;
  workspaceId: string;
  name: string;
  /** The text "null" for a folder at the root (G17). */
  parentFolderId: string;
  createdBy: string;
  updated: string;
  calls: FolderCall[];
}

/** A call, or a snippet of one, that a user put into a folder. */
export interface FolderCall {
  callId: string;
  note: string | null;
  addedBy: string;
  created: string;
  snippet: { fromSec: number; toSec: number } | null;
}
