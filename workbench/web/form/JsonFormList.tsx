import {
  type ArrayLayoutProps,
  composePaths,
  createDefaultValue,
  findUISchema,
  isObjectArrayWithNesting,
  type JsonFormsRendererRegistryEntry,
  Resolve,
  rankWith,
} from "@jsonforms/core";
import { JsonFormsDispatch, useJsonForms, withJsonFormsArrayLayoutProps } from "@jsonforms/react";
import { mdiChevronDown, mdiClose, mdiPlus } from "@mdi/js";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { Icon } from "../common/Icon";

/**
 * A list of objects. JSON Forms' own has buttons inside of buttons, which keyboards and screen
 * readers cannot tell apart, and takes much room.
 */
function JsonFormList(props: ArrayLayoutProps) {
  const { data, path, schema, rootSchema, label, addItem, removeItems, visible } = props;
  if (!visible) return null;
  const one = schema.title ?? "Item";
  return (
    <Box role="group" aria-label={label} sx={{ my: 0.5 }}>
      <Typography variant="h3">{label}</Typography>
      {Array.from({ length: data }, (_, index) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity than their place
          key={index}
          list={props}
          index={index}
          name={`${one} ${index + 1}`}
          onRemove={() => removeItems?.(path, [index])()}
        />
      ))}
      <Button
        onClick={addItem(path, createDefaultValue(schema, rootSchema))}
        startIcon={<Icon path={mdiPlus} />}
        aria-label={`Add ${one.toLowerCase()}`}
        sx={{ mt: 0.5, ml: -0.5 }}
      >
        Add {one.toLowerCase()}
      </Button>
    </Box>
  );
}

interface EntryProps {
  readonly list: ArrayLayoutProps;
  readonly index: number;
  readonly name: string;
  readonly onRemove: () => void;
}

function Entry({ list, index, name, onRemove }: EntryProps) {
  const { path, schema, uischema, uischemas = [], rootSchema, renderers, cells, enabled } = list;
  const [isOpen, setOpen] = useState(true);
  const own = composePaths(path, `${index}`);
  const title = useTitle(own, uischema.options?.elementLabelProp as string | undefined);
  const detail = useMemo(
    () => findUISchema(uischemas, schema, uischema.scope, path, undefined, uischema, rootSchema),
    [uischemas, schema, uischema, path, rootSchema],
  );
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{ border: 1, borderColor: "divider", borderRadius: 0.75, mt: 0.75 }}
    >
      <Box sx={{ display: "flex", alignItems: "center", pr: 0.5, bgcolor: "background.bar" }}>
        <Button
          color="inherit"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          startIcon={
            <Icon path={mdiChevronDown} sx={{ transform: isOpen ? undefined : "rotate(-90deg)" }} />
          }
          sx={{ flex: 1, justifyContent: "flex-start" }}
        >
          {title ? `${name}: ${title}` : name}
        </Button>
        <IconButton aria-label={`Remove ${name}`} onClick={onRemove}>
          <Icon path={mdiClose} sx={{ fontSize: 16 }} />
        </IconButton>
      </Box>
      {isOpen && (
        <Box sx={{ p: 1.25, pt: 0.75 }}>
          <JsonFormsDispatch
            schema={schema}
            uischema={detail}
            path={own}
            enabled={enabled}
            {...(renderers && { renderers })}
            {...(cells && { cells })}
          />
        </Box>
      )}
    </Box>
  );
}

/** The value that names an entry. */
function useTitle(path: string, property: string | undefined): string {
  const { core } = useJsonForms();
  if (!property) return "";
  const value: unknown = Resolve.data(core?.data, composePaths(path, property));
  return typeof value === "string" ? value : "";
}

/** For JSON Forms' list of renderers; it goes before JSON Forms' own. */
export const listRenderer: JsonFormsRendererRegistryEntry = {
  tester: rankWith(6, isObjectArrayWithNesting),
  renderer: withJsonFormsArrayLayoutProps(JsonFormList),
};
