import Ajv from "ajv";
import { createContext } from "../../tests/support/context";
import { startGong, type TestGong } from "../../tests/support/gong";
import component from "../index";

/** The parts of a form that the tests look at. */
interface Schema {
  type?: string;
  title?: string;
  oneOf?: { const: string; title: string }[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Element {
  type: string;
  scope?: string;
  elements?: Element[];
  options?: { detail?: Element };
  rule?: { effect: string; condition: { scope: string; schema: object } };
}
interface Form {
  schema: Schema;
  uiSchema: Element;
}

const everyScope = ["api:workspaces:read", "api:users:read", "api:settings:trackers:read"];

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => gong.sandbox.clearRequests());

async function formOf(connection: object = gong.connection): Promise<Form> {
  const dataSource = component.dataSources.automationRules;
  const answer = await dataSource?.perform(createContext() as never, { connection });
  return answer?.result as unknown as Form;
}

const conditionOf = ({ schema }: Form) =>
  schema.properties?.rules?.items?.properties?.conditions?.items as Schema;
const testOf = (form: Form, field: string) => conditionOf(form).properties?.[field] as Schema;
const choicesOf = (form: Form, field: string) =>
  testOf(form, field).properties?.value?.items?.oneOf;
const fieldsOf = (form: Form) =>
  (conditionOf(form).properties?.field?.oneOf ?? []).map(({ const: name }) => name);

describe("The form", () => {
  it("offers the account's workspaces, users and trackers by name, sorted", async () => {
    const form = await formOf();
    const { workspaces, users, trackers } = gong.sandbox.company;
    const titlesOf = (field: string) => (choicesOf(form, field) ?? []).map(({ title }) => title);
    const byConst = (field: string) =>
      new Map((choicesOf(form, field) ?? []).map((choice) => [choice.const, choice.title]));

    expect(byConst("workspace")).toEqual(new Map(workspaces.map(({ id, name }) => [id, name])));
    const hosts = users.filter(({ avatar }) => !avatar);
    expect([...byConst("host").keys()].sort()).toEqual(hosts.map(({ id }) => id).sort());
    for (const { id, firstName, lastName, emailAddress } of hosts) {
      expect(byConst("host").get(id)).toBe(`${firstName} ${lastName} (${emailAddress})`);
    }
    expect(byConst("tracker")).toEqual(
      new Map(
        trackers.map(({ trackerId, trackerName, workspaceId }) => {
          const workspace = workspaces.find(({ id }) => id === workspaceId);
          return [trackerId, `${trackerName} (${workspace?.name})`];
        }),
      ),
    );
    for (const field of ["workspace", "host", "tracker"]) {
      expect(titlesOf(field).length).toBeGreaterThan(1);
      expect(titlesOf(field)).toEqual(
        [...titlesOf(field)].sort(
          new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare,
        ),
      );
    }
  });

  it("asks Gong three times, for lists only", async () => {
    await formOf();
    const asked = gong.sandbox.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked.sort()).toEqual([
      "GET /v2/settings/trackers",
      "GET /v2/users",
      "GET /v2/workspaces",
    ]);
  });

  it("names trackers alone where there is one workspace", async () => {
    const single = await startGong({ callCount: 1 });
    single.sandbox.company.workspaces.splice(1);
    const form = await formOf(single.connection);
    await single.stop();
    const names = single.sandbox.company.trackers.map(({ trackerName }) => trackerName);
    expect(new Set(choicesOf(form, "tracker")?.map(({ title }) => title))).toEqual(new Set(names));
  });

  it.each([
    ["api:workspaces:read", "workspace"],
    ["api:users:read", "host"],
    ["api:settings:trackers:read", "tracker"],
  ])("takes text where the scope %s is missing", async (missing, field) => {
    const scopes = everyScope.filter((scope) => scope !== missing);
    const form = await formOf(gong.oauthConnection(scopes));
    expect(testOf(form, field).properties?.value?.items).toEqual({ type: "string" });
    const others = ["workspace", "host", "tracker"].filter((other) => other !== field);
    for (const other of others) expect(choicesOf(form, other)?.length).toBeGreaterThan(1);
  });

  it("is whole without any scope, and without anything to choose from", async () => {
    const bare = await formOf(gong.oauthConnection(["api:calls:read:basic"]));
    const fresh = await startGong({ callCount: 0 });
    for (const list of ["workspaces", "users", "trackers"] as const) {
      fresh.sandbox.company[list].length = 0;
    }
    const empty = await formOf(fresh.connection);
    await fresh.stop();
    for (const form of [bare, empty]) {
      expect(fieldsOf(form)).toHaveLength(14);
      for (const field of ["workspace", "host", "tracker"]) {
        expect(choicesOf(form, field)).toBeUndefined();
      }
    }
    expect(empty).toEqual(bare);
  });

  it("fails with Gong's words for anything but a missing scope", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 403, path: "/v2/users" });
    await expect(formOf()).rejects.toMatchObject({ code: "forbidden", operation: "List Users" });
    gong.sandbox.faults.clear();
  });
});

