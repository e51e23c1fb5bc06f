import { create } from "zustand";
import type { Catalog, Item, Values } from "../shared/catalog";
import { idOf, presets } from "../shared/catalog";
import type { ConnectionChoice, Refusals } from "../shared/run";
import type { WorkbenchState } from "../shared/state";
import type { Run } from "./result/run";

/** All that the page shows. Items are named by {@link idOf}. */
export interface Store {
  readonly catalog?: Catalog;
  readonly state?: WorkbenchState;
  /** Why the page cannot go on. */
  readonly problem?: string;
  /** What is open: an item's id, or `gong`. */
  readonly open: string;
  readonly values: Readonly<Record<string, Values>>;
  /** Inputs that a person has changed, and that may be complained about. */
  readonly touched: Readonly<Record<string, readonly string[]>>;
  readonly refusals: Readonly<Record<string, Refusals>>;
  readonly runs: Readonly<Record<string, Run>>;
  readonly connection: ConnectionChoice;
  /** Runs that wait for a person's word before they change a real account. */
  readonly asking?: { readonly item: Item; readonly go: () => void };
}

export const useStore = create<Store>(() => ({
  open: "",
  values: {},
  touched: {},
  refusals: {},
  runs: {},
  connection: { kind: "local" },
}));

export const { getState, setState } = useStore;

/** The form's values, or its presets before anyone touched it. */
export function valuesOf(item: Item): Values {
  return getState().values[idOf(item)] ?? presets(item);
}

/** Opens an item, and puts it into the address. */
export function openItem(id: string): void {
  if (location.hash !== `#/${id}`) location.hash = `/${id}`;
  setState({ open: id });
}

/** Has the page follow its own address: links, and the browser's way back. */
export function followAddress(): void {
  const read = () => setState({ open: location.hash.replace(/^#\//, "") });
  addEventListener("hashchange", read);
  read();
}

/** The item that is open. */
export function useOpenItem(): Item | undefined {
  return useStore(({ catalog, open }) => catalog?.items.find((item) => idOf(item) === open));
}

/** Sets one input, and notes that a person did. */
export function setValue(item: Item, key: string, value: unknown): void {
  const id = idOf(item);
  const { values, touched } = getState();
  const known = touched[id] ?? [];
  changes.set(`${id} ${key}`, performance.now());
  setState({
    values: { ...values, [id]: { ...valuesOf(item), [key]: value } },
    touched: known.includes(key) ? touched : { ...touched, [id]: [...known, key] },
  });
}

const changes = new Map<string, number>();

/** When an input was changed last, by `performance.now()`; 0 for never. */
export const changedAt = (id: string, key: string): number => changes.get(`${id} ${key}`) ?? 0;

/** Sets the whole form. */
export function setValues(item: Item, next: Values, touchedKeys: readonly string[] = []): void {
  const id = idOf(item);
  const { values, touched } = getState();
  setState({
    values: { ...values, [id]: next },
    touched: { ...touched, [id]: touchedKeys },
  });
}
