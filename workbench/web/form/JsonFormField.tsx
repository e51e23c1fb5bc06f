import type { JsonSchema, UISchemaElement } from "@jsonforms/core";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useCallback, useEffect, useRef, useState } from "react";
import { runPicker } from "./choices";
import { listRenderer } from "./JsonFormList";
import type { FieldProps } from "./types";

/** Comments that came and went with the focus would move what is about to be clicked. */
const config = { showUnfocusedDescription: true };

const renderers = [...materialRenderers, listRenderer];

/** The result of a data source of the type jsonForm. */
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
          {problem ? `The form could not be loaded: ${problem}` : "Loading the form …"}
        </Typography>
        {problem && <Button onClick={() => void load()}>Try again</Button>}
      </Box>
    );
  }
  return <DrawnForm id={id} form={form} data={value ?? form.data ?? nothing} onChange={onChange} />;
}

interface DrawnFormProps {
  readonly id: string;
  readonly form: FormDefinition;
  readonly data: unknown;
  readonly onChange: (data: unknown) => void;
}

/** The form itself. */
export function DrawnForm({ id, form, data = nothing, onChange }: DrawnFormProps) {
  // What the form reported is not set again: the form may have changed since.
  const reported = useRef<unknown>(undefined);
  const given = useRef(data);
  if (data !== reported.current) given.current = data;
  return (
    <Box id={id} tabIndex={-1} sx={formStyle}>
      <JsonForms
        schema={form.schema}
        uischema={form.uiSchema}
        data={typeof given.current === "string" ? parsed(given.current) : given.current}
        renderers={renderers}
        cells={materialCells}
        config={config}
        // The component's own check says below what is missing, by the rule's name.
        validationMode="ValidateAndHide"
        onChange={(state) => {
          const isSame = JSON.stringify(state.data) === JSON.stringify(data);
          reported.current = state.data;
          if (!isSame) onChange(state.data);
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
  // JSON Forms takes these colors from the light theme, even in the dark one.
  "& .MuiBadge-root .MuiSvgIcon-root, & .MuiBadge-badge": { color: "error.main" },
  "& .MuiGrid-root > .MuiFormControl-root, & .MuiGrid-root > .MuiTextField-root": { mt: 1 },
  "& .MuiFormHelperText-root": { mb: 1 },
} as const;

/** The same object each time: another one would reset the form. */
const nothing = {};

/** Rules filled in as an example are text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
