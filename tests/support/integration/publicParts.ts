import { anything, type Schema } from "./known";

/** What is known of an input. */
export interface InputFacts {
  readonly key: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly collection?: string;
  readonly default?: unknown;
  readonly model?: readonly { readonly value: string }[];
}

/** How the platform treats a step. */
type Kind = "action" | "trigger" | "get" | "post" | "mail" | "code" | "loop" | "branch" | "stop";

/** What can stand in a step. */
export interface StepPart {
  readonly kind: Kind;
  readonly inputs: readonly InputFacts[];
  /** What other steps see of it. */
  readonly results: Schema;
  /** Names of its branches where they do not depend on its inputs. */
  readonly branches?: readonly string[];
}

const facts = [
  ...["headers", "queryParameters", "rawBody", "pathFragment", "invokeUrl", "executionId"],
  ...["customer", "instance", "user", "integration", "flow", "startedAt"],
];

/** What a trigger hands on: the request in the shape of the platform, whatever its body holds. */
const payload: Schema = {
  properties: {
    ...Object.fromEntries(facts.map((name) => [name, anything])),
    body: { properties: { data: anything, contentType: { type: "string" } } },
  },
};

const part = (kind: Kind, inputs: InputFacts[], results = anything) => ({ kind, inputs, results });
const needed = (key: string) => ({ key, required: true });
const headers = { key: "headers", collection: "keyvaluelist" };

/** Every part of a public component that the examples may use, by `component.key`. */
export const publicParts: Readonly<Record<string, StepPart>> = {
  "webhook-triggers.webhook": part("trigger", [], payload),
  "schedule-triggers.schedule": part("trigger", [], payload),
  "http.httpGet": part("get", [needed("url"), headers]),
  "http.httpPost": part("post", [needed("url"), needed("data"), headers]),
  "smtp.sendEmail": part("mail", [
    { ...needed("connection"), type: "connection" },
    { ...needed("to"), collection: "valuelist" },
    ...[{ key: "from" }, needed("subject"), needed("text")],
  ]),
  "code.runCode": part("code", [needed("code")]),
  "loop.loopOverItems": part("loop", [needed("items")]),
  "branch.branchOnExpression": part("branch", [
    { ...needed("conditions"), collection: "valuelist" },
  ]),
  "stop-execution.stopExecution": part("stop", []),
};

/** Inputs of the connections of public components that the examples may use. */
export const publicConnections: Readonly<Record<string, readonly InputFacts[]>> = {
  "smtp.smtpConnection": [
    ...["host", "port"].map(needed),
    ...["secure", "allowUnauthorized", "username", "password"].map((key) => ({ key })),
  ],
};
