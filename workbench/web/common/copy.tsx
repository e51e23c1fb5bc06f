import { mdiCheck, mdiContentCopy } from "@mdi/js";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useEffect, useState } from "react";
import { Icon } from "./Icon";

const shownMs = 1_500;

/** Whether something was copied a moment ago, and what copies it. */
export function useCopy(): [boolean, (text: string) => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return [copied, copy];
}

/** A button that copies a text. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, copy] = useCopy();
  return (
    <Tooltip title={copied ? "Copied" : label}>
      <IconButton
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          copy(text);
        }}
        sx={{ p: 0.25 }}
      >
        <Icon path={copied ? mdiCheck : mdiContentCopy} sx={{ fontSize: 14 }} />
      </IconButton>
    </Tooltip>
  );
}
