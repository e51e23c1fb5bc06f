import { operations } from "../../src/operations";
import type { Operation } from "../../src/operations/operation";
import { answers } from "../../src/schemas/overlay";
import type { BuiltComponent } from "./component";

/**
 * Operations whose real answers have been recorded; the facts behind it are in docs/gong.md. The
 * others rest on Gong's description.
 */
const seenLive: ReadonlySet<string> = new Set([
  "DELETE /v2/calls/users-access",
  "DELETE /v2/meetings/{meetingId}",
  "GET /v2/all-permission-profiles",
  "GET /v2/call-outcomes",
  "GET /v2/calls",
  "GET /v2/calls/{id}",
  "GET /v2/coaching",
  "GET /v2/entities/ask-entity",
  "GET /v2/entities/get-brief",
  "GET /v2/flows",
  "GET /v2/flows/folders",
  "GET /v2/library/folders",
  "GET /v2/logs",
  "GET /v2/permission-profile",
  "GET /v2/settings/scorecards",
  "GET /v2/settings/trackers",
  "GET /v2/users",
  "GET /v2/workspaces",
  "POST /v2/calls",
  "POST /v2/calls/extensive",
  "POST /v2/calls/transcript",
  "POST /v2/calls/users-access",
  "POST /v2/flows/prospects",
  "POST /v2/flows/steps",
  "POST /v2/stats/activity/aggregate",
  "POST /v2/stats/activity/aggregate-by-period",
  "POST /v2/stats/activity/day-by-day",
  "POST /v2/stats/activity/scorecards",
  "POST /v2/stats/interaction",
  "POST /v2/tasks",
  "POST /v2/users/extensive",
  "PUT /v2/calls/users-access",
  "PUT /v2/calls/{id}/media",
  "PUT /v2/meetings/{meetingId}",
]);

/**
 * The page that says which of Gong's operations have an action, and what is known of each.
 *
 * @returns Markdown
 */
export function renderCoverage({ actions }: BuiltComponent): string {
  const keys = new Map(Object.values(actions).map(({ key, display }) => [display.label, key]));
  const byRoute = new Map(operations.map((operation) => [operation.route as string, operation]));
  const routes = Object.keys(answers).sort((one, other) =>
    pathOf(one).localeCompare(pathOf(other)),
  );
  const covered = routes.filter((route) => keys.has(byRoute.get(route)?.name ?? ""));
  return [
    "# Coverage",
    "",
    "Made by `npm run docs`; edits belong in `src/operations/`.",
    "",
    `${covered.length} of the ${routes.length} operations in Gong's description have an action. Use [Raw Request](REFERENCE.md#raw-request) for the others.`,
    '"Live" means that real responses were recorded; "described" means that Gong\'s description is all there is.',
    "",
    "| Operation | Action | Scope | Paged | Idempotent | Known |",
    "| --- | --- | --- | --- | --- | --- |",
    ...routes.map((route) => rowOf(route, byRoute.get(route), keys)),
    "",
  ].join("\n");
}

function rowOf(
  route: string,
  operation: Operation | undefined,
  keys: ReadonlyMap<string, string>,
): string {
  const key = keys.get(operation?.name ?? "");
  const known = seenLive.has(route) ? "live" : "described";
  const cells =
    operation && key
      ? [
          `${operation.name} (\`${key}\`)`,
          operation.scope ? `\`${operation.scope}\`` : "",
          operation.cursor ? "yes" : "no",
          operation.idempotent ? "yes" : "no",
        ]
      : ["", "", "", ""];
  return `| \`${route}\` | ${[...cells, known].join(" | ")} |`;
}

const pathOf = (route: string) => route.replace(/^\w+ /, "");
