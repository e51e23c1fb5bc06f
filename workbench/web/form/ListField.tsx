import { mdiClose, mdiPlus } from "@mdi/js";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Icon } from "../common/Icon";
import { Control } from "./Field";
import type { FieldProps } from "./types";

/** A list, a row for each value. */
export function ListField(props: FieldProps) {
  const { input, value, onChange, id } = props;
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const { collection: _, ...one } = input;
  const isStructured = input.type === "structuredObject";
  return (
    <Box sx={{ display: "grid", gap: 0.75 }}>
      {rows.map((row, index) => {
        const label = `${input.label} ${index + 1}`;
        const rowId = index === 0 ? id : `${id}-${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
          <Box key={index} sx={{ display: "flex", gap: 0.5, alignItems: "flex-start" }}>
            <Box sx={{ flex: 1, minWidth: 0 }} role="group" aria-label={label}>
              <Box component="label" htmlFor={rowId} sx={hidden}>
                {label}
              </Box>
              <Control
                {...props}
                id={rowId}
                input={{ ...one, label }}
                value={row}
                onChange={(next) => onChange(rows.with(index, next))}
              />
            </Box>
            <IconButton
              aria-label={`Remove ${label}`}
              onClick={() => onChange(rows.toSpliced(index, 1))}
              sx={{ mt: 0.25 }}
            >
              <Icon path={mdiClose} sx={{ fontSize: 16 }} />
            </IconButton>
          </Box>
        );
      })}
      <AddButton
        id={rows.length === 0 ? id : `${id}-add`}
        label={`Add to ${input.label}`}
        onClick={() => onChange([...rows, isStructured ? {} : ""])}
      />
    </Box>
  );
}

/** Takes something off the screen that only is read aloud. */
export const hidden = {
  position: "absolute",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

/** Adds a row. */
export function AddButton({
  id,
  label,
  onClick,
}: {
  id: string;
  label: string;
  onClick: () => void;
}) {
  return (
    <Button
      id={id}
      aria-label={label}
      onClick={onClick}
      startIcon={<Icon path={mdiPlus} />}
      sx={{ justifySelf: "start", ml: -0.5 }}
    >
      Add
    </Button>
  );
}
