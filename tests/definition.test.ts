import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { loadComponent, root } from "../scripts/support/component";

const component = loadComponent();
const actions = Object.values(component.actions);
const forms = [
  ...actions,
  ...Object.values(component.triggers),
  ...Object.values(component.dataSources),
];
type BuiltInput = (typeof forms)[number]["inputs"][number] & { inputs?: BuiltInput[] };
/** An input, and the fields that a structured one has. */
const withFields = (input: BuiltInput, where: string): (BuiltInput & { where: string })[] => [
  { ...input, where: `${where} > ${input.label}` },
  ...(input.inputs ?? []).flatMap((field) => withFields(field, `${where} > ${input.label}`)),
];
const inputs = forms.flatMap(({ display, inputs: own }) =>
  own.flatMap((input) => withFields(input, display.label)),
);

/** Files that stand for one thing each, below a folder of `src`. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, "src", folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
}

/** The schemas of an action's output, by branch; one without branches has one without a name. */
function schemasOf(
  output: (typeof actions)[number]["outputSchema"],
): { name?: string; schema: string }[] {
  if (!output) return [];
  return output.type === "branchingOutput" ? output.branchSchemas : [{ schema: output.schema }];
}

describe("The tree", () => {
  it("has every action in a file of its own, exported under its key", () => {
    const declaring = filesBelow("actions").flatMap((file) => {
      const text = readFileSync(path.join(root, "src/actions", file), "utf8");
      const [, key] = /export const (\w+) = (?:action|gongAction)\(/.exec(text) ?? [];
      return key ? [key] : [];
    });
    expect(declaring.sort()).toEqual(Object.keys(component.actions).sort());
  });

  it("has the icon beside the bundle, 256 by 256", () => {
    const icon = readFileSync(path.join(root, "dist/icon.png"));
    expect(icon.subarray(1, 4).toString()).toBe("PNG");
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });
});

describe("What a builder sees", () => {
  it.each(inputs)("$where has a label and a comment", ({ label, comments }) => {
    expect(label).toMatch(/\S/);
    expect(comments).toMatch(/^[A-Z].*[.)]$/);
  });

  it.each(
    inputs.filter(
      ({ type }) => !["connection", "boolean", "jsonForm", "structuredObject"].includes(type),
    ),
  )("$where has an example and a placeholder", ({ example, placeholder }) => {
    expect(example).toMatch(/\S/);
    expect(placeholder).toMatch(/\S/);
  });

  it.each(inputs.filter(({ dataSource }) => dataSource))(
    "$where is picked with a data source that exists",
    ({ dataSource }) => {
      expect(Object.keys(component.dataSources)).toContain(dataSource);
    },
  );

  it.each(forms.map(({ key, display }) => ({ key, ...display })))(
    "$key is described in the imperative, without naming the platform",
    ({ description }) => {
      expect(description).toMatch(/^[A-Z][a-z]+ .*\.$/);
      expect(description).not.toMatch(/prismatic/i);
    },
  );

  it.each(inputs)("$where speaks plainly, without naming the platform", ({ comments }) => {
    expect(comments).not.toMatch(/prismatic|\b(?:some|no)body\b|\bwhoever\b|\bone's own\b/i);
  });

  it.each(actions.filter(({ key }) => key !== "rawRequest"))(
    "$key says what it may change and what it gives",
    ({ performSafety, outputSchema, examplePayload, allowsBranching }) => {
      expect(["SAFE", "NOT_ALLOWED"]).toContain(performSafety);
      expect(outputSchema?.type).toBe(allowsBranching ? "branchingOutput" : "actionOutput");
      expect(examplePayload).toHaveProperty("data");
    },
  );

  it.each(actions.filter(({ allowsBranching }) => allowsBranching))(
    "$key describes each of its branches, and its example takes one of them",
    ({ staticBranchNames = [], outputSchema, examplePayload }) => {
      expect(staticBranchNames.length).toBeGreaterThan(1);
      expect(schemasOf(outputSchema).map(({ name }) => name)).toEqual(staticBranchNames);
      expect(staticBranchNames).toContain((examplePayload as { branch: string }).branch);
    },
  );
});

describe("Example payloads", () => {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

  it.each(actions.filter(({ outputSchema }) => outputSchema))(
    "of $key fits its output schema",
    ({ outputSchema, examplePayload }) => {
      const { branch, data } = examplePayload as { branch?: string; data: unknown };
      const fitting = schemasOf(outputSchema).find(({ name }) => name === branch);
      if (!fitting) throw new Error("has no output schema");
      const validate = ajv.compile(JSON.parse(fitting.schema));
      validate(data);
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
