import { booleanInput, lineInput } from "./fields";

/** Where a listing goes on. */
export const cursorInput = lineInput(
  {
    label: "Cursor",
    required: false,
    comments:
      "Where to go on: records.cursor of the answer before. Blank begins with the first page. Valid for about an hour, and only with the other inputs unchanged.",
    placeholder: "Cursor from an earlier answer",
    example: "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0",
  },
  10_000,
);

/** Whether to read a whole list. */
export const fetchAllInput = booleanInput({
  label: "Fetch All",
  required: false,
  default: "false",
  comments:
    "Read all pages and join them into one answer. When off, one page of about 100 records is read.",
});
