/** Every scope that the description of Gong's API names, and the two that it leaves out (G6). */
export const allScopes = [
  "api:ai-ask:read",
  "api:ai-briefer:read",
  "api:call-outcomes:read",
  "api:call-user-access:read",
  "api:call-user-access:write",
  "api:calls:create",
  "api:calls:read:basic",
  "api:calls:read:extensive",
  "api:calls:read:media-url",
  "api:calls:read:transcript",
  "api:coaching:read",
  "api:crm:get-objects",
  "api:crm:integration:delete",
  "api:crm:integration:register",
  "api:crm:integrations:read",
  "api:crm:schema",
  "api:crm:upload",
  "api:data-privacy:delete",
  "api:data-privacy:read",
  "api:digital-interactions:write",
  "api:engagement-data:write",
  "api:flows:read",
  "api:flows:write",
  "api:integration-settings:write",
  "api:library:read",
  "api:logs:read",
  "api:meetings:integration:status",
  "api:meetings:user:create",
  "api:meetings:user:delete",
  "api:meetings:user:update",
  "api:permission-profile:read",
  "api:permission-profile:write",
  "api:settings:scorecards:read",
  "api:settings:trackers:read",
  "api:stats:interaction",
  "api:stats:scorecards",
  "api:stats:user-actions",
  "api:stats:user-actions:detailed",
  "api:tasks:read",
  "api:tasks:write",
  "api:users:read",
  "api:workspaces:read",
] as const;

/** The name of a scope. */
export type Scope = (typeof allScopes)[number];

/** Whether Gong knows a scope of this name. */
export function isScope(text: string): text is Scope {
  return (allScopes as readonly string[]).includes(text);
}
