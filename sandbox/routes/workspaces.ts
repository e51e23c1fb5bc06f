import type { FastifyInstance } from "fastify";
import { noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, typed } from "./api";

/** `GET /v2/workspaces`, which is not paged. */
export function registerWorkspaces(app: FastifyInstance, state: SandboxState): void {
  typed(app).get(
    "/v2/workspaces",
    { schema: { querystring: noQuery }, config: { scope: "api:workspaces:read" } },
    async () => answer(state, { workspaces: state.company.workspaces }),
  );
}
