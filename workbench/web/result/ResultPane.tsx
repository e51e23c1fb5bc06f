import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ReactNode, useState } from "react";
import { type Item, idOf } from "../../shared/catalog";
import { plural } from "../common/format";
import { useStore } from "../store";
import { ExampleView } from "./ExampleView";
import { LogView } from "./LogView";
import { Outcome } from "./Outcome";
import { SchemaView } from "./SchemaView";
import { Waterfall } from "./Waterfall";

/** What came of a run, above; how it came about, below. */
export function ResultPane({ item }: { item: Item }) {
  const run = useStore(({ runs }) => runs[idOf(item)]);
  const requests = run?.requests.length ?? 0;
  const hasExample = item.examplePayload !== undefined;
  const upper: Panel[] = [
    { key: "result", label: "Result", content: <Outcome item={item} run={run} /> },
    ...(hasExample
      ? [{ key: "example", label: "Example payload", content: <ExampleView item={item} /> }]
      : []),
    ...(item.outputSchema
      ? [
          {
            key: "outputs",
            label: "Outputs",
            content: <SchemaView schema={item.outputSchema} label={item.label} />,
          },
        ]
      : []),
  ];
  const lower: Panel[] = [
    {
      key: "requests",
      label: requests ? plural(requests, "request") : "Requests",
      content: <Waterfall run={run} />,
    },
    {
      key: "log",
      label: run?.logs.length ? `Log ${run.logs.length}` : "Log",
      content: <LogView run={run} />,
    },
  ];
  return (
    <Box
      data-run={run ? (run.end ? "ended" : "running") : "none"}
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr)",
        gridTemplateRows: "minmax(0, 1.5fr) minmax(0, 1fr)",
        minHeight: 0,
        minWidth: 0,
      }}
    >
      <Panels name="Result of the run" panels={upper} />
      <Panels name="Requests and log" panels={lower} hasBorder />
    </Box>
  );
}

interface Panel {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

function Panels({
  name,
  panels,
  hasBorder,
}: {
  name: string;
  panels: Panel[];
  hasBorder?: boolean;
}) {
  const [chosen, setChosen] = useState(panels[0]?.key);
  const shown = panels.find(({ key }) => key === chosen) ?? panels[0];
  const prefix = name.replaceAll(" ", "-");
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{
        display: "flex",
        flexDirection: "column",
        minHeight: 0,
        ...(hasBorder && { borderTop: 1, borderColor: "divider" }),
      }}
    >
      <Tabs
        value={shown?.key ?? false}
        onChange={(_, key: string) => setChosen(key)}
        aria-label={name}
        sx={{
          flex: "none",
          px: 1,
          borderBottom: 1,
          borderColor: "divider",
          bgcolor: "background.bar",
        }}
      >
        {panels.map(({ key, label }) => (
          <Tab
            key={key}
            value={key}
            label={label}
            id={`${prefix}-${key}`}
            aria-controls={shown?.key === key ? `${prefix}-panel` : undefined}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${prefix}-panel`}
        aria-labelledby={`${prefix}-${shown?.key}`}
        sx={{ flex: 1, minHeight: 0, overflow: "auto", bgcolor: "background.default" }}
      >
        {shown?.content}
      </Box>
    </Box>
  );
}
