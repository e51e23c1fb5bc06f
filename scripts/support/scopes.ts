import type { BuiltComponent } from "./component";

/** What builders see of a part, and where its scopes are named. */
interface Shown {
  readonly display: { readonly label: string; readonly description: string };
  readonly inputs: readonly { readonly comments?: string }[];
}

/**
 * What each scope is for, as a table, and the line of all scopes to copy.
 *
 * @returns Markdown
 */
export function renderScopes({ actions, triggers, dataSources }: BuiltComponent): string {
  const parts: readonly Shown[] = [actions, triggers, dataSources].flatMap((kind) =>
    Object.values(kind as unknown as Record<string, Shown>),
  );
  const users = new Map<string, Set<string>>();
  for (const { display, inputs } of parts) {
    const words = [display.description, ...inputs.map(({ comments = "" }) => comments)].join(" ");
    for (const [scope] of words.matchAll(/api:[a-z:-]*[a-z]/g)) {
      users.set(scope, (users.get(scope) ?? new Set()).add(display.label));
    }
  }
  const scopes = [...users.keys()].sort();
  return [
    "| Scope | Needed by |",
    "| --- | --- |",
    ...scopes.map(
      (scope) => `| \`${scope}\` | ${[...(users.get(scope) ?? [])].sort().join(", ")} |`,
    ),
    "",
    "All of them, to copy:",
    "",
    "```text",
    scopes.join(" "),
    "```",
  ].join("\n");
}
