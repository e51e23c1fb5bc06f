import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { lazy, Suspense } from "react";
import { ErrorBoundary } from "./common/ErrorBoundary";
import { FormPane } from "./form/FormPane";
import { ResultPane } from "./result/ResultPane";
import { ConfirmDialog } from "./shell/ConfirmDialog";
import { Header } from "./shell/Header";
import { Sidebar } from "./shell/Sidebar";
import { useOpenItem, useStore } from "./store";

const GongPage = lazy(() =>
  import("./gong/GongPage").then(({ GongPage }) => ({ default: GongPage })),
);
const TimelinePane = lazy(() =>
  import("./triggers/TimelinePane").then(({ TimelinePane }) => ({ default: TimelinePane })),
);

/** The whole page: what there is on the left, the form in the middle, what came of it on the right. */
export function App() {
  const problem = useStore((store) => store.problem);
  const open = useStore((store) => store.open);
  return (
    <Box
      sx={{ display: "grid", gridTemplateRows: "auto auto 1fr", height: "100%", minWidth: 1000 }}
    >
      <Header />
      <div role="status">
        {problem && (
          <Alert severity="error" variant="filled" sx={{ borderRadius: 0 }}>
            {problem}
          </Alert>
        )}
      </div>
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "clamp(216px, 18vw, 264px) minmax(0, 1fr)",
          minHeight: 0,
        }}
      >
        <Sidebar />
        <ErrorBoundary key={open}>
          <Content />
        </ErrorBoundary>
      </Box>
      <ConfirmDialog />
    </Box>
  );
}

function Content() {
  const item = useOpenItem();
  const isGong = useStore(({ open }) => open === "gong");
  if (isGong) {
    return (
      <Suspense fallback={<main />}>
        <GongPage />
      </Suspense>
    );
  }
  if (!item) return <main />;
  const isScheduled = item.startedBy === "schedule";
  return (
    <Box
      component="main"
      sx={{
        display: "grid",
        gridTemplateColumns: isScheduled
          ? "minmax(300px, 2fr) minmax(0, 3.4fr)"
          : "minmax(350px, 1fr) minmax(0, 1.2fr)",
        minHeight: 0,
        minWidth: 0,
      }}
    >
      <FormPane key={`${item.kind}/${item.key}`} item={item} />
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "minmax(0, 1fr)",
          gridTemplateRows: isScheduled ? "1.15fr 1fr" : "1fr",
          minHeight: 0,
          minWidth: 0,
        }}
      >
        {isScheduled && (
          <Suspense fallback={<div />}>
            <TimelinePane item={item} />
          </Suspense>
        )}
        <ResultPane item={item} />
      </Box>
    </Box>
  );
}
