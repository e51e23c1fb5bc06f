import Box from "@mui/material/Box";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CompanyList } from "../../shared/state";
import { ask } from "../api";
import { CopyButton } from "../common/copy";
import { useStore } from "../store";
import { mono } from "../theme";

type Row = Readonly<Record<string, unknown>>;

const rowHeight = 28;

/** Columns of each list, by the names of their fields. */
const columns: Readonly<Record<CompanyList, readonly string[]>> = {
  calls: ["id", "title", "started", "duration", "direction", "scope", "isPrivate"],
  users: ["id", "firstName", "lastName", "title", "emailAddress", "active"],
  workspaces: ["id", "name", "description"],
  contacts: ["id", "name", "title", "emailAddress", "phoneNumber"],
  accounts: ["externalId", "name", "domain", "industry"],
};

/** A list of the made-up company; only the rows on the screen are drawn. */
export function CompanyTable({ name }: { name: CompanyList }) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [filter, setFilter] = useState("");
  const count = useStore(({ state }) => state?.company[name]);
  const scroller = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another count is another company
  useEffect(() => {
    void ask<{ records: Row[] }>("GET", `company/${name}`).then(({ records }) =>
      setRows(records.sort((one, other) => Number(other.startedAt) - Number(one.startedAt) || 0)),
    );
  }, [name, count]);

  const shown = useMemo(() => {
    const words = filter.toLowerCase();
    return rows.filter((row) =>
      columns[name].some((key) => String(row[key]).toLowerCase().includes(words)),
    );
  }, [rows, filter, name]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const template = columns[name].map(widthOf).join(" ");

  return (
    <>
      <OutlinedInput
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
        placeholder="Filter"
        inputProps={{ "aria-label": `Filter ${name}` }}
        sx={{ my: 1, maxWidth: 320 }}
      />
      <Box
        ref={scroller}
        role="table"
        aria-label={name}
        aria-rowcount={shown.length + 1}
        tabIndex={0}
        sx={{
          flex: 1,
          overflow: "auto",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
          bgcolor: "background.paper",
        }}
      >
        <Box role="rowgroup">
          <Box role="row" aria-rowindex={1} sx={{ ...rowStyle(template), ...headStyle }}>
            {columns[name].map((key) => (
              <Box role="columnheader" key={key}>
                {key}
              </Box>
            ))}
          </Box>
        </Box>
        <Box role="rowgroup" sx={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Box
              key={index}
              role="row"
              aria-rowindex={index + 2}
              sx={{
                ...rowStyle(template),
                position: "absolute",
                width: "100%",
                "&:hover": { bgcolor: "background.soft" },
              }}
              style={{ transform: `translateY(${start}px)` }}
            >
              {columns[name].map((key) => (
                <Cell key={key} name={key} value={shown[index]?.[key]} />
              ))}
            </Box>
          ))}
        </Box>
      </Box>
    </>
  );
}

function Cell({ name, value }: { name: string; value: unknown }) {
  const isId = /id$/i.test(name);
  return (
    <Box
      role="cell"
      sx={{
        overflow: "hidden",
        textOverflow: "ellipsis",
        whiteSpace: "nowrap",
        ...(isId && { fontFamily: mono, fontSize: 11.5 }),
      }}
    >
      {isId && <CopyButton text={String(value)} label={`Copy ${name} ${String(value)}`} />}{" "}
      {String(value ?? "")}
    </Box>
  );
}

function widthOf(name: string): string {
  if (/id$/i.test(name)) return "200px";
  if (name === "started") return "190px";
  if (/title|description|emailAddress|^name$/.test(name)) return "minmax(140px, 2fr)";
  return "minmax(70px, 1fr)";
}

const rowStyle = (template: string) => ({
  display: "grid",
  gridTemplateColumns: template,
  columnGap: 1.5,
  alignItems: "center",
  height: rowHeight,
  px: 1,
  fontSize: 12,
  minWidth: 700,
});

const headStyle = {
  position: "sticky",
  top: 0,
  zIndex: 1,
  bgcolor: "background.bar",
  borderBottom: 1,
  borderColor: "divider",
  fontWeight: 600,
  color: "text.secondary",
} as const;
