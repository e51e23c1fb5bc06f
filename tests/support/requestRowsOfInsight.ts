import type { RequestRow } from "./requestTable";

const userId = "234599484848423";
const workspaceId = "623457276584334";
const days = { fromDate: "2026-03-01", toDate: "2026-04-01" };

/** The row of a statistic. */
const statsRow = (path: string, more: object = {}): RequestRow => ({
  route: `POST /v2/stats/${path}`,
  text: {
    fromDate: " 2026-03-01 ",
    toDate: "2026-04-01",
    userIds: `${userId}, ${userId}`,
    ...more,
  },
  values: {
    fromDate: new Date("2026-03-01T00:00:00Z"),
    toDate: "2026-04-01T12:00:00-07:00",
    userIds: [Number(userId)],
    ...more,
  },
  sends: { body: { filter: { ...days, userIds: [userId] }, ...more } },
  least: { ...days, ...more },
  leastSends: { body: { filter: days, ...more } },
});

/** The row of a list that a workspace may narrow down. */
const settingsRow = (path: string, inputs: object = { workspaceId }): RequestRow => ({
  route: `GET /v2/${path}`,
  text: { ...inputs },
  values: { ...inputs },
  sends: { query: inputs },
  least: {},
  leastSends: {},
});

/** A row for each action that tells what happened on calls. */
export const insightRows: Readonly<Record<string, RequestRow>> = {
  listCallsExtensive: {
    route: "POST /v2/calls/extensive",
    text: {
      callIds: "https://us-1.app.gong.io/call?account=5&id=7782342274025937895#t, 12",
      context: "both",
      parties: "true",
      brief: "true",
      keyPoints: "true",
      highlights: "true",
      topics: "false",
      speakers: "on",
      workspaceId,
    },
    values: {
      callIds: ["7782342274025937895", 12],
      workspaceId,
      contentSelector: JSON.stringify({
        context: "Extended",
        contextTiming: ["Now", "TimeOfCall"],
        exposedFields: {
          parties: true,
          content: { brief: true, keyPoints: true, highlights: true, topics: false },
          interaction: { speakers: true, personInteractionStats: true },
          collaboration: {},
        },
      }),
    },
    sends: {
      body: {
        filter: { callIds: ["7782342274025937895", "12"], workspaceId },
        contentSelector: {
          context: "Extended",
          contextTiming: ["Now", "TimeOfCall"],
          exposedFields: {
            parties: true,
            content: { brief: true, keyPoints: true, highlights: true, topics: false },
            interaction: { speakers: true, personInteractionStats: true },
            collaboration: {},
          },
        },
      },
    },
    least: { callIds: ["12"] },
    leastSends: {
      body: {
        filter: { callIds: ["12"] },
        contentSelector: {
          context: "None",
          exposedFields: { content: {}, interaction: {}, collaboration: {} },
        },
      },
    },
  },
  listAnsweredScorecards: {
    route: "POST /v2/stats/activity/scorecards",
    text: {
      callFromDate: "2026-03-01",
      reviewToDate: "2026-04-01",
      reviewMethod: "both",
      scorecardIds: "5,6",
      reviewedUserIds: userId,
    },
    values: {
      callFromDate: "2026-03-01",
      reviewToDate: "2026-04-01",
      reviewMethod: "BOTH",
      scorecardIds: [5, 6],
      reviewedUserIds: [userId],
    },
    sends: {
      body: {
        filter: {
          callFromDate: "2026-03-01",
          reviewToDate: "2026-04-01",
          reviewMethod: "BOTH",
          scorecardIds: ["5", "6"],
          reviewedUserIds: [userId],
        },
      },
    },
    least: {},
    leastSends: { body: { filter: {} } },
  },
  listInteractionStats: statsRow("interaction"),
  listMultipleUsersAggregateActivity: statsRow("activity/aggregate"),
  listMultipleUsersDayByDayActivity: statsRow("activity/day-by-day"),
  listMultipleUsersAggregateByPeriod: statsRow("activity/aggregate-by-period", {
    aggregationPeriod: "WEEK",
  }),
  listScorecards: settingsRow("settings/scorecards", {}),
  listTrackers: settingsRow("settings/trackers"),
  listBriefs: settingsRow("settings/briefs"),
  listCallOutcomes: settingsRow("call-outcomes", {}),
  getUserHistory: {
    route: `GET /v2/users/${userId}/settings-history`,
    text: { userId },
    values: { userId: Number(userId) },
    sends: {},
    least: { userId },
    leastSends: {},
  },
  listMultipleUsers: {
    route: "POST /v2/users/extensive",
    text: { userIds: userId, createdFromDateTime: "2026-03-01", includeAvatars: "true" },
    values: { userIds: [userId], createdFromDateTime: "2026-03-01", includeAvatars: true },
    sends: {
      body: {
        filter: {
          userIds: [userId],
          createdFromDateTime: "2026-03-01T00:00:00Z",
          includeAvatars: true,
        },
      },
    },
    least: {},
    leastSends: { body: { filter: {} } },
  },
  listCoachingMetrics: {
    route: "GET /v2/coaching",
    text: {
      workspaceId,
      managerId: "563515258458745",
      fromDateTime: "2026-03-01",
      toDateTime: "2026-04-01",
    },
    values: {
      workspaceId,
      managerId: 563515258458745,
      fromDateTime: new Date("2026-03-01T00:00:00Z"),
      toDateTime: "2026-04-01T00:00:00Z",
    },
    sends: {
      query: {
        "workspace-id": workspaceId,
        "manager-id": "563515258458745",
        from: expect.stringMatching(/^2026-03-01T00:00:00(\.000)?Z$/),
        to: "2026-04-01T00:00:00Z",
      },
    },
    least: { workspaceId, managerId: "5", fromDateTime: "2026-03-01", toDateTime: "2026-04-01" },
    leastSends: {
      query: {
        "workspace-id": workspaceId,
        "manager-id": "5",
        from: "2026-03-01T00:00:00Z",
        to: "2026-04-01T00:00:00Z",
      },
    },
  },
};
