import type { Instant } from "../time";
import type { EmailMessage, EngagementEvent, Erasure, Folder, LogEntry, Meeting } from "./records";
import type { TopicName } from "./scripts";

/** A member of the selling company. Everything but `avatar` is what Gong answers. */
export interface User {
  id: string;
  emailAddress: string;
  created: string;
  active: boolean;
  emailAliases: string[];
  trustedEmailAddress: string | null;
  firstName: string;
  lastName: string;
  title: string | null;
  phoneNumber: string | null;
  extension: string | null;
  personalMeetingUrls: string[];
  settings: {
    webConferencesRecorded: boolean;
    preventWebConferenceRecording: boolean;
    telephonyCallsImported: boolean;
    emailsImported: boolean;
    preventEmailImport: boolean;
    nonRecordedMeetingsImported: boolean;
    gongConnectEnabled: boolean;
  };
  managerId: string | null;
  meetingConsentPageUrl: string | null;
  /** Null for every user that has been seen, whatever the description says (G47). */
  conferencingProviders: null;
  spokenLanguages: { language: string; primary: boolean }[];
  /** A Gong employee's stand-in, listed only on request. */
  avatar: boolean;
}

/** A part of the company with its own calls, folders, trackers and scorecards. */
export interface Workspace {
  id: string;
  name: string;
  description: string;
}

/** A lead or contact as the CRM knows them. */
export interface Contact {
  id: string;
  objectType: "Lead" | "Contact";
  externalId: string;
  name: string;
  title: string;
  emailAddress: string;
  phoneNumber: string;
  account: Account;
}

/** A customer's company with the deal that is open with it. */
export interface Account {
  externalId: string;
  name: string;
  domain: string;
  industry: string;
  website: string;
  opportunity: {
    externalId: string;
    name: string;
    amount: number;
    /** Stage and probability at the time of a call, and now. */
    atCall: { stage: string; probability: number };
    now: { stage: string; probability: number };
    closeDate: string;
  };
}

/** A person who took part in a call or was invited to it. */
export interface Party {
  id: string;
  emailAddress: string | null;
  name: string | null;
  title: string | null;
  userId: string | null;
  /** Null for someone who was invited but did not speak (G22). */
  speakerId: string | null;
  affiliation: "Internal" | "External" | "Unknown";
  phoneNumber: string | null;
  methods: ("Invitee" | "Attendee")[];
  /** The lead or contact behind an external party. */
  contact?: Contact;
}

/** A public remark on a passage of a call. */
export interface Comment {
  id: string;
  audioStartTime: number;
  audioEndTime: number;
  commenterUserId: string;
  comment: string;
  posted: string;
  inReplyTo: string | null;
  duringCall: boolean;
}

/** Who called whom. */
export type Direction = "Inbound" | "Outbound" | "Conference" | "Unknown";

/** A call with all that Gong knows of it, except what was said: that follows from the call itself. */
export interface Call {
  id: string;
  title: string;
  /** As Gong answers it, with an offset and 0 to 6 fraction digits (G20); `startedAt` is its instant. */
  started: string;
  startedAt: Instant;
  /** When a web conference was planned for; `GET /v2/calls` filters by it (G18). */
  scheduled: string | null;
  /** From when on Gong shows the call (G19); null: never. */
  visibleAt: Instant | null;
  /** Seconds (G22). */
  duration: number;
  primaryUserId: string;
  direction: Direction;
  system: string;
  scope: "Internal" | "External" | "Unknown";
  media: "Video" | "Audio";
  language: string;
  workspaceId: string;
  sdrDisposition: string | null;
  clientUniqueId: string | null;
  customData: string | null;
  purpose: string | null;
  meetingUrl: string | null;
  isPrivate: boolean;
  calendarEventId: string | null;
  /** Absent for some calls (G22). */
  parties?: Party[];
  account?: Account;
  /** From when on its transcript is there: with the call when absent, never when null. */
  transcriptAt?: Instant | null;
  /** Speakers of the transcript who are none of the parties. */
  unknownSpeakers?: string[];
  /** What the conversation is mostly about. */
  topic: TopicName;
  comments: Comment[];
  /** For a call posted through the API: where its media comes from. */
  mediaSource: "recorded" | "upload" | "url" | "none";
}

/** Words that Gong listens for. */
export interface Tracker {
  trackerId: string;
  trackerName: string;
  workspaceId: string;
  keywords: string[];
  affiliation: "Anyone" | "Company" | "NonCompany";
  created: string;
  creatorUserId: string | null;
  updated: string;
}

/** A question of a scorecard. */
export interface Question {
  questionId: string;
  questionRevisionId: string;
  questionText: string;
  isOverall: boolean;
  /** HTML at times (G48). */
  answerGuide: string;
  questionType: "RANGE" | "BOOLEAN" | "OPEN";
}

/** By AI or by a person. */
export type ReviewMethod = "AUTOMATIC" | "MANUAL";

/** A form for reviewing calls. */
export interface Scorecard {
  scorecardId: string;
  scorecardName: string;
  workspaceId: string;
  enabled: boolean;
  /** "-1" for a built-in one (G48). */
  updaterUserId: string;
  created: string;
  updated: string;
  reviewMethod: ReviewMethod;
  questions: Question[];
}

/** A brief that AI writes on demand. */
export interface Brief {
  briefId: string;
  briefName: string;
  workspaceId: string;
  description: string;
  status: "Published" | "Not published";
  creator: string;
  creatorUserId: string;
  created: string;
  updated: string;
}

/** A review of one call. */
export interface AnsweredScorecard {
  answeredScorecardId: string;
  scorecardId: string;
  scorecardName: string;
  callId: string;
  callStartTime: string;
  reviewedUserId: string;
  /** Null for a review by AI. */
  reviewerUserId: string | null;
  reviewMethod: ReviewMethod;
  editorUserId: string | null;
  reviewTime: string;
  visibilityType: "PUBLIC" | "PRIVATE" | "OPT_IN_USERS" | "MANAGERS" | "MANAGERS_AND_REVIEWEE";
  answers: {
    questionId: string;
    questionRevisionId: string;
    isOverall: boolean;
    score: number | null;
    answerText: string | null;
    notApplicable: boolean;
    selectedOptions: string[] | null;
  }[];
}

/** Everything that a sandbox holds. Tests may read it and, with care, change it. */
export interface Company {
  /** Where the company's days begin and end (G21). */
  timeZone: string;
  users: User[];
  workspaces: Workspace[];
  contacts: Contact[];
  calls: Call[];
  folders: Folder[];
  trackers: Tracker[];
  scorecards: Scorecard[];
  answeredScorecards: AnsweredScorecard[];
  briefs: Brief[];
  logs: LogEntry[];
  emails: EmailMessage[];
  meetings: Meeting[];
  engagementEvents: EngagementEvent[];
  erasures: Erasure[];
}
