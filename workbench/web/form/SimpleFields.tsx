import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import OutlinedInput from "@mui/material/OutlinedInput";
import Select from "@mui/material/Select";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { lazy, Suspense } from "react";
import type { FieldProps } from "./types";

const CalendarButton = lazy(() =>
  import("./CalendarButton").then(({ CalendarButton }) => ({ default: CalendarButton })),
);

/** Attributes of the element that takes the focus. */
export const elementProps = ({ id, input, describedBy }: FieldProps) => ({
  id,
  "aria-describedby": describedBy,
  "aria-required": input.required || undefined,
});

const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : value === undefined || value === null
      ? ""
      : JSON.stringify(value);

/** One line of text, or several; with a calendar where the example is an instant. */
export function TextField(props: FieldProps) {
  const { input, value, onChange, isInvalid } = props;
  const isInstant = /^\d{4}-\d\d-\d\d(T|$)/.test(input.example ?? "");
  return (
    <OutlinedInput
      fullWidth
      multiline={input.type === "text"}
      minRows={input.type === "text" ? 3 : undefined}
      maxRows={12}
      type={input.type === "password" ? "password" : "text"}
      autoComplete="off"
      error={isInvalid}
      value={textOf(value)}
      placeholder={input.placeholder}
      onChange={({ target }) => onChange(target.value)}
      inputProps={{ ...elementProps(props), spellCheck: false }}
      endAdornment={
        isInstant && (
          <Suspense fallback={<Box sx={{ width: 26 }} />}>
            <CalendarButton
              label={`Choose ${input.label} from a calendar`}
              value={textOf(value)}
              withTime={(input.example ?? "").includes("T")}
              onChange={onChange}
            />
          </Suspense>
        )
      }
    />
  );
}

/** A drop-down, with what each choice is kept as. */
export function ChoiceField(props: FieldProps) {
  const { input, value, onChange, isInvalid, id } = props;
  const known = input.model?.some((choice) => choice.value === value);
  return (
    <Select
      fullWidth
      displayEmpty
      error={isInvalid}
      value={known ? (value as string) : ""}
      onChange={({ target }) => onChange(target.value)}
      SelectDisplayProps={{
        id,
        "aria-labelledby": `${id}-label ${id}`,
        "aria-describedby": props.describedBy,
      }}
      inputProps={{ tabIndex: -1, "aria-hidden": true }}
      renderValue={(shown) =>
        input.model?.find((choice) => choice.value === shown)?.label ?? (
          <Box component="span" sx={{ color: "text.secondary" }}>
            Choose
          </Box>
        )
      }
    >
      {!input.required && <MenuItem value="">None</MenuItem>}
      {input.model?.map((choice) => (
        <MenuItem
          key={choice.value}
          value={choice.value}
          sx={{ gap: 2, justifyContent: "space-between" }}
        >
          {choice.label}
          <Typography variant="caption" color="text.secondary">
            {choice.value !== choice.label && choice.value}
          </Typography>
        </MenuItem>
      ))}
    </Select>
  );
}

/** A switch; the canvas keeps it as the text "true" or "false". */
export function BooleanField(props: FieldProps) {
  const { value, onChange } = props;
  const isOn = value === true || value === "true";
  return (
    <Box sx={{ display: "flex", alignItems: "center", ml: -0.75 }}>
      <Switch
        size="small"
        checked={isOn}
        onChange={(_, checked) => onChange(String(checked))}
        slotProps={{ input: { ...elementProps(props), role: "switch" } }}
      />
      <Typography variant="body2" color="text.secondary" sx={{ ml: 0.75 }} aria-hidden>
        {isOn ? "true" : "false"}
      </Typography>
    </Box>
  );
}
