import { useMemo } from "react";
import { stepName } from "../common/format";
import { TypeName } from "./nodes";
import { alternatives, type PlacedSchema, parseSchema, typeOf } from "./schema";
import { Tree } from "./Tree";

/** Deep enough for every answer of Gong's; schemas may refer to themselves. */
const maxDepth = 8;

/** Every output that the schema describes, with its type. */
export function SchemaView({ schema, label }: { schema: string; label: string }) {
  const placed = useMemo(() => parseSchema(schema), [schema]);
  const value = useMemo(() => (placed ? outline(placed, 0) : {}), [placed]);
  return (
    <Tree
      label={`Outputs of ${label}`}
      value={value}
      schema={placed}
      reference={`${stepName(label)}.results`}
    />
  );
}

/** The shape of a value that fits a schema, with names of types for values. */
function outline(placed: PlacedSchema, depth: number): unknown {
  const { root } = placed;
  const all = [...alternatives(placed)];
  const properties = Object.assign({}, ...all.map((each) => each.properties ?? {}));
  if (depth < maxDepth && Object.keys(properties).length > 0) {
    return Object.fromEntries(
      Object.entries(properties).map(([key, each]) => [
        key,
        outline({ schema: each as PlacedSchema["schema"], root }, depth + 1),
      ]),
    );
  }
  const items = all.find((each) => each.items)?.items;
  if (depth < maxDepth && items) return [outline({ schema: items, root }, depth + 1)];
  return new TypeName(typeOf(placed));
}
