import { mdiDatabaseOutline, mdiMagnify } from "@mdi/js";
import Box from "@mui/material/Box";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import type { Item } from "../../shared/catalog";
import { idOf } from "../../shared/catalog";
import { Icon } from "../common/Icon";
import { openItem, useStore } from "../store";
import { type Group, groupsOf, idsIn } from "./search";

/** Everything that the component has, and a search over it. */
export function Sidebar() {
  const items = useStore(({ catalog }) => catalog?.items);
  const [search, setSearch] = useState("");
  const groups = useMemo(() => groupsOf(items ?? [], search), [items, search]);
  const list = useRef<HTMLElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
    event.preventDefault();
  };

  return (
    <Box
      component="nav"
      aria-label="Parts of the component"
      onKeyDown={move}
      sx={{
        display: "flex",
        flexDirection: "column",
        minHeight: 0,
        bgcolor: "background.bar",
        borderRight: 1,
        borderColor: "divider",
      }}
    >
      <Box sx={{ p: 1 }}>
        <SearchField
          search={search}
          setSearch={setSearch}
          onEnter={() => {
            const [first] = idsIn(groups);
            if (first) openItem(first);
          }}
        />
      </Box>
      <Box ref={list} sx={{ overflow: "auto", flex: 1, pb: 2, px: 1 }}>
        {groups.map((group) => (
          <GroupList key={group.title} group={group} />
        ))}
        {items && groups.length === 0 && (
          <Typography variant="body2" color="text.secondary" sx={{ p: 1 }}>
            No matches. Try a label, a key, a path such as /v2/calls, or a scope.
          </Typography>
        )}
      </Box>
      <Box sx={{ borderTop: 1, borderColor: "divider", p: 1 }}>
        <GongLink />
      </Box>
    </Box>
  );
}

function SearchField(props: {
  search: string;
  setSearch: (text: string) => void;
  onEnter: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (!((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  return (
    <OutlinedInput
      inputRef={field}
      fullWidth
      type="search"
      value={props.search}
      onChange={({ target }) => props.setSearch(target.value)}
      onKeyDown={({ key }) => key === "Enter" && props.onEnter()}
      placeholder="Search"
      inputProps={{ "aria-label": "Search by label, key, operation, or scope" }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0 }}>
          <Icon path={mdiMagnify} />
        </InputAdornment>
      }
      endAdornment={
        <Typography
          variant="caption"
          color="text.secondary"
          component="kbd"
          sx={{ font: "inherit", fontSize: 11, whiteSpace: "nowrap" }}
        >
          Ctrl K
        </Typography>
      }
    />
  );
}

const GroupList = memo(function GroupList({ group: { title, items } }: { group: Group }) {
  return (
    <Box component="section" aria-label={title} sx={{ mt: 1 }}>
      <Typography
        component="h2"
        sx={{ px: 1, py: 0.5, fontSize: 11, fontWeight: 600, color: "text.secondary" }}
      >
        {title}
      </Typography>
      {items.map((item) => (
        <ItemLink key={idOf(item)} item={item} />
      ))}
    </Box>
  );
});

const ItemLink = memo(function ItemLink({ item }: { item: Item }) {
  return <Entry id={idOf(item)} label={item.label} title={item.key} />;
});

function Entry({ id, label, title }: { id: string; label: string; title: string }) {
  const isOpen = useStore(({ open }) => open === id);
  return (
    <Box
      component="a"
      href={`#/${id}`}
      title={title}
      aria-current={isOpen ? "page" : undefined}
      sx={{
        display: "block",
        px: 1,
        py: "3.5px",
        borderRadius: 0.75,
        fontSize: 12.5,
        lineHeight: 1.45,
        color: isOpen ? "primary.main" : "text.primary",
        fontWeight: isOpen ? 600 : 400,
        bgcolor: isOpen ? "background.soft" : undefined,
        textDecoration: "none",
        "&:hover": { bgcolor: "background.soft" },
      }}
    >
      {label}
    </Box>
  );
}

function GongLink() {
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "auto 1fr", alignItems: "center", gap: 0.5 }}>
      <Icon path={mdiDatabaseOutline} sx={{ color: "text.secondary", ml: 0.5 }} />
      <Entry id="gong" label="Local Gong" title="Levers and data of the local Gong" />
    </Box>
  );
}
