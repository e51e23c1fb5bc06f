import { useMemo } from "react";
import type { Item } from "../../shared/catalog";
import { stepName } from "../common/format";
import { resultsOf } from "./Outcome";
import { parseSchema } from "./schema";
import { Tree } from "./Tree";

/** What builders map from before a first run. */
export function ExampleView({ item }: { item: Item }) {
  const schema = useMemo(() => parseSchema(item.outputSchema), [item.outputSchema]);
  const value = useMemo(() => resultsOf(item, item.examplePayload), [item]);
  return (
    <Tree
      label={`Example payload of ${item.label}`}
      value={value}
      schema={schema}
      reference={`${stepName(item.label)}.results`}
    />
  );
}
