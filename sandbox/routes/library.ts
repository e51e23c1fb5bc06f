import type { FastifyInstance } from "fastify";
import type { Folder } from "../company/records";
import { GongError } from "../errors";
import { id, object } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { answer, demandWorkspace, findVisibleCall, typed } from "./api";
import { callUrl } from "./calls";

/** `GET /v2/library/folders` and `GET /v2/library/folder-content`; neither is paged. */
export function registerLibrary(app: FastifyInstance, state: SandboxState): void {
  const config = { scope: "api:library:read" } as const;

  typed(app).get(
    "/v2/library/folders",
    {
      // The description calls it optional; without it Gong answers 400 (G31).
      schema: { querystring: object({ workspaceId: id }, ["workspaceId"]) },
      config,
    },
    async ({ query: { workspaceId } }) => {
      demandWorkspace(state, workspaceId);
      const folders = state.company.folders.filter((each) => each.workspaceId === workspaceId);
      return answer(state, {
        folders: folders.map(({ parentFolderId, ...folder }) => ({
          ...renderFolder(folder),
          parentFolderId,
        })),
      });
    },
  );

  typed(app).get(
    "/v2/library/folder-content",
    { schema: { querystring: object({ folderId: id }, ["folderId"]) }, config },
    async ({ query: { folderId } }) => {
      const folder = state.company.folders.find((each) => each.id === folderId);
      if (!folder) throw new GongError(404, `Folder ID ${folderId} was not found`);
      return answer(state, { ...renderFolder(folder), calls: renderCalls(state, folder) });
    },
  );
}

function renderFolder({ id, name, createdBy, updated }: Omit<Folder, "parentFolderId">) {
  return { id, name, createdBy, updated };
}

function renderCalls(state: SandboxState, folder: Folder) {
  return folder.calls.flatMap(({ callId, note, addedBy, created, snippet }) => {
    const call = findVisibleCall(state, callId);
    if (!call) return [];
    return [
      { id: callId, title: call.title, note, addedBy, created, url: callUrl(callId), snippet },
    ];
  });
}
