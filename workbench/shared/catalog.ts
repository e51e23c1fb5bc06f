/** What the workbench knows of the component: its definitions as published, without functions. */

/** An input of an action, trigger, picker or connection, as the platform receives it. */
export interface InputDefinition {
  readonly key: string;
  readonly type: string;
  readonly label: string;
  readonly required?: boolean;
  readonly comments?: string;
  readonly placeholder?: string;
  readonly example?: string;
  readonly default?: unknown;
  readonly collection?: "valuelist" | "keyvaluelist";
  /** Label of the names in a list of names and values. */
  readonly keyLabel?: string;
  /** Language of a code input. */
  readonly language?: string;
  readonly model?: readonly { readonly label: string; readonly value: string }[];
  /** Key of the picker that offers values. */
  readonly dataSource?: string;
  /** Fields of a structured input, or the configurations of a dynamic one. */
  readonly inputs?: readonly InputDefinition[];
  /** `false` on fields of a connection that people do not see. */
  readonly shown?: boolean;
}

export type ItemKind = "action" | "trigger" | "dataSource" | "connection";

/** One thing on the left: an action, a trigger, a picker or a connection. */
export interface Item {
  readonly kind: ItemKind;
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Inputs without the connection. */
  readonly inputs: readonly InputDefinition[];
  readonly hasConnection: boolean;
  /** Scopes that its description names. */
  readonly scopes: readonly string[];
  /** Heading that it stands under. */
  readonly area: string;
  /** Operations of Gong's API, such as `GET /v2/users`, where the documents name them. */
  readonly operations: readonly string[];
  /** Whether running it may change data in Gong. */
  readonly changes: boolean;
  /** JSON Schema of the result, as text. */
  readonly outputSchema?: string;
  readonly examplePayload?: unknown;
  /** How a trigger is started. */
  readonly startedBy?: "webhook" | "schedule";
  /** `jsonForm` or `picklist`, for pickers. */
  readonly resultType?: string;
}

/** Everything on the left. */
export interface Catalog {
  readonly component: { readonly label: string; readonly description: string };
  readonly items: readonly Item[];
}

/** Values of a form, by input key. */
export type Values = Readonly<Record<string, unknown>>;

/** A file that was uploaded to the server; its bytes stay there. */
export interface FileValue {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}

/** Identifies an item over all kinds, as in the address of the page. */
export const idOf = ({ kind, key }: Pick<Item, "kind" | "key">): string => `${kind}/${key}`;

/** Whether a value is a {@link FileValue}. */
export function isFile(value: unknown): value is FileValue {
  return typeof value === "object" && value !== null && "fileId" in value;
}

/** Values that a form begins with, as the canvas fills it. */
export function presets({ inputs }: Pick<Item, "inputs">): Values {
  return Object.fromEntries(
    inputs
      .filter((input) => input.default !== undefined && input.default !== "")
      .map((input) => [input.key, input.default]),
  );
}
