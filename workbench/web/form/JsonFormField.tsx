import type { JsonSchema, UISchemaElement } from "@jsonforms/core";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useCallback, useEffect, useState } from "react";
import { runPicker } from "./choices";
import type { FieldProps } from "./types";

/** What a data source of the type jsonForm hands out. */
export interface FormDefinition {
  readonly schema: JsonSchema;
  readonly uiSchema: UISchemaElement;
  readonly data?: unknown;
}

/** A form that a data source defines, drawn by JSON Forms as the platform does. */
export function JsonFormField({ item, input, id, value, onChange }: FieldProps) {
  const [form, setForm] = useState<FormDefinition>();
  const [problem, setProblem] = useState("");
  const source = input.dataSource ?? "";

  const load = useCallback(async () => {
    setProblem("");
    try {
      setForm((await runPicker(item, source)) as FormDefinition);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }, [item, source]);

  useEffect(() => void load(), [load]);

  if (!form) {
    return (
      <Box role="status">
        <Typography
          variant="body2"
          color={problem ? "error.main" : "text.secondary"}
          sx={{ py: 1 }}
        >
          {problem
            ? `The form could not be made: ${problem}`
            : "Asking the data source for the form …"}
        </Typography>
        {problem && <Button onClick={() => void load()}>Try again</Button>}
      </Box>
    );
  }
  return <DrawnForm id={id} form={form} data={value ?? form.data ?? {}} onChange={onChange} />;
}

interface DrawnFormProps {
  readonly id: string;
  readonly form: FormDefinition;
  readonly data: unknown;
  readonly onChange: (data: unknown) => void;
}

/** The form itself. */
export function DrawnForm({ id, form, data, onChange }: DrawnFormProps) {
  return (
    <Box id={id} tabIndex={-1} sx={formStyle}>
      <JsonForms
        schema={form.schema}
        uischema={form.uiSchema}
        data={typeof data === "string" ? parsed(data) : data}
        renderers={materialRenderers}
        cells={materialCells}
        onChange={(state) => {
          if (JSON.stringify(state.data) !== JSON.stringify(data)) onChange(state.data);
        }}
      />
    </Box>
  );
}

const formStyle = {
  border: 1,
  borderColor: "divider",
  borderRadius: 0.75,
  p: 1.5,
  // JSON Forms takes these colors from the light theme, whatever is shown.
  "& .MuiBadge-root .MuiSvgIcon-root, & .MuiBadge-badge": { color: "error.main" },
  "& .MuiGrid-root > .MuiFormControl-root, & .MuiGrid-root > .MuiTextField-root": { mt: 1 },
} as const;

/** Rules filled in as an example are text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
