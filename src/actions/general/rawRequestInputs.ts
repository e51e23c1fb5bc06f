import { defineInput } from "../../inputs/define";
import {
  booleanInput,
  lineInput,
  numberInput,
  pairsInput,
  suggestionInput,
} from "../../inputs/fields";

/** What the platform allows an execution, in milliseconds. */
export const maxExecutionMs = 15 * 60_000;

const pairs = (label: string, comments: string, placeholder: string, example: string) =>
  pairsInput({ label, comments, placeholder, example });

/** @param preset what a blank field means, where the form shows it */
const number = (label: string, comments: string, example: string, preset?: string) => {
  const field = { label, comments, placeholder: example, example } as const;
  return numberInput(preset ? { ...field, default: preset } : field);
};

const toggle = (label: string, comments: string) =>
  booleanInput({ label, default: "false", comments });

/** The inputs of Raw Request beside the connection. */
export const rawRequestInputs = {
  url: lineInput({
    label: "URL",
    required: true,
    comments:
      "Path of the API operation. A whole address works too when it is on the connection's host.",
    example: "/v2/calls",
  }),
  method: suggestionInput({
    label: "Method",
    required: true,
    comments: "HTTP method of the operation.",
    placeholder: "Method",
    example: "GET",
    choices: [
      "GET",
      "POST",
      "PUT",
      "PATCH",
      "DELETE",
      "HEAD",
      "OPTIONS",
      "LINK",
      "PURGE",
      "UNLINK",
    ],
  }),
  data: defineInput(
    { type: "string" },
    {
      label: "Data",
      comments:
        "Body of the request: JSON text, an object, a file, or other text, which counts as form-encoded. Leave it blank when you give Form Data or File Data.",
      example: '{"filter": {"callIds": ["7782342274025937895"]}}',
    },
    (given): unknown => given,
  ),
  formData: pairs("Form Data", "Text fields of a multipart body.", "Value", "name: value"),
  fileData: pairs(
    "File Data",
    "Files of a multipart body, by field name. Each value is a file from an earlier step, or text.",
    "File from an earlier step",
    "mediaFile: the result of a step that downloads a file",
  ),
  fileDataFileNames: pairs(
    "File Data File Names",
    "Names for the files of File Data, by the same field names. Without one, the field name is used.",
    "recording.mp3",
    "mediaFile: recording.mp3",
  ),
  queryParams: pairs(
    "Query Parameter",
    "Query parameters, added to those in the URL. A list becomes a parameter that repeats.",
    "Value",
    "fromDateTime: 2026-03-01T00:00:00Z",
  ),
  headers: pairs(
    "Header",
    "Headers to send. Authorization comes from the connection.",
    "Value",
    "X-Correlation-Id: 42",
  ),
  responseType: suggestionInput({
    label: "Response Type",
    default: "json",
    comments:
      "How to read the answer: json (text where it isn't JSON), text or document as it came, or arraybuffer for a file.",
    example: "json",
    choices: ["json", "text", "arraybuffer", "document"],
  }),
  timeout: number(
    "Timeout",
    "Milliseconds to wait for the answer. Blank means one minute, or 14 minutes with File Data.",
    "60000",
  ),
  debugRequest: toggle("Debug Request", "Log a line for each attempt, without headers and bodies."),
  retryDelayMS: number("Retry Delay (ms)", "Milliseconds to wait before each retry.", "1000", "0"),
  retryAllErrors: toggle(
    "Retry On All Errors",
    "Retry after every error and with every method. When off, only lost connections and 5xx answers are retried, and no POST or PATCH.",
  ),
  maxRetries: number(
    "Max Retry Count",
    "How many times to retry. Waits for Gong's limit do not count.",
    "3",
    "0",
  ),
  useExponentialBackoff: toggle(
    "Use Exponential Backoff",
    "Double the wait with each retry, from one second when Retry Delay (ms) is 0.",
  ),
};
