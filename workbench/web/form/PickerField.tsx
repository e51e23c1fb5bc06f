import Autocomplete, { createFilterOptions } from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import MuiTextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { mono } from "../theme";
import { type Choice, fetchChoices } from "./choices";
import { elementProps } from "./SimpleFields";
import type { FieldProps } from "./types";

/** More would be slow to draw, and is found by typing. */
const maxShown = 100;
const filterOptions = createFilterOptions<Choice>({
  limit: maxShown,
  stringify: ({ key, label }) => `${label} ${key}`,
});

/** A value that a picker offers, or that is typed. */
export function PickerField(props: FieldProps) {
  const { item, input, value, onChange, isInvalid } = props;
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [status, setStatus] = useState<"idle" | "loading" | { problem: string }>("idle");
  const text = typeof value === "string" ? value : "";
  const chosen = choices.find(({ key }) => key === text);
  // What stood there when the list was opened is no search.
  const [isTyped, setTyped] = useState(false);

  const load = async () => {
    setStatus("loading");
    try {
      setChoices(await fetchChoices(item, input.dataSource ?? ""));
      setStatus("idle");
    } catch (error) {
      setStatus({ problem: (error as Error).message });
    }
  };

  return (
    <>
      <Autocomplete
        freeSolo
        forcePopupIcon
        options={choices}
        filterOptions={(options, state) =>
          filterOptions([...options], isTyped ? state : { ...state, inputValue: "" })
        }
        loading={status === "loading"}
        loadingText="Running the picker …"
        inputValue={text}
        onOpen={({ type }) => {
          // Typing a known id costs no request.
          if (type === "change") return;
          setTyped(false);
          void load();
        }}
        onInputChange={(_, next, reason) => {
          if (reason === "reset") return;
          setTyped(true);
          onChange(next);
        }}
        onChange={(_, next) =>
          next !== null && onChange(typeof next === "string" ? next : next.key)
        }
        getOptionLabel={(option) => (typeof option === "string" ? option : option.key)}
        getOptionKey={(option) => (typeof option === "string" ? option : option.key)}
        renderOption={({ key, ...optionProps }, { key: id, label }) => (
          <Box
            component="li"
            key={key}
            {...optionProps}
            sx={{ display: "block !important", py: "4px !important" }}
          >
            <Box sx={{ fontSize: 12.5 }}>{label}</Box>
            <Box sx={{ fontFamily: mono, fontSize: 11, color: "text.secondary" }}>
              {id !== label && id}
            </Box>
          </Box>
        )}
        renderInput={({ inputProps, ...rest }) => (
          <MuiTextField
            {...rest}
            error={isInvalid}
            placeholder={input.placeholder}
            slotProps={{ htmlInput: { ...inputProps, ...elementProps(props), spellCheck: false } }}
          />
        )}
        slotProps={{ popupIndicator: { "aria-label": `Open ${input.label}` } }}
      />
      {chosen && chosen.label !== chosen.key && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {chosen.label}
        </Typography>
      )}
      {typeof status === "object" && (
        <Typography variant="body2" color="error.main" role="alert" sx={{ mt: 0.5 }}>
          The picker failed: {status.problem}
        </Typography>
      )}
    </>
  );
}
