import { type LeverName, levers } from "../levers";
import { anything, boolean, dateTime, list, object, oneOf, text } from "./json-schema";

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

/** `POST /sandbox/levers/{name}` */
export const leverParams = object(
  { name: oneOf("usedUpDay", ...(Object.keys(levers) as LeverName[])) },
  ["name"],
);
export const leverBody = object({
  ...target,
  retryAfter: { type: "number", minimum: 0 },
  scope: text,
});

/** `POST /sandbox/calls`: a call that took place some time ago and is shown some time from now. */
export const newCallBody = object({
  title: text,
  startedAt: dateTime,
  visibleInSeconds: { type: "number", minimum: 0 },
  isPrivate: boolean,
});

/** A body that must be there, so that no page elsewhere can send it without asking. */
export const emptyBody = object({});

/** `POST /sandbox/clock/advance` */
export const advanceBody = object({ seconds: { type: "number", minimum: 0 } }, ["seconds"]);
