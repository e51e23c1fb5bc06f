import type { Catalog, FileValue } from "../shared/catalog";
import type { Refusals, RunEvent } from "../shared/run";

/** What the process that runs the component is asked to do. */
export type Task =
  | { readonly do: "describe" }
  | {
      readonly do: "check";
      readonly kind: string;
      readonly key: string;
      readonly inputs: Record<string, unknown>;
    }
  | {
      readonly do: "run";
      readonly kind: "action" | "trigger" | "dataSource";
      readonly key: string;
      readonly inputs: Record<string, unknown>;
      readonly connection: object;
      /** What started a trigger. */
      readonly payload?: object;
      /** What a trigger has kept from earlier runs. */
      readonly instanceState?: Record<string, unknown>;
    };

/** A message to the process. */
export type HostMessage =
  | { readonly id: number; readonly task: Task }
  | { readonly clockAhead: number };

/** A file that the process reads where the server keeps it. */
export interface StoredFile extends FileValue {
  readonly path: string;
}

/** What a run leaves behind, beside its result. */
export interface Remains {
  readonly instanceState?: Record<string, unknown>;
}

/** A message from the process. */
export type HostAnswer =
  | { readonly id: number; readonly event: RunEvent; readonly remains?: Remains }
  | { readonly id: number; readonly catalog: Catalog }
  | { readonly id: number; readonly refusals: Refusals }
  | { readonly id: number; readonly failure: string };
