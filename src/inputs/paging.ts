import { booleanInput, trimmedInput } from "./fields";

/** Whether to read a whole list. */
export const fetchAllInput = booleanInput({
  label: "Fetch All",
  default: "false",
  comments: "Get all pages as one list. When off, you get one page of about 100.",
});

/** Where a list continues (G14). */
export const cursorInput = trimmedInput({
  label: "Cursor",
  comments:
    "The previous page's records.cursor. Blank means the first page. A cursor works for about an hour, with the other inputs unchanged.",
  example: "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0",
});
