import { mdiFileOutline, mdiUpload } from "@mdi/js";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { type DragEvent, useRef, useState } from "react";
import { isFile } from "../../shared/catalog";
import { type ServerError, sendFile } from "../api";
import { bytes } from "../common/format";
import { Icon } from "../common/Icon";
import { elementProps } from "./SimpleFields";
import type { FieldProps } from "./types";

/** A file, chosen or dropped; on the platform it comes from an earlier step. */
export function FileField(props: FieldProps) {
  const { value, onChange, isInvalid, input } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState("");

  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem("");
    try {
      onChange(await sendFile(file));
    } catch (error) {
      setProblem((error as ServerError).message);
    }
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };

  return (
    <Box
      onDragOver={over}
      onDragLeave={over}
      onDrop={(event) => {
        over(event);
        void take(event.dataTransfer.files[0]);
      }}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        p: 1,
        border: 1,
        borderStyle: "dashed",
        borderColor: isInvalid ? "error.main" : isOver ? "primary.main" : "divider",
        borderRadius: 0.75,
        bgcolor: isOver ? "background.soft" : undefined,
      }}
    >
      <input
        type="file"
        ref={chooser}
        hidden
        aria-label={`${input.label}, file`}
        onChange={({ target }) => void take(target.files?.[0])}
      />
      {isFile(value) ? (
        <>
          <Icon path={mdiFileOutline} />
          <Typography
            variant="body2"
            sx={{ flex: 1, overflow: "hidden", textOverflow: "ellipsis" }}
          >
            {value.name}, {bytes(value.size)}
          </Typography>
          <Button onClick={() => onChange(undefined)}>Remove</Button>
        </>
      ) : (
        <>
          <Button
            {...elementProps(props)}
            aria-label={`${input.label}: choose a file`}
            startIcon={<Icon path={mdiUpload} />}
            onClick={() => chooser.current?.click()}
          >
            Choose a file
          </Button>
          <Typography variant="body2" color="text.secondary">
            or drop one here
          </Typography>
        </>
      )}
      {problem && <Alert severity="error">{problem}</Alert>}
    </Box>
  );
}
