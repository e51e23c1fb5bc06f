import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import type { Values } from "../../shared/catalog";
import { Field } from "./Field";
import type { FieldProps } from "./types";

/** An object, field by field. */
export function StructuredField({ item, input, id, value, onChange }: FieldProps) {
  const values = isValues(value) ? value : {};
  return (
    <Box sx={{ borderLeft: 2, borderColor: "divider", pl: 1.5, mt: -1 }}>
      {input.inputs?.map((child) => (
        <Field
          key={child.key}
          item={item}
          input={child}
          id={`${id}-${child.key}`}
          value={values[child.key] ?? child.default}
          onChange={(next) => onChange({ ...values, [child.key]: next })}
        />
      ))}
    </Box>
  );
}

/** An object whose fields follow from a choice. */
export function DynamicField(props: FieldProps) {
  const { input, id, value, onChange } = props;
  const { configuration = "", values = {} } = (isValues(value) ? value : {}) as {
    configuration?: string;
    values?: Values;
  };
  const chosen = input.inputs?.find(({ key }) => key === configuration);
  return (
    <Box>
      <Select
        fullWidth
        displayEmpty
        value={configuration}
        onChange={({ target }) => onChange({ configuration: target.value, values: {} })}
        SelectDisplayProps={{ id, "aria-labelledby": `${id}-label ${id}` }}
        inputProps={{ tabIndex: -1, "aria-hidden": true }}
      >
        <MenuItem value="">Choose</MenuItem>
        {input.inputs?.map(({ key, label }) => (
          <MenuItem key={key} value={key}>
            {label}
          </MenuItem>
        ))}
      </Select>
      {chosen && (
        <StructuredField
          {...props}
          input={chosen}
          id={`${id}-${configuration}`}
          value={values}
          onChange={(next) => onChange({ configuration, values: next })}
        />
      )}
    </Box>
  );
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
