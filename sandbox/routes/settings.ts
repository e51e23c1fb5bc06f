import type { FastifyInstance } from "fastify";
import { callOutcomes } from "../company/outcomes";
import type { Scorecard, Tracker } from "../company/types";
import { id, noQuery, object } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, demandWorkspace, typed } from "./api";

const workspaceQuery = object({ workspaceId: id });

/** `GET /v2/settings/trackers`, `…/scorecards` and `…/briefs`, and `GET /v2/call-outcomes`: none is paged. */
export function registerSettings(app: FastifyInstance, state: SandboxState): void {
  const server = typed(app);
  server.get(
    "/v2/settings/trackers",
    {
      schema: { querystring: workspaceQuery },
      config: { scope: "api:settings:trackers:read" },
    },
    async ({ query }) => {
      const trackers = ofWorkspace(state, state.company.trackers, query.workspaceId);
      return answer(state, { keywordTrackers: trackers.map(renderTracker) });
    },
  );
  server.get(
    "/v2/settings/briefs",
    { schema: { querystring: workspaceQuery }, config: { scope: "api:ai-briefer:read" } },
    async ({ query }) =>
      answer(state, { briefs: ofWorkspace(state, state.company.briefs, query.workspaceId) }),
  );
  server.get(
    "/v2/settings/scorecards",
    { schema: { querystring: noQuery }, config: { scope: "api:settings:scorecards:read" } },
    async () => answer(state, { scorecards: state.company.scorecards.map(renderScorecard) }),
  );
  server.get(
    "/v2/call-outcomes",
    { schema: { querystring: noQuery }, config: { scope: "api:call-outcomes:read" } },
    async () => answer(state, { outcomes: callOutcomes() }),
  );
}

/** What belongs to a workspace, or everything without one. */
function ofWorkspace<T extends { workspaceId: string }>(
  state: SandboxState,
  list: readonly T[],
  workspaceId: string | undefined,
): readonly T[] {
  if (workspaceId === undefined) return list;
  demandWorkspace(state, workspaceId);
  return list.filter((each) => each.workspaceId === workspaceId);
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

function renderScorecard(scorecard: Scorecard) {
  const { created, updated, updaterUserId } = scorecard;
  return {
    ...scorecard,
    questions: scorecard.questions.map((question) => ({
      ...question,
      // Text, whatever the description says (G48).
      minRange: question.questionType === "RANGE" ? "1" : null,
      maxRange: question.questionType === "RANGE" ? "5" : null,
      answerOptions: null,
      updaterUserId,
      created,
      updated,
    })),
  };
}
