import type { FastifyInstance } from "fastify";
import type { Question, Scorecard, Tracker } from "../company/types";
import { numeric } from "../json";
import { id, noQuery, object } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, demandWorkspace, typed } from "./api";

/** `GET /v2/settings/trackers` and `GET /v2/settings/scorecards`; neither is paged. */
export function registerSettings(app: FastifyInstance, state: SandboxState): void {
  typed(app).get(
    "/v2/settings/trackers",
    {
      schema: { querystring: object({ workspaceId: id }) },
      config: { scope: "api:settings:trackers:read" },
    },
    async ({ query: { workspaceId } }) => {
      if (workspaceId !== undefined) demandWorkspace(state, workspaceId);
      const trackers = state.company.trackers.filter(
        (tracker) => workspaceId === undefined || tracker.workspaceId === workspaceId,
      );
      return answer(state, { keywordTrackers: trackers.map(renderTracker) });
    },
  );

  typed(app).get(
    "/v2/settings/scorecards",
    { schema: { querystring: noQuery }, config: { scope: "api:settings:scorecards:read" } },
    async () => answer(state, { scorecards: state.company.scorecards.map(renderScorecard) }),
  );
}

function renderTracker({ keywords, ...tracker }: Tracker) {
  return {
    ...tracker,
    languageKeywords: [{ language: "eng", keywords, includeRelatedForms: true }],
    partOfQuestion: false,
    saidAt: "Anytime",
    saidAtInterval: null,
    saidAtUnit: null,
    saidInTopics: [],
    filterQuery: '{"type":"And","filters":[]}',
    updaterUserId: tracker.creatorUserId,
  };
}

/** Gong's description writes every id of a scorecard as a 64-bit number (G17). */
function renderScorecard(scorecard: Scorecard) {
  return {
    ...scorecard,
    scorecardId: numeric(scorecard.scorecardId),
    workspaceId: numeric(scorecard.workspaceId),
    updaterUserId: numeric(scorecard.updaterUserId),
    questions: scorecard.questions.map(renderQuestion),
  };
}

function renderQuestion(question: Question) {
  const isRange = question.questionType === "RANGE";
  return {
    ...question,
    questionId: numeric(question.questionId),
    questionRevisionId: numeric(question.questionRevisionId),
    answerGuide: "",
    minRange: isRange ? 1 : null,
    maxRange: isRange ? 5 : null,
    answerOptions: null,
  };
}
