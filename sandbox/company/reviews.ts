import type { Random } from "../random";
import { day, formatInstant, hour, type Instant } from "../time";
import { known } from "./known";
import type {
  AnsweredScorecard,
  Brief,
  Call,
  Company,
  Question,
  Scorecard,
  Tracker,
} from "./types";

type Staff = Pick<Company, "users" | "workspaces">;

/** Keyword trackers of each workspace. */
export function createTrackers(
  random: Random,
  { users, workspaces }: Staff,
  now: Instant,
): Tracker[] {
  const kinds: Pick<Tracker, "trackerName" | "keywords" | "affiliation">[] = [
    {
      trackerName: "Competitors",
      keywords: ["Gatewise", "YardPilot", "Dockmaster", "SlotHero"],
      affiliation: "NonCompany",
    },
    {
      trackerName: "Pricing",
      keywords: ["discount", "budget", "price", "payment terms"],
      affiliation: "Anyone",
    },
    {
      trackerName: "Next steps",
      keywords: ["next step", "follow-up", "summary"],
      affiliation: "Company",
    },
    {
      trackerName: "Churn risk",
      keywords: ["cancel", "cut costs", "outage"],
      affiliation: "NonCompany",
    },
  ];
  return workspaces.flatMap(({ id }, index) =>
    kinds.map((kind, place) => ({
      ...kind,
      trackerId: index === 0 ? known.trackers + String(7 + place).padStart(2, "0") : random.id(),
      workspaceId: id,
      created: formatInstant(now - random.int(300, 700) * day, { fractionDigits: 6 }),
      creatorUserId: random.pick([users[0]?.id ?? null, null]),
      updated: formatInstant(now - random.int(1, 200) * day, { fractionDigits: 3 }),
    })),
  );
}

/** Scorecards that people fill in, and one in each workspace that AI fills in (G32). */
export function createScorecards(
  random: Random,
  { users, workspaces }: Staff,
  now: Instant,
): Scorecard[] {
  const kinds: Pick<Scorecard, "scorecardName" | "reviewMethod" | "enabled">[] = [
    { scorecardName: "Discovery call scorecard", reviewMethod: "MANUAL", enabled: true },
    { scorecardName: "SDR call scorecard", reviewMethod: "MANUAL", enabled: true },
    { scorecardName: "Call hygiene (AI)", reviewMethod: "AUTOMATIC", enabled: true },
    { scorecardName: "Demo scorecard 2023", reviewMethod: "MANUAL", enabled: false },
  ];
  return workspaces.flatMap(({ id }, index) =>
    kinds.map((kind, place) => ({
      ...kind,
      scorecardId: index === 0 && place === 0 ? known.scorecard : random.id(),
      workspaceId: id,
      // Built-in ones were changed by no user (G48).
      updaterUserId: kind.reviewMethod === "AUTOMATIC" ? "-1" : (users[1]?.id ?? ""),
      created: formatInstant(now - random.int(300, 500) * day, { fractionDigits: 3 }),
      updated: formatInstant(now - random.int(1, 250) * day, { offsetMinutes: -300 }),
      questions: createQuestions(random),
    })),
  );
}

function createQuestions(random: Random): Question[] {
  const texts: [text: string, type: Question["questionType"], overall?: boolean][] = [
    ["How do you rate the call overall?", "RANGE", true],
    ["Did the rep agree on an agenda?", "BOOLEAN"],
    ["Were next steps with a date agreed?", "BOOLEAN"],
    ["What should the rep try next time?", "OPEN"],
  ];
  return texts.map(([questionText, questionType, isOverall = false]) => ({
    questionId: random.id(),
    questionRevisionId: random.id(),
    questionText,
    isOverall,
    questionType,
    answerGuide: isOverall ? "<p>Think of the <b>whole</b> call.</p>" : "",
  }));
}

/** AI briefs of each workspace, one of them not published yet. */
export function createBriefs(random: Random, { users, workspaces }: Staff, now: Instant): Brief[] {
  const kinds: Pick<Brief, "briefName" | "description" | "status">[] = [
    {
      briefName: "Account handover",
      description: "What the next owner of an account must know",
      status: "Published",
    },
    {
      briefName: "Deal review",
      description: "Where a deal stands, and what is in its way",
      status: "Published",
    },
    { briefName: "Renewal risk", description: "Signs of churn", status: "Not published" },
  ];
  const creator = users.find(({ id }) => id === known.manager.id);
  return workspaces.flatMap(({ id }, index) =>
    kinds.map((kind, place) => ({
      ...kind,
      briefId: index === 0 && place === 0 ? known.brief : random.id(),
      workspaceId: id,
      creator: `${creator?.firstName} ${creator?.lastName}`,
      creatorUserId: creator?.id ?? "",
      created: formatInstant(now - random.int(100, 300) * day, { offsetMinutes: -480 }),
      updated: formatInstant(now - random.int(1, 90) * day, { offsetMinutes: -480 }),
    })),
  );
}

/** Reviews of about every third call, by people and by AI. */
export function createAnsweredScorecards(
  random: Random,
  { users, calls, scorecards }: Pick<Company, "users" | "calls" | "scorecards">,
  now: Instant,
): AnsweredScorecard[] {
  const reviewers = users.filter(({ title }) => title?.includes("Director"));
  return calls.flatMap((call) => {
    if (!random.chance(0.35)) return [];
    const scorecard = random.pick(
      scorecards.filter(({ workspaceId, enabled }) => workspaceId === call.workspaceId && enabled),
    );
    const reviewer = scorecard.reviewMethod === "MANUAL" ? random.pick(reviewers) : null;
    return [answerScorecard(random, scorecard, call, reviewer?.id ?? null, now)];
  });
}

function answerScorecard(
  random: Random,
  scorecard: Scorecard,
  call: Call,
  reviewerUserId: string | null,
  now: Instant,
): AnsweredScorecard {
  const reviewedAt = Math.min(now, call.startedAt + random.int(5, 72) * hour);
  return {
    answeredScorecardId: random.id(),
    scorecardId: scorecard.scorecardId,
    scorecardName: scorecard.scorecardName,
    callId: call.id,
    callStartTime: call.started,
    reviewedUserId: call.primaryUserId,
    reviewerUserId,
    reviewMethod: scorecard.reviewMethod,
    editorUserId: null,
    reviewTime: formatInstant(reviewedAt, { fractionDigits: random.int(0, 6) }),
    visibilityType: random.pick(["PUBLIC", "MANAGERS", "MANAGERS_AND_REVIEWEE"]),
    answers: scorecard.questions.map((question) => answerQuestion(random, question)),
  };
}

const advice = [
  "Ask one more question before showing the product.",
  "Slow down when the price comes up.",
  "Name the next step together with a date.",
];

function answerQuestion(random: Random, question: Question): AnsweredScorecard["answers"][number] {
  const { questionId, questionRevisionId, isOverall, questionType } = question;
  const notApplicable = !isOverall && random.chance(0.1);
  const score = questionType === "RANGE" ? random.int(1, 5) : random.int(0, 1);
  return {
    questionId,
    questionRevisionId,
    isOverall,
    score: notApplicable || questionType === "OPEN" ? null : score,
    answerText: notApplicable || questionType !== "OPEN" ? null : random.pick(advice),
    notApplicable,
    selectedOptions: null,
  };
}
