import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { lazy, type ReactNode, Suspense } from "react";
import type { InputDefinition } from "../../shared/catalog";
import { ErrorBoundary } from "../common/ErrorBoundary";
import { FileField } from "./FileField";
import { ListField } from "./ListField";
import { PairsField } from "./PairsField";
import { PickerField } from "./PickerField";
import { BooleanField, ChoiceField, TextField } from "./SimpleFields";
import { DynamicField, StructuredField } from "./StructuredField";
import type { FieldProps } from "./types";

const CodeField = lazy(() =>
  import("./CodeField").then(({ CodeField }) => ({ default: CodeField })),
);
const DateField = lazy(() =>
  import("./DateField").then(({ DateField }) => ({ default: DateField })),
);
const JsonFormField = lazy(() =>
  import("./JsonFormField").then(({ JsonFormField }) => ({ default: JsonFormField })),
);

/** A field with its label above and its comment below, as on the canvas. */
export function Field(props: FieldProps & { readonly refusal?: string | undefined }) {
  const { input, id, refusal } = props;
  const commentId = `${id}-comment`;
  const isGroup = isGrouped(input);
  return (
    <Box
      data-input={input.key}
      role={isGroup ? "group" : undefined}
      aria-labelledby={isGroup ? `${id}-label` : undefined}
      sx={{ pt: 1.75, minWidth: 0 }}
    >
      <Label input={input} id={id} isGroup={isGroup} />
      <ErrorBoundary>
        <Suspense fallback={<Box sx={{ minHeight: 34 }} />}>
          <Control {...props} describedBy={commentId} isInvalid={refusal !== undefined} />
        </Suspense>
      </ErrorBoundary>
      <Box id={commentId}>
        {refusal !== undefined && (
          <Typography variant="body2" color="error.main" sx={{ mt: 0.5, fontWeight: 500 }}>
            {refusal}
          </Typography>
        )}
        {input.comments && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, textWrap: "pretty" }}>
            {input.comments}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** Several controls under one label. */
function isGrouped({ collection, type, dataSource }: InputDefinition): boolean {
  const ownGroups = ["structuredObject", "dynamicObject", "jsonForm"];
  return (
    collection !== undefined || ownGroups.includes(type) || (type === "jsonForm" && !!dataSource)
  );
}

function Label({ input, id, isGroup }: { input: InputDefinition; id: string; isGroup: boolean }) {
  return (
    <Box sx={{ display: "flex", alignItems: "baseline", gap: 1, mb: 0.5 }}>
      <Typography
        component={isGroup ? "div" : "label"}
        id={`${id}-label`}
        {...(!isGroup && { htmlFor: id })}
        variant="h3"
        sx={{ flex: 1 }}
      >
        {input.label}
        {input.required && (
          <Box component="span" aria-hidden sx={{ color: "error.main" }}>
            {" *"}
          </Box>
        )}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {kindOf(input)}
      </Typography>
    </Box>
  );
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  text: "long text",
  data: "file",
  password: "secret",
  boolean: "yes or no",
  structuredObject: "fields",
  dynamicObject: "fields",
  jsonForm: "form",
  timestamp: "date and time",
};

/** What kind of value it takes, for people. */
function kindOf({ type, collection, language, model, dataSource }: InputDefinition): string {
  const one = kinds[type] ?? (type === "code" ? (language ?? "code").toUpperCase() : type);
  if (collection === "valuelist") return dataSource ? "list from a picker" : `list of ${one}`;
  if (collection === "keyvaluelist") return "names and values";
  if (model && model.length > 0) return "choice";
  if (dataSource && type === "string") return "picker";
  return one;
}

/** The control for a kind of input, without label and comment. */
export function Control(props: FieldProps): ReactNode {
  const { type, collection, model, dataSource } = props.input;
  if (collection === "valuelist") return <ListField {...props} />;
  if (collection === "keyvaluelist") return <PairsField {...props} />;
  if (model && model.length > 0) return <ChoiceField {...props} />;
  switch (type) {
    case "structuredObject":
      return <StructuredField {...props} />;
    case "dynamicObject":
      return <DynamicField {...props} />;
    case "jsonForm":
      return <JsonFormField {...props} />;
    case "boolean":
      return <BooleanField {...props} />;
    case "data":
      return <FileField {...props} />;
    case "code":
      return <CodeField {...props} />;
    case "date":
    case "timestamp":
      return <DateField {...props} />;
    default:
      return dataSource ? <PickerField {...props} /> : <TextField {...props} />;
  }
}
