import { createRandom } from "../random";
import type { Instant } from "../time";
import { createCalls } from "./calls";
import { createEmails, createMeetings } from "./correspondence";
import { createContacts } from "./customers";
import { known } from "./known";
import { createFolders } from "./library";
import { createLogs } from "./logs";
import { createUsers, nameMaker, phoneMaker } from "./people";
import {
  createAnsweredScorecards,
  createBriefs,
  createScorecards,
  createTrackers,
} from "./reviews";
import type { Company, Workspace } from "./types";

/** What decides how a company turns out. */
export interface CompanyOptions {
  seed: number;
  callCount: number;
  /** The instant that all ages count from. */
  now: Instant;
}

/** Makes up Harbourline, a seller of dock scheduling. Same options, same company. */
export function createCompany({ seed, callCount, now }: CompanyOptions): Company {
  const random = createRandom(seed);
  const newName = nameMaker(random.fork("names"));
  const newPhone = phoneMaker(random.fork("phones"));

  const users = createUsers(random.fork("users"), newName, newPhone, now);
  const [sales, success] = known.workspaces;
  const workspaces: Workspace[] = [
    { id: sales, name: "Sales", description: "New business, North America and Europe" },
    { id: success, name: "Customer Success", description: "Onboarding, renewals and support" },
  ];
  const contacts = createContacts(random.fork("contacts"), newName, newPhone, now);
  const people = { users, workspaces, contacts };
  const calls = createCalls(random.fork("calls"), people, callCount, now);
  const scorecards = createScorecards(random.fork("scorecards"), people, now);

  return {
    timeZone: "America/New_York",
    ...people,
    calls,
    folders: createFolders(random.fork("folders"), { ...people, calls }, now),
    trackers: createTrackers(random.fork("trackers"), people, now),
    scorecards,
    answeredScorecards: createAnsweredScorecards(
      random.fork("reviews"),
      { users, calls, scorecards },
      now,
    ),
    briefs: createBriefs(random.fork("briefs"), people, now),
    logs: createLogs(random.fork("logs"), { users, calls, contacts }, now),
    emails: createEmails(random.fork("emails"), people, now),
    meetings: createMeetings(random.fork("meetings"), people, now),
    engagementEvents: [],
    erasures: [],
  };
}
