import { defineInput } from "../../inputs/define";
import { booleanInput, choiceInput, lineInput, numberInput, pairsInput } from "../../inputs/fields";
import { isBlank, type Reader, readLine } from "../../inputs/readers";

/** What the platform allows an execution, in milliseconds. */
export const maxExecutionMs = 15 * 60_000;

const methods = [
  ...["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "LINK", "PURGE", "UNLINK"],
];

/** Any method of HTTP (B13) but CONNECT, which opens a tunnel and sends no request. */
const readMethod: Reader<string> = (given, refuse) => {
  const method = readLine()(given, refuse).toUpperCase();
  return /^[A-Z][A-Z-]*$/.test(method) && method !== "CONNECT"
    ? method
    : refuse(`must be an HTTP method, such as ${methods.join(", ")}`);
};

const responseTypeInput = choiceInput(
  {
    label: "Response Type",
    required: true,
    default: "json",
    comments:
      "How to read the answer: json as a value, or as text where it is no JSON; text or document as it came; arraybuffer as a file.",
    placeholder: "json",
    example: "json",
  },
  ["json", "text", "arraybuffer", "document"],
);

/** The inputs of Raw Request beside the connection. */
export const rawRequestInputs = {
  url: lineInput(
    {
      label: "URL",
      required: true,
      comments:
        "Path of the API operation, put behind the connection's address. A whole address is taken when it is on the connection's host, and refused otherwise.",
      placeholder: "/v2/calls",
      example: "/v2/calls",
    },
    Number.POSITIVE_INFINITY,
  ),
  method: defineInput(
    { type: "string", model: methods.map((method) => ({ label: method, value: method })) },
    {
      label: "Method",
      required: true,
      comments: "HTTP method of the operation.",
      placeholder: "Method",
      example: "GET",
    },
    readMethod,
  ),
  data: defineInput(
    { type: "string" },
    {
      label: "Data",
      required: false,
      comments:
        "Body of the request: JSON text, an object, other text, or a file. Leave it blank when Form Data or File Data is given.",
      placeholder: '{"filter": {"callIds": ["7782342274025937895"]}}',
      example: '{"filter": {"callIds": ["7782342274025937895"]}}',
    },
    (given): unknown => given,
  ),
  formData: pairsInput({
    label: "Form Data",
    required: false,
    comments: "Text fields of a multipart body, by name.",
    placeholder: "Value",
    example: "name: value",
  }),
  fileData: pairsInput({
    label: "File Data",
    required: false,
    comments:
      "Files of a multipart body, by field name; each value is a file from an earlier step or text.",
    placeholder: "File of an earlier step",
    example: "mediaFile: the result of a step that downloads a file",
  }),
  fileDataFileNames: pairsInput({
    label: "File Data File Names",
    required: false,
    comments:
      "Names for the files of File Data, by the same field names. Without one, the field name is used.",
    placeholder: "recording.mp3",
    example: "mediaFile: recording.mp3",
  }),
  queryParams: pairsInput({
    label: "Query Parameter",
    required: false,
    comments: "Query parameters by name; they are encoded and added to those in the URL.",
    placeholder: "Value",
    example: "fromDateTime: 2026-03-01T00:00:00Z",
  }),
  headers: pairsInput({
    label: "Header",
    required: false,
    comments: "Headers by name. Authorization comes from the connection and cannot be replaced.",
    placeholder: "Value",
    example: "X-Correlation-Id: 42",
  }),
  responseType: {
    ...responseTypeInput,
    clean: (value: unknown) => (isBlank(value) ? "json" : responseTypeInput.clean(value)),
  },
  timeout: numberInput(
    {
      label: "Timeout",
      required: false,
      comments:
        "Milliseconds to wait for the answer, up to 900000. Blank or 0 means one minute, or 14 minutes with File Data.",
      placeholder: "60000",
      example: "60000",
    },
    { min: 0 },
  ),
  debugRequest: booleanInput({
    label: "Debug Request",
    required: false,
    default: "false",
    comments:
      "Log a line for each attempt: method, path, status, time and Gong's request id. Headers and bodies are never logged.",
  }),
  retryDelayMS: numberInput(
    {
      label: "Retry Delay (ms)",
      required: false,
      default: "0",
      comments: "Milliseconds to wait before each retry.",
      placeholder: "0",
      example: "1000",
    },
    { min: 0 },
  ),
  retryAllErrors: booleanInput({
    label: "Retry On All Errors",
    required: false,
    default: "false",
    comments:
      "Retry after every error and with every method, also requests that create something. When off, lost connections and 5xx answers are retried, and only for GET, HEAD, OPTIONS, PUT and DELETE.",
  }),
  maxRetries: numberInput({
    label: "Max Retry Count",
    required: false,
    default: "0",
    comments:
      "Retries at most; 0 means none. A 429 with Retry-After is waited for in any case, and does not count.",
    placeholder: "0",
    example: "3",
  }),
  useExponentialBackoff: booleanInput({
    label: "Use Exponential Backoff",
    required: false,
    default: "false",
    comments:
      "Double the wait with each retry, beginning with Retry Delay (ms), or with one second where that is 0.",
  }),
};
