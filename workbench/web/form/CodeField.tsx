import Box from "@mui/material/Box";
import { useEffect, useRef } from "react";
import { createEditor, type Editor } from "./codeEditor";
import type { FieldProps } from "./types";

/** Code in an editor, which marks errors of JSON at their place. */
export function CodeField(props: FieldProps) {
  const { id, input, value, onChange, isInvalid, describedBy } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const report = useRef(onChange);
  report.current = onChange;
  const text =
    typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value, null, 2);

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; changes go the other ways
  useEffect(() => {
    if (!place.current) return;
    editor.current = createEditor(place.current, {
      text,
      isJson: input.language === "json",
      placeholder: input.example ?? input.placeholder ?? "",
      attributes: {
        id,
        "aria-label": input.label,
        ...(describedBy && { "aria-describedby": describedBy }),
      },
      onChange: (next) => report.current(next),
    });
    return () => editor.current?.destroy();
  }, []);

  useEffect(() => editor.current?.setText(text), [text]);

  return (
    <Box
      ref={place}
      sx={{
        border: 1,
        borderColor: isInvalid
          ? "error.main"
          : "color-mix(in srgb, var(--mui-palette-text-secondary) 45%, transparent)",
        borderRadius: 0.75,
        overflow: "hidden",
        "&:focus-within": {
          outline: "2px solid var(--mui-palette-primary-main)",
          outlineOffset: -1,
        },
      }}
    />
  );
}
