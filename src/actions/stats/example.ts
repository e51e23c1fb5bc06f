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
    { name: "Longest Monologue", value: 95.2 },
    { name: "Interactivity", value: 6.1 },
  ],
};

/** A filled-in scorecard for example payloads. */
export const exampleAnsweredScorecard = {
  answeredScorecardId: "6815566082974394945",
  scorecardId: "6843152929075440037",
  scorecardName: "Discovery",
  callId: "7782342274025937895",
  callStartTime: "2026-03-01T09:00:12-07:00",
  reviewedUserId: "234599484848423",
  reviewerUserId: "563515258458745",
  reviewMethod: "MANUAL",
  reviewTime: "2026-03-02T08:15:00-07:00",
  visibilityType: "PUBLIC",
  answers: [{ questionId: "2222317216437955203", isOverall: true, score: 4, answerText: null }],
};
