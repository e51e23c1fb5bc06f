import { childSchema, descriptionOf, type PlacedSchema } from "./schema";

/** A place in a value, as the tree draws it. */
export interface TreeNode {
  readonly name: string;
  /** How later steps refer to it: `listCalls.results.calls[0].id`. */
  readonly reference: string;
  readonly type: string;
  /** The value in one line. */
  readonly preview: string;
  /** Members or elements. */
  readonly count: number;
  readonly description?: string | undefined;
}

/** The root, which is not drawn itself. */
export const rootId = "$";

/** Branches with more than this are not opened by themselves. */
const maxOpenChildren = 30;
const maxPreview = 400;

/** The name of a type, where the tree shows what a value will be. */
export class TypeName {
  constructor(readonly name: string) {}
}

interface Place {
  readonly node: TreeNode;
  readonly value: unknown;
  readonly schema: PlacedSchema | undefined;
  /** Ids of what is in it, once they were asked for. */
  children?: string[];
}

let lastId = 0;

/** A value as places that are made when they are looked at: large results cost nothing unopened. */
export function createNodes(value: unknown, schema: PlacedSchema | undefined, reference: string) {
  // A root that is no object or list stands in the tree as its only place.
  const isLeaf = typeof value !== "object" || value === null;
  const whole = isLeaf ? { results: value } : value;
  const places = new Map<string, Place>([
    [
      rootId,
      { value: whole, schema, node: toNode(rootId, whole, schema, isLeaf ? "" : reference) },
    ],
  ]);
  const place = (id: string): Place => {
    const found = places.get(id);
    if (!found) throw new Error(`The tree has no place ${id}.`);
    return found;
  };
  const children = (id: string): string[] => {
    const parent = places.get(id);
    if (!parent) return [];
    parent.children ??= keysOf(parent.value).map((key) => {
      const childId = `${id}/${key}`;
      if (!places.has(childId)) places.set(childId, childOf(parent, key));
      return childId;
    });
    return parent.children;
  };
  lastId += 1;
  return {
    id: lastId,
    get: (id: string) => place(id).node,
    children,
    /** The first levels, where they are short; of a trigger's payload only the body. */
    initiallyOpen(): string[] {
      const first = children(rootId).slice(0, maxOpenChildren);
      const body = `${rootId}/body`;
      if (first.includes(body))
        return [rootId, body, ...children(body), ...children(`${body}/data`)];
      const open = first.filter((id) => place(id).node.count > 0);
      // The fields of one record tell what the others have.
      const list = open.find((id) => Array.isArray(place(id).value));
      const second = list ? children(list).slice(0, 1) : [];
      return [rootId, ...open, ...second];
    },
  };
}

function keysOf(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return [...value.keys()];
  if (typeof value !== "object" || value === null || isBinary(value)) return [];
  if (value instanceof TypeName) return [];
  return Object.keys(value);
}

function childOf({ value, schema, node }: Place, key: string | number): Place {
  const child = (value as Record<string | number, unknown>)[key];
  const own = childSchema(schema, key);
  return { value: child, schema: own, node: toNode(key, child, own, refer(node.reference, key)) };
}

function toNode(
  key: string | number,
  value: unknown,
  schema: PlacedSchema | undefined,
  reference: string,
): TreeNode {
  return {
    name: String(key),
    reference,
    type: value === null ? "null" : typeof value,
    preview: previewOf(value),
    count: keysOf(value).length,
    description: descriptionOf(schema),
  };
}

function refer(parent: string, key: string | number): string {
  if (typeof key === "number") return `${parent}[${key}]`;
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent ? `${parent}.${key}` : key;
}

function previewOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, maxPreview));
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : `[ ${value.length.toLocaleString("en-US")} ]`;
  if (value instanceof TypeName) return value.name;
  if (isBinary(value)) return `${value.binary.bytes.toLocaleString("en-US")} bytes`;
  if (typeof value === "object" && value !== null) {
    const title = titleOf(value as Record<string, unknown>);
    return title ?? (Object.keys(value).length === 0 ? "{}" : "{ … }");
  }
  return String(value);
}

/** What tells one record from another. */
function titleOf(value: Record<string, unknown>): string | undefined {
  const { title, name, firstName, lastName, label, id, metaData } = value;
  if (typeof metaData === "object" && metaData !== null) {
    return titleOf(metaData as Record<string, unknown>);
  }
  const full = [firstName, lastName].filter((part) => typeof part === "string").join(" ");
  const found = [full, name, title, label, id].find(
    (each) => typeof each === "string" && each !== "",
  );
  return found === undefined ? undefined : `{ ${String(found)} }`;
}

function isBinary(value: unknown): value is { binary: { bytes: number } } {
  return (
    typeof value === "object" &&
    value !== null &&
    "binary" in value &&
    Object.keys(value).length === 1
  );
}
