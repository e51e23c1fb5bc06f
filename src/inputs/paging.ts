import { booleanInput, trimmedInput } from "./fields";

/** Whether to read a whole list. */
export const fetchAllInput = booleanInput({
  label: "Fetch All",
  default: "false",
  comments: "Read all pages and join them into one list. When off, you get one page of about 100.",
});

/** Where a listing goes on (G14). */
export const cursorInput = trimmedInput({
  label: "Cursor",
  comments:
    "Where to go on: records.cursor of the page before. Leave it blank for the first page. A cursor works for about an hour, and only with the same other inputs.",
  placeholder: "Cursor of the page before",
  example: "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0",
});
