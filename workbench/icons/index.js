import {
  mdiAlertCircleOutline,
  mdiArrowDown,
  mdiArrowUp,
  mdiChevronDown,
  mdiClose,
  mdiDeleteOutline,
  mdiPlus,
} from "@mdi/js";
import { createSvgIcon } from "@mui/material/utils";
import { createElement } from "react";

const icon = (path, name) => createSvgIcon(createElement("path", { d: path }), name);

export const Add = icon(mdiPlus, "Add");
export const ArrowDownward = icon(mdiArrowDown, "ArrowDownward");
export const ArrowUpward = icon(mdiArrowUp, "ArrowUpward");
export const Close = icon(mdiClose, "Close");
export const Delete = icon(mdiDeleteOutline, "Delete");
export const ErrorOutline = icon(mdiAlertCircleOutline, "ErrorOutline");
export const ExpandMore = icon(mdiChevronDown, "ExpandMore");
