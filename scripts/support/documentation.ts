import type { BuiltComponent } from "./component";
import { renderConnection } from "./reference";

/** The project's own pages that the catalogue's are made from, by their path. */
export type ReadPage = (file: string) => string;

/** Where each trigger's page comes from. */
const triggerPages: Readonly<Record<string, string>> = {
  pollChangesTrigger: "docs/triggers/new-records.md",
  webhook: "docs/triggers/process-automation.md",
  syncCalls: "docs/triggers/sync-calls.md",
};

/** The section of the page for customers that each connection's page begins with. */
const connectionSections: Readonly<Record<string, string>> = {
  gongApiKey: "API key",
  oauth2: "OAuth 2.0",
};

const links = [
  { label: "Gong API documentation", url: "https://help.gong.io/docs/what-the-gong-api-provides" },
  {
    label: "Create an app for Gong",
    url: "https://help.gong.io/hc/en-us/articles/13944551222157-Create-an-app-for-Gong",
  },
  { label: "Gong's API page in your account", url: "https://app.gong.io/company/api" },
];

/**
 * The `documentation/` folder of the platform's catalogue: a description, a page for each
 * connection and trigger, links and the changelog.
 *
 * @returns texts by their path below the project
 */
export function renderDocumentation(
  component: BuiltComponent,
  read: ReadPage,
): Record<string, string> {
  const { connections = [], triggers } = component;
  const pages: Record<string, string> = {
    "description.mdx": description(component),
    "external-docs.json": `${JSON.stringify(links, null, 2)}\n`,
    "changelog.md": read("CHANGELOG.md").replaceAll(relativeLink, "$1"),
  };
  for (const connection of connections) {
    const heading = connectionSections[connection.key] ?? connection.label;
    const section = sectionOf(read("docs/connecting.md"), heading);
    pages[`connections/${connection.key}.mdx`] = toMdx(
      `${section}\n\n${renderConnection(connection).replace(/^### .*/, "## Fields")}\n`,
    );
  }
  for (const { key } of Object.values(triggers)) {
    const page = triggerPages[key];
    if (!page) throw new Error(`The trigger ${key} has no page in docs/triggers.`);
    pages[`triggers/${key}.mdx`] = toMdx(read(page));
  }
  return Object.fromEntries(
    Object.entries(pages).map(([file, text]) => [`documentation/${file}`, text]),
  );
}

interface Shown {
  readonly key: string;
  readonly display: { readonly label: string; readonly description: string };
}

function description({ display, triggers, actions, dataSources }: BuiltComponent): string {
  const lists = [
    ["Triggers", triggers],
    ["Actions", actions],
    ["Data sources", dataSources],
  ] as const;
  const parts = [
    display.description,
    "Connect with an access key (API Key) or by OAuth (Gong OAuth 2.0). The component stays within Gong's limit of 3 requests per second, waits when Gong asks it to, joins the pages of long lists with **Fetch All**, and keeps every digit of Gong's IDs.",
    ...lists.map(([heading, shown]) => `## ${heading}\n\n${listOf(Object.values(shown))}`),
  ];
  return `${toMdx(parts.join("\n\n"))}\n`;
}

function listOf(parts: readonly Shown[]): string {
  return [...parts]
    .sort((one, other) => one.display.label.localeCompare(other.display.label, "en"))
    .map(({ display }) => `- **${display.label}**: ${display.description}`)
    .join("\n");
}

/** A section of a page with its heading, down to the next of the same level. */
function sectionOf(page: string, heading: string): string {
  const section = page.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}\n`));
  if (!section) throw new Error(`docs/connecting.md has no section "${heading}".`);
  return section.trim();
}

const picture = /^!\[.*\]\(.*\)\n+/gm;
/** A link to a page of the project, which the catalogue has not. */
const relativeLink = /\[([^\]]+)\]\((?!https?:)[^)]*\)/g;

/** Markdown as MDX reads it: braces and angle brackets of prose are not code there. */
function toMdx(markdown: string): string {
  return markdown
    .replace(picture, "")
    .replace(relativeLink, "$1")
    .split(/(^```[\s\S]*?^```|`[^`\n]+`)/m)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[{<]/g, "\\$&")))
    .join("");
}