describe("Its layout", () => {
  /** Every element with the schema that its scopes are relative to. */
  function walk(element: Element, schema: Schema): { element: Element; schema: Schema }[] {
    const inner = (element.elements ?? []).flatMap((each) => walk(each, schema));
    const { detail } = element.options ?? {};
    const items = at(schema, element.scope)?.items;
    return [{ element, schema }, ...inner, ...(detail && items ? walk(detail, items) : [])];
  }

  function at(schema: Schema, scope = "#"): Schema | undefined {
    return scope
      .split("/")
      .slice(1)
      .reduce<Schema | undefined>(
        (node, name) => (node as Record<string, Schema> | undefined)?.[name],
        schema,
      );
  }

  it("has a place in the schema for every control and every condition of showing it", async () => {
    const { schema, uiSchema } = await formOf();
    const elements = walk(uiSchema, schema);
    const controls = elements.filter(({ element }) => element.type === "Control");
    for (const { element, schema: own } of controls) {
      expect([element.scope, at(own, element.scope)?.title]).toEqual([
        element.scope,
        expect.stringMatching(/\S/),
      ]);
    }
    const rules = elements.flatMap(({ element: { rule }, schema: own }) =>
      rule ? [at(own, rule.condition.scope)] : [],
    );
    expect(rules.every(Boolean)).toBe(true);
    // Rules, name, match, conditions, field; an operator each; a value for all but one.
    expect(controls).toHaveLength(5 + 14 + 13);
  });

  it("shows operator and value of the chosen field only", async () => {
    const form = await formOf();
    const shown = walk(form.uiSchema, form.schema).filter(
      ({ element }) => element.rule?.effect === "SHOW",
    );
    const fields = shown.map(({ element: { elements = [], rule } }) => {
      expect(rule?.condition.scope).toBe("#/properties/field");
      const { const: field } = (rule?.condition.schema ?? {}) as { const?: string };
      expect(elements.length).toBeGreaterThan(0);
      for (const { scope } of elements)
        expect(scope).toContain(`#/properties/${field}/properties/`);
      return field;
    });
    expect(fields).toEqual(fieldsOf(form));
  });
});

describe("What comes out of it", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const event = { callData: { metaData: { id: "7", title: "Renewal" } } };

  async function branchOf(rules: unknown): Promise<string> {
    const action = component.actions.evaluateAutomationRules;
    const answer = await action?.perform(createContext() as never, { event, rules });
    return (answer as { branch: string }).branch;
  }

  /** A value that the form's own schema takes. */
  function fill({ type, oneOf, items }: Schema): unknown {
    if (oneOf) return oneOf[0]?.const;
    if (type === "array") return items ? [fill(items)] : [];
    return type === "number" ? 60 : "some text";
  }

  it("can be evaluated, whatever field and operator were chosen", async () => {
    const form = await formOf();
    const validate = ajv.compile(form.schema);
    let tried = 0;
    for (const field of fieldsOf(form)) {
      const { operator, value } = testOf(form, field).properties ?? {};
      for (const { const: chosen } of operator?.oneOf ?? []) {
        const test = { operator: chosen, ...(value && { value: fill(value) }) };
        const rule = { name: "Rule", match: "all", conditions: [{ field, [field]: test }] };
        validate({ rules: [rule] });
        expect(validate.errors ?? []).toEqual([]);
        expect(await branchOf({ rules: [rule] })).toMatch(/^(Not )?Matched$/);
        tried += 1;
      }
    }
    expect(tried).toBe(38);
  });

  it.each([
    [{ field: "title", title: { operator: "contains", value: "renewal" } }, true],
    [{ field: "title", title: { operator: "contains", value: "x" }, duration: {} }, false],
    [{ field: "title", title: { operator: "is", value: "RENEWAL" }, host: { value: [] } }, true],
    [
      { field: "title", title: { operator: "is", value: "renewal" }, duration: { value: -1 } },
      true,
    ],
    [{ field: "title", title: { operator: "is", value: "renewal" }, topic: { value: [""] } }, true],
    [{ field: "account", account: { operator: "doesNotExist" } }, true],
    [{ field: "account", account: { operator: "doesNotExist", value: [] } }, true],
    [{ field: "account", account: { operator: "exists", value: ["left"] } }, false],
    [{ field: "private", private: { operator: "isFalse" } }, true],
  ])("means what it says: %j", async (condition, met) => {
    const { schema } = await formOf();
    const rules = [{ name: "Rule", match: "all", conditions: [condition] }];
    expect(ajv.compile(schema)({ rules })).toBe(true);
    expect(await branchOf({ rules })).toBe(met ? "Matched" : "Not Matched");
  });

  it.each([
    { name: "Rule", match: "all", conditions: [] },
    { name: "", match: "all", conditions: [{ field: "private", private: { operator: "isTrue" } }] },
    { name: "Rule", match: "all", conditions: [{ field: "title" }] },
    { name: "Rule", match: "all", conditions: [{ field: "title", title: {} }] },
    { name: "Rule", match: "all", conditions: [{ field: "title", title: { operator: "is" } }] },
    { name: "Rule", match: "all", conditions: [{ field: "title", title: { operator: "isTrue" } }] },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "host", host: { operator: "isOneOf", value: [] } }],
    },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "topic", topic: { operator: "isOneOf", value: [""] } }],
    },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "title", title: { operator: "is", value: "" } }],
    },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "duration", duration: { operator: "atMost", value: -1 } }],
    },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "account", account: { operator: "contains", value: [] } }],
    },
    { name: "Rule", match: "all", conditions: [{ field: "account", account: { value: ["x"] } }] },
    { name: "Rule", match: "all", conditions: [{ field: "mood", mood: { operator: "is" } }] },
    { name: "Rule", match: "all", conditions: [{ field: "account", account: { operator: "is" } }] },
    {
      name: "Rule",
      match: "all",
      conditions: [{ field: "duration", duration: { operator: "atLeast" } }],
    },
    { name: "Rule", match: "all", conditions: [{ title: { operator: "is", value: "x" } }] },
  ])("cannot be saved when it could not be read: %j", async (rule) => {
    const { schema } = await formOf();
    expect(ajv.compile(schema)({ rules: [rule] })).toBe(false);
    await expect(branchOf({ rules: [rule] })).rejects.toThrow(/^Automation Rules, at rule /);
  });
});
