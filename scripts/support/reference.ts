import type { BuiltComponent } from "./component";

type BuiltAction = BuiltComponent["actions"][string];
type BuiltInput = BuiltAction["inputs"][number];
type BuiltTrigger = BuiltComponent["triggers"][string];
type BuiltDataSource = BuiltComponent["dataSources"][string];

/** The parts of a JSON Schema that the reference shows. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What each type of input is called for people. */
const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  text: "text",
  password: "secret",
  boolean: "switch",
  code: "JSON",
  structuredObject: "fields",
  date: "date",
  data: "file",
  connection: "connection",
  jsonForm: "form",
};

/** Choices beyond this number would fill the page; the drop-down shows them. */
const mostChoices = 12;

/**
 * The reference page: every connection, trigger, action and data source of the built component
 * with its inputs and its output.
 *
 * @returns Markdown
 */
export function renderReference(component: BuiltComponent): string {
  const { connections, triggers, actions, dataSources } = component;
  const byLabel = <Shown extends { display: { label: string } }>(shown: Record<string, Shown>) =>
    Object.values(shown).sort((one, other) =>
      one.display.label.localeCompare(other.display.label, "en"),
    );
  const sections = [
    "# Reference",
    "Made by `npm run docs` from the built component; edits belong in the source. Any field of an output can be null or absent.",
    contents(
      "Connections",
      (connections ?? []).map(({ label }) => label),
    ),
    contents(
      "Triggers",
      byLabel(triggers).map(({ display }) => display.label),
    ),
    contents(
      "Actions",
      byLabel(actions).map(({ display }) => display.label),
    ),
    contents(
      "Data sources",
      byLabel(dataSources).map(({ display }) => display.label),
    ),
    "## Connections",
    ...(connections ?? []).map(renderConnection),
    ...(Object.keys(triggers).length > 0 ? ["## Triggers"] : []),
    ...byLabel(triggers).map(renderTrigger),
    "## Actions",
    ...byLabel(actions).map(renderAction),
    "## Data sources",
    ...byLabel(dataSources).map(renderDataSource),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function contents(heading: string, labels: readonly string[]): string {
  if (labels.length === 0) return "";
  const links = labels.map((label) => `[${label}](#${anchor(label)})`);
  return `**${heading}**: ${links.join(" · ")}`;
}

/** The anchor that Git hosts give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/\s/g, "-");
}

type BuiltConnection = NonNullable<BuiltComponent["connections"]>[number];

/** The section of a connection. @returns Markdown */
export function renderConnection(connection: BuiltConnection): string {
  const { key, label, comments, inputs } = connection as typeof connection & { comments?: string };
  return [`### ${label}`, comments, `Key \`${key}\``, inputTable(inputs)].join("\n\n");
}

function renderAction({ key, display, inputs, outputSchema, performSafety }: BuiltAction): string {
  return [
    `### ${display.label}`,
    display.description,
    `Key \`${key}\`${performSafety === "NOT_ALLOWED" ? ", changes data in Gong" : ", only reads"}`,
    inputTable(inputs),
    renderOutput(outputSchema),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function renderTrigger(trigger: BuiltTrigger): string {
  const { key, display, inputs, scheduleSupport } = trigger;
  const schedule: Record<string, string> = {
    required: ", runs on a schedule",
    valid: ", runs on events or on a schedule",
    invalid: ", runs on events",
  };
  return [
    `### ${display.label}`,
    display.description,
    `Key \`${key}\`${schedule[scheduleSupport] ?? ""}${describeBatches(trigger)}`,
    inputTable(inputs),
  ].join("\n\n");
}

/** What a batched trigger does besides its schedule; nothing for other triggers. */
function describeBatches({
  triggerResolverSupport,
  triggerResolverDefaultBatchSize: size,
  triggerResolverDefaultConcurrentBatchLimit: limit,
  hasOnDeployPerform,
}: BuiltTrigger): string {
  if (triggerResolverSupport !== "required") return "";
  const beside = limit ? `, at most ${limit} at a time,` : "";
  const first = hasOnDeployPerform ? "; can start with a first sync on deploy" : "";
  return `, in batches of ${size}${beside} unless the flow sets others${first}`;
}

function renderDataSource({ key, display, inputs, dataSourceType }: BuiltDataSource): string {
  return [
    `### ${display.label}`,
    display.description,
    `Key \`${key}\`, returns a ${dataSourceType === "picklist" ? "list to pick from" : "form"}`,
    inputTable(inputs),
  ].join("\n\n");
}

function inputTable(inputs: readonly BuiltInput[]): string {
  const shown = inputs.filter((input) => !("shown" in input) || input.shown !== false);
  const rows = shown.flatMap((input) => inputRows(input));
  return [
    row(["Input", "Key", "Type", "What it is"]),
    row(["---", "---", "---", "---"]),
    ...rows,
  ].join("\n");
}

/** The row of an input, and below it those of the fields that a structured one has. */
function inputRows(
  input: BuiltInput & { readonly inputs?: readonly BuiltInput[] },
  place = "",
): string[] {
  const { key, label, required, collection, inputs = [] } = input;
  const own = row([
    `${place ? "↳ " : ""}**${label}**${required ? " (required)" : ""}`,
    `\`${place}${key}\``,
    typeOf(input),
    describeInput(input),
  ]);
  const below = `${place}${key}${collection ? "[]" : ""}.`;
  return [own, ...inputs.flatMap((field) => inputRows(field, below))];
}

function typeOf({ type, collection }: BuiltInput): string {
  const name = typeNames[type] ?? type;
  if (collection === "valuelist") return `list of ${name}`;
  return collection === "keyvaluelist" ? "names and values" : name;
}

function describeInput({
  comments,
  default: preset,
  example,
  model = [],
  dataSource,
}: BuiltInput): string {
  const choices = model.map(({ value }: { value: string }) => `\`${value}\``);
  const presetText = Array.isArray(preset) ? preset.join(", ") : String(preset ?? "");
  const parts = [
    comments,
    choices.length > mostChoices ? `One of ${choices.length} listed values.` : "",
    choices.length > 0 && choices.length <= mostChoices ? `Choices: ${choices.join(", ")}.` : "",
    dataSource ? `Can be picked with \`${dataSource}\`.` : "",
    presetText && `Default: \`${presetText}\`.`,
    example && example !== presetText && !comments?.includes(example)
      ? `Example: \`${example}\``
      : "",
  ];
  return parts.filter(Boolean).join(" ");
}

function renderOutput(outputSchema: BuiltAction["outputSchema"]): string {
  if (!outputSchema) return "";
  if (outputSchema.type === "branchingOutput") {
    const branches = outputSchema.branchSchemas.map(
      ({ name, schema }) =>
        `Output of the branch ${name}:\n\n${outputTable(JSON.parse(schema) as Schema)}`,
    );
    return branches.join("\n\n");
  }
  return `Output:\n\n${outputTable(JSON.parse(outputSchema.schema) as Schema)}`;
}

function outputTable(schema: Schema): string {
  const rows = fieldsOf(schema).map(([path, { type, description = "" }]) =>
    row([`\`${path}\``, typeNamesOf(type), description]),
  );
  return [row(["Field", "Type", "What it is"]), row(["---", "---", "---"]), ...rows].join("\n");
}

/** That a field can be null stands at the top of the page. */
function typeNamesOf(type: Schema["type"] = "any"): string {
  const names = [type].flat().filter((name) => name !== "null");
  return names.join(" or ");
}

/** Every field with its path; `[]` stands for each entry of a list. */
function fieldsOf(schema: Schema, path = ""): [string, Schema][] {
  if (schema.items) return fieldsOf(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    return [[at, field] as [string, Schema], ...fieldsOf(field, at)];
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
