import type { Item } from "../../shared/catalog";
import { idOf } from "../../shared/catalog";

/** A heading on the left with what stands under it. */
export interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

/** Items in the order in which they are shown, as far as they fit the words of a search. */
export function groupsOf(items: readonly Item[], search: string): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter((item) => words.every((word) => textOf(item).includes(word)));
  const ofKind = (kind: Item["kind"]) => found.filter((item) => item.kind === kind);
  const actions = ofKind("action");
  const areas = [...new Set(actions.map(({ area }) => area))].sort(lastIsTools);
  return [
    { title: "Triggers", items: ofKind("trigger") },
    ...areas.map((title) => ({
      title,
      items: actions.filter(({ area }) => area === title).sort(byLabel),
    })),
    { title: "Pickers", items: ofKind("dataSource") },
    { title: "Connections", items: ofKind("connection") },
  ].filter(({ items: own }) => own.length > 0);
}

const texts = new WeakMap<Item, string>();

/** Everything that an item is found by. */
function textOf(item: Item): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const { label, key, operations, scopes, area } = item;
  const text = [label, key, area, ...operations, ...scopes].join(" ").toLowerCase();
  texts.set(item, text);
  return text;
}

const byLabel = (one: Item, other: Item) => one.label.localeCompare(other.label);

function lastIsTools(one: string, other: string): number {
  if (one === "Tools") return 1;
  return other === "Tools" ? -1 : one.localeCompare(other);
}

/** All ids in the order on the screen, for the arrow keys. */
export const idsIn = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ items }) => items.map(idOf));
