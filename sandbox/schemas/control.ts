import { anything, list, object, oneOf, text } from "./json-schema";

const milliseconds = { type: "number", minimum: 0, maximum: 3_600_000 } as const;
const status = { type: "integer", minimum: 200, maximum: 599 } as const;
const target = {
  times: { type: "integer", minimum: 1 },
  method: text,
  path: text,
} as const;

/** Faults by their kind; each kind has a schema of its own so that complaints stay readable. */
export const faultBodies = {
  status: object(
    {
      ...target,
      kind: oneOf("status"),
      status,
      retryAfter: { type: ["number", "string"] },
      errors: list(text),
      body: anything,
    },
    ["kind", "status"],
  ),
  delay: object({ ...target, kind: oneOf("delay"), milliseconds }, ["kind", "milliseconds"]),
  cut: object(
    { ...target, kind: oneOf("cut"), when: oneOf("before", "during", "afterExecuting") },
    ["kind", "when"],
  ),
  truncatedJson: object({ ...target, kind: oneOf("truncatedJson") }, ["kind"]),
  html: object(
    { ...target, kind: oneOf("html"), status: { type: "integer", enum: [200, 502] } } as const,
    ["kind"],
  ),
};

/** Enough to find the schema of a fault. */
export const faultKind = {
  type: "object",
  properties: { kind: { type: "string", enum: Object.keys(faultBodies) } },
  required: ["kind"],
} as const;

/** `POST /sandbox/clock/advance` */
export const advanceBody = object({ seconds: { type: "number", minimum: 0 } }, ["seconds"]);
