/** A scorecard for example payloads. */
export const exampleScorecard = {
  scorecardId: "6843152929075440037",
  scorecardName: "Discovery",
  workspaceId: "623457276584334",
  enabled: true,
  updaterUserId: "563515258458745",
  created: "2025-09-01T08:30:00Z",
  updated: "2026-01-12T10:00:00Z",
  reviewMethod: "MANUAL",
  questions: [
    {
      questionId: "2222317216437955203",
      questionText: "Were the right questions asked?",
      questionType: "RANGE",
      isOverall: true,
      minRange: "1",
      maxRange: "5",
      answerGuide: null,
    },
  ],
};

/** A tracker for example payloads. */
export const exampleTracker = {
  trackerId: "6840000929075400007",
  trackerName: "Competitors",
  workspaceId: "623457276584334",
  languageKeywords: [
    { language: "en-US", keywords: ["competitor", "alternative"], includeRelatedForms: true },
  ],
  affiliation: "Anyone",
  partOfQuestion: false,
  saidAt: "Anytime",
  saidAtInterval: null,
  saidAtUnit: null,
  saidInTopics: [],
  filterQuery: "{}",
  created: "2025-09-01T08:30:00Z",
  creatorUserId: null,
  updated: "2026-01-12T10:00:00Z",
  updaterUserId: null,
};

/** The settings of an AI brief for example payloads. */
export const exampleBrief = {
  briefId: "4381927302846105517",
  briefName: "Account handover",
  workspaceId: "623457276584334",
  description: "What the next owner of an account must know.",
  status: "Published",
  creator: "Ada Quill",
  creatorUserId: "234599484848423",
  created: "2025-09-01T08:30:00Z",
  updated: "2026-01-12T10:00:00Z",
};

/** An outcome of calls for example payloads. */
export const exampleOutcome = {
  callOutcome: "Meeting booked",
  displayOrder: 1,
  connectStatus: "CONNECTED",
  sentiment: "POSITIVE",
  todoAction: "COMPLETE",
  automation: null,
  category: "ANSWERED",
};
