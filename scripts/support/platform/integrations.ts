import { parse } from "yaml";
import type { FieldError, Publications } from "./publications";

/** What is known of a definition once it has been looked through. */
export interface Reading {
  readonly name: string;
  /** How many actions, triggers, connections and data sources of published components it names. */
  readonly found: number;
  /** Keys of the public components that it names, of which nothing is known here. */
  readonly publicComponents: readonly string[];
  /** What stands in the way of importing it. */
  readonly objections: readonly string[];
}

/** Where something of a component is named: its key, and which component has it. */
interface Mention {
  readonly kind: Kind;
  readonly key: string;
  readonly component: {
    readonly key: string;
    readonly isPublic?: boolean;
    readonly signature?: string;
  };
}

type Kind = "action" | "trigger" | "connection" | "dataSource";

const publishFirst = 'run "npm run publish:component" first';

const kinds = {
  action: { words: "action", listed: "actions" },
  trigger: { words: "trigger", listed: "triggers" },
  connection: { words: "connection", listed: "connections" },
  dataSource: { words: "data source", listed: "dataSources" },
} as const;

/** Takes integrations, and says whether what they name has been published here. */
export class Integrations {
  readonly #publications: Publications;
  readonly #report: (line: string) => void;
  #count = 0;

  /** @param report told in one line of everything that was asked */
  constructor(publications: Publications, report: (line: string) => void) {
    this.#publications = publications;
    this.#report = report;
  }

  /** The mutation of this name. Nothing is kept of the integration but that it was there. */
  readonly importIntegration = ({ input }: { input: { definition: string } }) => {
    const reading = this.#read(input.definition, "Imported");
    if (reading.objections.length > 0) return { integration: null, errors: errorsOf(reading) };
    this.#count += 1;
    const id = Buffer.from(`Integration:${this.#count}`).toString("base64");
    const none = { nodes: [] };
    const systemInstance = { id: `${id}-instance`, flowConfigs: none };
    const integration = { id, flows: none, testConfigVariables: none, systemInstance };
    return { integration, errors: [] };
  };

  /** The mutation of this name. */
  readonly validateIntegrationSchema = ({ input }: { input: { definition: string } }) => {
    const errors = errorsOf(this.#read(input.definition, "Validated"));
    return { result: { isValid: errors.length === 0 }, errors };
  };

  #read(definition: string, verb: string): Reading {
    const reading = readDefinition(definition, this.#publications);
    const { name, found, publicComponents, objections } = reading;
    const unknown =
      publicComponents.length > 0 ? ` (unknown here: ${publicComponents.join(", ")})` : "";
    this.#report(
      objections.length > 0
        ? `Refused ${name}: ${objections.join("; ")}`
        : `${verb} ${name}: it uses ${found} published parts${unknown}.`,
    );
    return reading;
  }
}

const errorsOf = ({ objections }: Reading): FieldError[] =>
  objections.length > 0 ? [{ field: "definition", messages: objections }] : [];

/** Looks through a definition for what it names of components, as far as that can be known here. */
function readDefinition(text: string, published: Publications): Reading {
  let definition: unknown;
  try {
    definition = parse(text);
  } catch (error) {
    const [line] = (error as Error).message.split("\n");
    return unreadable(`it is not YAML: ${line}`);
  }
  const { name, flows } = (definition ?? {}) as { name?: unknown; flows?: unknown };
  if (typeof name !== "string" || !Array.isArray(flows)) {
    return unreadable("it is not an integration, which has a name and flows");
  }
  const mentions = mentionsIn(definition);
  const ours = mentions.filter(({ component }) => !component.isPublic);
  const others = mentions.filter(({ component }) => component.isPublic);
  return {
    name,
    found: ours.length,
    publicComponents: [...new Set(others.map(({ component }) => component.key))].sort(),
    objections: [...new Set(ours.flatMap((mention) => objectionTo(mention, published) ?? []))],
  };
}

const unreadable = (objection: string): Reading => ({
  name: "a definition",
  found: 0,
  publicComponents: [],
  objections: [objection],
});

function mentionsIn(node: unknown): Mention[] {
  if (typeof node !== "object" || node === null) return [];
  const { action, connection, dataSource, isTrigger } = node as Record<string, unknown>;
  const mentions = [
    mentionOf(isTrigger ? "trigger" : "action", action),
    mentionOf("connection", connection),
    mentionOf("dataSource", dataSource),
  ];
  return [...mentions.flat(), ...Object.values(node).flatMap(mentionsIn)];
}

function mentionOf(kind: Kind, part: unknown): Mention[] {
  const { key, component } = (part ?? {}) as Partial<Mention>;
  return key && component?.key ? [{ kind, key, component }] : [];
}

function objectionTo(
  { kind, key, component }: Mention,
  published: Publications,
): string | undefined {
  const { signature } = component;
  const versions = published.versionsOf(component.key);
  const version = versions.findLast((one) => !signature || one.signature === signature);
  if (versions.length === 0)
    return `the component ${component.key} has not been published here: ${publishFirst}`;
  if (!version)
    return `this build of ${component.key} has not been published here: ${publishFirst}`;
  const { words, listed } = kinds[kind];
  return version.publication[listed].some((part) => part.key === key)
    ? undefined
    : `${component.key} has no ${words} ${key}`;
}
