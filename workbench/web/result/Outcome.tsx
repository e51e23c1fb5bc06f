import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { lazy, Suspense, useMemo } from "react";
import type { Item } from "../../shared/catalog";
import { duration, stepName } from "../common/format";
import { Empty } from "./Empty";
import { ErrorView } from "./ErrorView";
import type { Run } from "./run";
import { parseSchema } from "./schema";
import { Tree } from "./Tree";

const PickerResult = lazy(() =>
  import("./PickerResult").then(({ PickerResult }) => ({ default: PickerResult })),
);

/** The result of a run as a tree, or its error as a builder sees it. */
export function Outcome({ item, run }: { item: Item; run: Run | undefined }) {
  if (!run) return <Empty>{invitation(item)}</Empty>;
  if (!run.end) return <LinearProgress aria-label="Running" sx={{ height: 2 }} />;
  const { outcome, at } = run.end;
  if (!outcome.ok) return <ErrorView item={item} error={outcome.error} />;
  return (
    <Box sx={{ height: "100%", display: "flex", flexDirection: "column" }}>
      {item.startedBy === "webhook" && (
        <Alert severity="success" variant="outlined" sx={{ m: 1.5, mb: 0 }}>
          <b>Accepted.</b> The flow would start with this payload, after {duration(at)}.
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <Result item={item} result={outcome.result} />
      </Box>
    </Box>
  );
}

function Result({ item, result }: { item: Item; result: unknown }) {
  const schema = useMemo(() => parseSchema(item.outputSchema), [item.outputSchema]);
  if (item.kind === "dataSource" || item.kind === "connection") {
    return (
      <Suspense fallback={<div />}>
        <PickerResult result={result} />
      </Suspense>
    );
  }
  const value = resultsOf(item, result);
  return (
    <Tree
      label={`Result of ${item.label}`}
      value={value}
      schema={schema}
      reference={`${stepName(item.label)}.results`}
    />
  );
}

/** What later steps see under `results`: the data of an action, the payload of a trigger. */
export function resultsOf({ kind }: Item, result: unknown): unknown {
  if (typeof result !== "object" || result === null) return result;
  const { data, payload } = result as { data?: unknown; payload?: { body?: unknown } };
  if (kind === "action") return data;
  // What a flow is started with comes first; the rest is the platform's own.
  return payload ? { body: payload.body, ...payload } : result;
}

function invitation({ kind, startedBy }: Item): string {
  if (startedBy === "webhook") return "Fire an event to see what the trigger does with it.";
  if (startedBy === "schedule") return "Poll to see what the trigger passes to the flow.";
  if (kind === "connection") return "Try it out to see whether Gong accepts it.";
  return "Press Ctrl Enter to run it. Copy a reference from any value of the result.";
}
