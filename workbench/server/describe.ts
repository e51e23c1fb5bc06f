import type { Catalog, InputDefinition, Item, ItemKind } from "../shared/catalog";

/** A definition as spectral hands it to the platform, as far as the workbench reads it. */
export interface Definition {
  readonly key: string;
  readonly display?: { readonly label: string; readonly description: string };
  readonly label?: string;
  readonly comments?: string;
  readonly inputs: readonly InputDefinition[];
  readonly outputSchema?: { readonly schema?: string };
  readonly examplePayload?: unknown;
  readonly performSafety?: string;
  readonly scheduleSupport?: string;
  readonly dataSourceType?: string;
}

/** The component that a bundle exports. */
export interface Component {
  readonly display: { readonly label: string; readonly description: string };
  readonly connections: readonly Definition[];
  readonly actions: Readonly<Record<string, Definition>>;
  readonly triggers: Readonly<Record<string, Definition>>;
  readonly dataSources: Readonly<Record<string, Definition>>;
}

/** Everything that the page draws its forms from. Functions do not pass to it. */
export function describe(component: Component): Catalog {
  const items = [
    ...component.connections.map((each) => toItem("connection", each)),
    ...Object.values(component.triggers).map((each) => toItem("trigger", each)),
    ...Object.values(component.actions).map((each) => toItem("action", each)),
    ...Object.values(component.dataSources).map((each) => toItem("dataSource", each)),
  ];
  const { label, description } = component.display;
  return { component: { label, description }, items };
}

function toItem(kind: ItemKind, definition: Definition): Item {
  const { key, display, inputs, outputSchema, examplePayload, dataSourceType } = definition;
  const description = display?.description ?? definition.comments ?? "";
  const scopes = scopesIn(description);
  return {
    kind,
    key,
    label: display?.label ?? definition.label ?? key,
    description,
    inputs: inputs.filter(({ type }) => type !== "connection").map(withoutFunctions),
    hasConnection: inputs.some(({ type }) => type === "connection"),
    scopes,
    area: kind === "action" ? areaOf(scopes) : "",
    operations: [],
    changes: kind === "action" && definition.performSafety !== "SAFE",
    ...(outputSchema?.schema !== undefined && { outputSchema: outputSchema.schema }),
    ...(examplePayload !== undefined && { examplePayload: withoutFunctions(examplePayload) }),
    ...(kind === "trigger" && {
      startedBy: definition.scheduleSupport === "required" ? "schedule" : "webhook",
    }),
    ...(dataSourceType !== undefined && { resultType: dataSourceType }),
  };
}

function withoutFunctions<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Descriptions name the scopes that Gong asks for, as `api:calls:read:basic`. */
function scopesIn(description: string): string[] {
  return [...new Set(description.match(/\bapi:[a-z-]+(?::[a-z-]+)*/g) ?? [])];
}

const areaNames: Readonly<Record<string, string>> = {
  "ai-ask": "AI",
  "ai-briefer": "AI",
  crm: "CRM",
  stats: "Statistics",
  "call-outcomes": "Calls",
  "data-privacy": "Data privacy",
  "digital-interactions": "Engagement",
  "engagement-data": "Engagement",
};

/** The part of Gong that an action is about: the first word of its scope. */
function areaOf([scope]: readonly string[]): string {
  const name = scope?.split(":")[1];
  if (name === undefined) return "Tools";
  return areaNames[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}
