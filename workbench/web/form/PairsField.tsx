import { mdiClose } from "@mdi/js";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import OutlinedInput from "@mui/material/OutlinedInput";
import { Icon } from "../common/Icon";
import { Control } from "./Field";
import { AddButton } from "./ListField";
import type { FieldProps } from "./types";

interface Pair {
  readonly key: string;
  readonly value: unknown;
}

/** Names with values, a row for each pair. */
export function PairsField(props: FieldProps) {
  const { input, value, onChange, id } = props;
  const rows = Array.isArray(value) ? (value as Pair[]) : [];
  const { collection: _, ...one } = input;
  const change = (index: number, more: Partial<Pair>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...more } : row)));
  return (
    <Box sx={{ display: "grid", gap: 0.75 }}>
      {rows.map((row, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
          key={index}
          sx={{
            display: "grid",
            gridTemplateColumns: "2fr 3fr auto",
            gap: 0.5,
            alignItems: "start",
          }}
        >
          <OutlinedInput
            value={row.key}
            placeholder={input.keyLabel ?? "Name"}
            onChange={({ target }) => change(index, { key: target.value })}
            inputProps={{
              id: index === 0 ? id : `${id}-${index}`,
              "aria-label": `${input.label} ${index + 1}, name`,
              spellCheck: false,
            }}
          />
          <PairValue
            {...props}
            id={`${id}-${index}-value`}
            input={{ ...one, label: `${input.label} ${index + 1}`, placeholder: "Value" }}
            value={row.value}
            onChange={(next) => change(index, { value: next })}
          />
          <IconButton
            aria-label={`Remove ${input.label} ${index + 1}`}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            <Icon path={mdiClose} sx={{ fontSize: 16 }} />
          </IconButton>
        </Box>
      ))}
      <AddButton
        id={rows.length === 0 ? id : `${id}-add`}
        label={`Add to ${input.label}`}
        onClick={() => onChange([...rows, { key: "", value: "" }])}
      />
    </Box>
  );
}

function PairValue(props: FieldProps) {
  if (props.input.type !== "string") return <Control {...props} />;
  return (
    <OutlinedInput
      value={props.value ?? ""}
      placeholder="Value"
      onChange={({ target }) => props.onChange(target.value)}
      inputProps={{ id: props.id, "aria-label": `${props.input.label}, value`, spellCheck: false }}
    />
  );
}
