import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { type CompanyList, companyLists } from "../../shared/state";
import { pull } from "../load";
import { useStore } from "../store";
import { CompanyTable } from "./CompanyTable";
import { Levers } from "./Levers";

/** Enough to see whether long lists stay smooth. */
const manyCalls = 10_000;

/** The local Gong itself: its levers and its made-up company. */
export function GongPage() {
  const [list, setList] = useState<CompanyList>("calls");
  const state = useStore((store) => store.state);
  return (
    <Box
      component="main"
      sx={{
        display: "grid",
        gridTemplateColumns: "1fr 380px",
        gap: 2,
        p: 2,
        minHeight: 0,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0 }}>
        <Typography variant="h1">Local Gong</Typography>
        <Typography variant="body2" color="text.secondary">
          A made-up company on this machine, at {state?.localUrl}. It answers like Gong, limits and
          delays included.
        </Typography>
        <Tabs
          value={list}
          onChange={(_, value: CompanyList) => setList(value)}
          aria-label="The company's data"
          sx={{ mt: 1 }}
        >
          {companyLists.map((name) => (
            <Tab
              key={name}
              value={name}
              label={`${name} ${state?.company[name].toLocaleString("en-US") ?? ""}`}
              sx={{ textTransform: "capitalize" }}
            />
          ))}
        </Tabs>
        <CompanyTable name={list} />
      </Box>
      <Box sx={{ overflow: "auto", display: "grid", gap: 2, alignContent: "start" }}>
        <Paper variant="outlined" sx={{ p: 2 }}>
          <Levers />
        </Paper>
        <Paper variant="outlined" sx={{ p: 2 }}>
          <Typography variant="h2">Start over</Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            Makes a new company, clears the levers, and resets the clock.
          </Typography>
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
            <Button variant="outlined" onClick={() => pull("POST", "reset", {})}>
              Reset
            </Button>
            <Button
              variant="outlined"
              onClick={() => pull("POST", "reset", { callCount: manyCalls })}
            >
              Reset with 10,000 calls
            </Button>
          </Box>
        </Paper>
      </Box>
    </Box>
  );
}
