import { mdiChevronDown, mdiPlay, mdiStop } from "@mdi/js";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Snackbar from "@mui/material/Snackbar";
import { type ReactNode, useRef, useState } from "react";
import type { Item } from "../../shared/catalog";
import { idOf, presets } from "../../shared/catalog";
import { Icon } from "../common/Icon";
import { isRunning, runItem, stopRuns } from "../running";
import { setValues, useStore, valuesOf } from "../store";
import { exampleValues } from "./fill";

/** What can be done with the form; it stays in sight. */
export function Toolbar({ item }: { item: Item }) {
  const [message, setMessage] = useState("");
  const copy = async (name: string, write: (from: typeof import("./copyAs")) => string) => {
    await navigator.clipboard.writeText(write(await import("./copyAs")));
    setMessage(`Copied as ${name}`);
  };
  const copyCommand = () =>
    void copy("npm run action", ({ asCommand }) => asCommand(item, valuesOf(item)));
  const copyYaml = () => void copy("YAML step", ({ asYaml }) => asYaml(item, valuesOf(item)));
  const fill = (which: "required" | "all") =>
    setValues(
      item,
      exampleValues(item, which),
      item.inputs.map(({ key }) => key),
    );
  const hasRequired = item.inputs.some(({ required }) => required);

  return (
    <Box
      role="toolbar"
      aria-label="Form"
      sx={{
        position: "sticky",
        top: 0,
        zIndex: 3,
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 0.25,
        px: 2,
        "& .MuiButton-text": { px: 0.75, minWidth: 0 },
        py: 1,
        mt: 1,
        bgcolor: "background.paper",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      {(item.kind === "action" || item.kind === "dataSource") && <RunButton item={item} />}
      {item.inputs.length > 0 && (
        <>
          <MenuButton label="Fill with example">
            {(close) => [
              hasRequired && (
                <MenuItem key="required" onClick={() => close(fill("required"))}>
                  Required inputs
                </MenuItem>
              ),
              <MenuItem key="all" onClick={() => close(fill("all"))}>
                All inputs
              </MenuItem>,
            ]}
          </MenuButton>
          <Button color="inherit" onClick={() => setValues(item, presets(item))}>
            Clear
          </Button>
        </>
      )}
      {item.kind !== "connection" && (
        <MenuButton label="Copy">
          {(close) => [
            <MenuItem key="command" onClick={() => close(copyCommand())}>
              As npm run action line
            </MenuItem>,
            item.kind !== "dataSource" && (
              <MenuItem key="yaml" onClick={() => close(copyYaml())}>
                As YAML step
              </MenuItem>
            ),
          ]}
        </MenuButton>
      )}
      <Snackbar
        open={message !== ""}
        autoHideDuration={2_000}
        onClose={() => setMessage("")}
        message={message}
      />
    </Box>
  );
}

function RunButton({ item }: { item: Item }) {
  const running = useStore(({ runs }) => isRunning(runs[idOf(item)]));
  if (running) {
    return (
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon path={mdiStop} />}
        onClick={() => void stopRuns()}
        sx={{ minWidth: 84 }}
      >
        Stop
      </Button>
    );
  }
  return (
    <Button
      variant="contained"
      startIcon={<Icon path={mdiPlay} />}
      onClick={() => runItem(item)}
      title="Ctrl Enter"
      sx={{ minWidth: 84 }}
    >
      Run
    </Button>
  );
}

interface MenuButtonProps {
  readonly label: string;
  readonly children: (close: (done: unknown) => void) => ReactNode;
}

function MenuButton({ label, children }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={button}
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={open}
        endIcon={<Icon path={mdiChevronDown} sx={{ ml: -0.75 }} />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Menu open={open} anchorEl={button.current} onClose={() => setOpen(false)}>
        {children(() => setOpen(false))}
      </Menu>
    </>
  );
}
