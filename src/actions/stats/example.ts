const user = {
  userId: "234599484848423",
  userEmailAddress: "ada.quill@harbourline.example",
};

const counts = {
  callsAsHost: 12,
  callsAttended: 5,
  callsGaveFeedback: 2,
  callsRequestedFeedback: 1,
  callsReceivedFeedback: 3,
  ownCallsListenedTo: 4,
  othersCallsListenedTo: 7,
  callsSharedInternally: 2,
  callsSharedExternally: 1,
  callsScorecardsFilled: 3,
  callsScorecardsReceived: 2,
  callsCommentsGiven: 6,
  callsCommentsReceived: 4,
  callsMarkedAsFeedbackGiven: 2,
  callsMarkedAsFeedbackReceived: 1,
};

/** Example records of the four statistics. */
export const exampleActivity = { ...user, userAggregateActivityStats: counts };

export const examplePeriods = {
  ...user,
  userAggregateActivity: [{ ...counts, fromDate: "2026-03-02", toDate: "2026-03-09" }],
};

export const exampleDaily = {
  ...user,
  userDailyActivityStats: [
    {
      fromDate: "2026-03-02",
      toDate: "2026-03-03",
      callsAsHost: ["7782342274025937895"],
      callsAttended: [],
      ownCallsListenedTo: ["7782342274025937895"],
    },
  ],
};

export const exampleInteraction = {
  ...user,
  personInteractionStats: [
    { name: "Talk Ratio", value: 42.5 },
    { name: "Longest Monologue", value: 95.2 },
    { name: "Longest Customer Story", value: 61.4 },
    { name: "Interactivity", value: 6.1 },
    { name: "Patience", value: 0.8 },
    { name: "Question Rate", value: 14 },
  ],
};

/** A filled-in scorecard for example payloads. */
export const exampleAnsweredScorecard = {
  answeredScorecardId: "5203982740921038471",
  scorecardId: "6843152929075440037",
  scorecardName: "Discovery",
  callId: "7782342274025937895",
  callStartTime: "2026-03-01T09:00:12-07:00",
  reviewedUserId: "234599484848423",
  reviewerUserId: "563515258458745",
  reviewMethod: "MANUAL",
  reviewTime: "2026-03-02T08:15:00-07:00",
  visibilityType: "PUBLIC",
  answers: [
    {
      questionId: "8113570912344501237",
      isOverall: true,
      score: 4,
      answerText: "Good questions.",
    },
  ],
};
