/** Only what the platform's notes describe, so that nothing else slips into an example. */
const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const text = { type: "string" };
const words = { type: "string", pattern: "\\S" };
const list = (items: object) => ({ type: "array", items });

const part = object({
  key: words,
  component: object({ key: words, isPublic: { type: "boolean" }, version: { const: "LATEST" } }),
});

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const inputs = { type: "object", additionalProperties: ref("value") };

const visibility = object({
  visibleToCustomerDeployer: { type: "boolean" },
  visibleToOrgDeployer: { type: "boolean" },
  orgOnly: { type: "boolean" },
});

const connectionInputs = {
  type: "object",
  additionalProperties: object({ type: { const: "value" }, value: text, meta: visibility }),
};

const step = {
  /** Names that become the same in camel case wherever that is done: letters and single spaces. */
  name: { type: "string", pattern: "^[A-Z][a-z]*( [A-Za-z][a-z]*)*$" },
  description: { type: "string", pattern: "^[A-Z].*\\.$" },
  action: part,
  inputs,
};

const schedule = object({
  type: { const: "value" },
  value: { type: "string", pattern: "^(\\S+ ){4}\\S+$" },
  meta: object({ scheduleType: { const: "custom" }, timeZone: text }),
});

const configVar = (kind: Record<string, object>, optional: Record<string, object> = {}) =>
  object({ key: words, description: words, ...kind }, optional);

/** The shape of an integration definition, as a JSON Schema. */
export const definitionShape = {
  definitions: {
    value: {
      type: "object",
      required: ["type"],
      discriminator: { propertyName: "type" },
      oneOf: [
        object(
          { type: { enum: ["value", "reference", "configVar", "template"] }, value: text },
          { name: ref("value") },
        ),
        object({ type: { const: "complex" }, value: list(ref("value")) }, { name: ref("value") }),
      ],
    },
    step: object(step, {
      errorConfig: object({ errorHandlerType: { enum: ["fail", "ignore"] } }),
      steps: list(ref("step")),
      branches: list(object({ name: words, steps: list(ref("step")) })),
    }),
    trigger: object({ ...step, isTrigger: { const: true } }, { schedule }),
  },
  ...object({
    definitionVersion: { const: 7 },
    name: words,
    description: words,
    documentation: words,
    category: words,
    labels: { type: "array", items: words, minItems: 1 },
    endpointType: { const: "flow_specific" },
    defaultInstanceProfile: { const: "Default Instance Profile" },
    configPages: list(
      object({
        name: words,
        tagline: text,
        elements: list(object({ type: { const: "configVar" }, value: words })),
      }),
    ),
    requiredConfigVars: list({
      type: "object",
      required: ["dataType"],
      discriminator: { propertyName: "dataType" },
      oneOf: [
        configVar({
          dataType: { const: "connection" },
          connection: part,
          inputs: connectionInputs,
        }),
        configVar({ dataType: { const: "jsonForm" }, dataSource: part, inputs }),
        configVar({ dataType: { const: "string" } }, { defaultValue: text }),
      ],
    }),
    flows: list(
      object({
        name: words,
        description: words,
        isSynchronous: { type: "boolean" },
        endpointSecurityType: { enum: ["customer_optional", "customer_required"] },
        steps: {
          type: "array",
          minItems: 2,
          items: [ref("trigger")],
          additionalItems: ref("step"),
        },
      }),
    ),
  }),
};
