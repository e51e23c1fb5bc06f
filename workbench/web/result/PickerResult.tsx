import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useVirtualizer } from "@tanstack/react-virtual";
import { lazy, Suspense, useRef, useState } from "react";
import { plural } from "../common/format";
import { type Choice, toChoices } from "../form/choices";
import type { FormDefinition } from "../form/JsonFormField";
import { mono } from "../theme";
import { Empty } from "./Empty";

const DrawnForm = lazy(() =>
  import("../form/JsonFormField").then(({ DrawnForm }) => ({ default: DrawnForm })),
);

const rowHeight = 40;

/** What a picker offers: a list of values, or a form. */
export function PickerResult({ result }: { result: unknown }) {
  const { result: offered } = (result ?? {}) as { result?: unknown };
  const [data, setData] = useState<unknown>();
  if (Array.isArray(offered)) return <ChoiceList choices={toChoices(offered)} />;
  const form = offered as FormDefinition | undefined;
  if (!form?.schema) return <Empty>The picker is empty.</Empty>;
  return (
    <Box sx={{ p: 1.5 }}>
      <Suspense fallback={<div />}>
        <DrawnForm id="picked-form" form={form} data={data ?? form.data} onChange={setData} />
      </Suspense>
    </Box>
  );
}

function ChoiceList({ choices }: { choices: readonly Choice[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: choices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <Box sx={{ display: "flex", flexDirection: "column", height: "100%" }}>
      <Typography variant="body2" color="text.secondary" sx={{ px: 2, py: 0.75 }}>
        {plural(choices.length, "choice")}
      </Typography>
      <Box
        ref={scroller}
        tabIndex={0}
        sx={{ flex: 1, overflow: "auto" }}
        role="list"
        aria-label="Choices"
      >
        <Box sx={{ height: virtual.getTotalSize(), position: "relative" }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Box
              key={index}
              role="listitem"
              style={{ transform: `translateY(${start}px)` }}
              sx={{ position: "absolute", left: 0, right: 0, height: rowHeight, px: 2, py: 0.25 }}
            >
              <Box sx={{ fontSize: 12.5 }}>{choices[index]?.label}</Box>
              <Box sx={{ fontFamily: mono, fontSize: 11, color: "text.secondary" }}>
                {choices[index]?.key}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
