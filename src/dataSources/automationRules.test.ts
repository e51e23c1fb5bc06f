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
  rule?: { effect: string; condition: { scope: string; schema: { const?: string } } };
}
interface Form {
  schema: Schema;
  uiSchema: Element;
}

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
  const listed = ["workspace", "host", "tracker"];

  it("offers the account's workspaces, users and trackers by name", async () => {
    const form = await formOf();
    const asked = gong.sandbox.requests.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(asked)).toEqual(
      new Set(["GET /v2/settings/trackers", "GET /v2/users", "GET /v2/workspaces"]),
    );
    const { workspaces, users, trackers } = gong.sandbox.company;
    const named = (id: string) => workspaces.find((one) => one.id === id)?.name;
    const expected: Record<string, [string, string][]> = {
      workspace: workspaces.map(({ id, name }) => [id, name]),
      host: users
        .filter(({ avatar }) => !avatar)
        .map((user) => [user.id, `${user.firstName} ${user.lastName} (${user.emailAddress})`]),
      tracker: trackers.map(({ trackerId, trackerName, workspaceId }) => [
        trackerId,
        `${trackerName} (${named(`${workspaceId}`)})`,
      ]),
    };
    for (const field of listed) {
      const choices = choicesOf(form, field) ?? [];
      const titles = new Map(
        choices.map((one) => [one.const, one.title.replace(", inactive", "")]),
      );
      expect(titles).toEqual(new Map(expected[field]));
      expect(titles.size).toBeGreaterThan(1);
    }
  });

  it.each([
    ["api:workspaces:read", "workspace"],
    ["api:users:read", "host"],
    ["api:settings:trackers:read", "tracker"],
  ])("takes text where the scope %s is missing", async (missing, field) => {
    const all = ["api:workspaces:read", "api:users:read", "api:settings:trackers:read"];
    const form = await formOf(gong.oauthConnection(all.filter((scope) => scope !== missing)));
    for (const one of listed) {
      expect([one, choicesOf(form, one) === undefined]).toEqual([one, one === field]);
    }
    expect(testOf(form, field).properties?.value?.items).toEqual({ type: "string" });
  });

  it("fails with Gong's words for anything but a missing scope", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 403, path: "/v2/users" });
    await expect(formOf()).rejects.toMatchObject({ code: "forbidden", operation: "List Users" });
    gong.sandbox.faults.clear();
  });
});

describe("Its layout", () => {
  const at = (schema: Schema, scope = "#") =>
    scope
      .split("/")
      .slice(1)
      .reduce<unknown>(
        (node, name) => (node as Record<string, unknown> | undefined)?.[name],
        schema,
      ) as Schema | undefined;

  /** Every element with the schema that its scopes are relative to. */
  function walk(element: Element, schema: Schema): { element: Element; schema: Schema }[] {
    const inner = (element.elements ?? []).flatMap((each) => walk(each, schema));
    const { detail } = element.options ?? {};
    const items = at(schema, element.scope)?.items;
    return [{ element, schema }, ...inner, ...(detail && items ? walk(detail, items) : [])];
  }

  it("has a place in the schema for all that it shows, and shows the chosen field only", async () => {
    const form = await formOf();
    const elements = walk(form.uiSchema, form.schema);
    for (const { element, schema } of elements) {
      const { scope, rule } = element;
      if (scope) expect([scope, at(schema, scope)?.title]).toEqual([scope, expect.any(String)]);
      if (rule) expect(at(schema, rule.condition.scope)?.type).toBe("string");
    }
    // Rules, name, match, conditions, field; an operator each; a value for all but one.
    const controls = elements.filter(({ element }) => element.type === "Control");
    expect(controls).toHaveLength(5 + 14 + 13);
    const shown = elements.flatMap(({ element: { rule, elements: own = [] } }) =>
      rule?.effect === "SHOW"
        ? [[rule.condition.scope, rule.condition.schema.const, own] as const]
        : [],
    );
    expect(shown.map(([, field]) => field)).toEqual(fieldsOf(form));
    for (const [scope, field, own] of shown) {
      expect([scope, own.length > 0]).toEqual(["#/properties/field", true]);
      for (const part of own) expect(part.scope).toMatch(`#/properties/${field}/properties/`);
    }
  });
});

describe("What comes out of it", () => {
  let form: Form;
  let isSaved: (rules: unknown) => boolean;
  beforeAll(async () => {
    form = await formOf();
    const validate = new Ajv({ strict: false }).compile(form.schema);
    isSaved = (rule) => validate({ rules: [rule] });
  });

  const ruleOf = (...conditions: unknown[]) => ({ name: "Rule", match: "all", conditions });
  async function branchOf(rule: unknown): Promise<string> {
    const event = { callData: { metaData: { id: "7", title: "Renewal" } } };
    const inputs = { event, rules: { rules: [rule] } };
    const action = component.actions.evaluateAutomationRules;
    const result = await action?.perform(createContext() as never, inputs);
    return (result as { branch: string }).branch;
  }

  /** A value that the form's own schema takes. */
  function fill({ type, oneOf, items }: Schema): unknown {
    if (oneOf) return oneOf[0]?.const;
    if (type === "array") return items ? [fill(items)] : [];
    return type === "number" ? 60 : "some text";
  }

  it("can be evaluated, whatever field and operator were chosen", async () => {
    let tried = 0;
    for (const field of fieldsOf(form)) {
      const { operator, value } = testOf(form, field).properties ?? {};
      for (const { const: chosen } of operator?.oneOf ?? []) {
        const test = { operator: chosen, ...(value && { value: fill(value) }) };
        const rule = ruleOf({ field, [field]: test });
        expect([rule, isSaved(rule)]).toEqual([rule, true]);
        expect(await branchOf(rule)).toMatch(/^(Not )?Matched$/);
        tried += 1;
      }
    }
    expect(tried).toBe(38);
  });

  it.each([
    [{ field: "title", title: { operator: "contains", value: "renewal" } }, true],
    [{ field: "title", title: { operator: "contains", value: "x" }, duration: {} }, false],
    [{ field: "title", title: { operator: "is", value: "RENEWAL" }, host: { value: [] } }, true],
    [{ field: "title", title: { operator: "is", value: "renewal" }, topic: { value: [""] } }, true],
    [{ field: "account", account: { operator: "doesNotExist" } }, true],
    [{ field: "account", account: { operator: "doesNotExist", value: [] } }, true],
    [{ field: "account", account: { operator: "exists", value: ["left"] } }, false],
    [{ field: "private", private: { operator: "isFalse" } }, true],
  ])("means what it says: %j", async (condition, met) => {
    expect(isSaved(ruleOf(condition))).toBe(true);
    expect(await branchOf(ruleOf(condition))).toBe(met ? "Matched" : "Not Matched");
  });

  it.each([
    { ...ruleOf() },
    { ...ruleOf({ field: "private", private: { operator: "isTrue" } }), name: "" },
    ruleOf({ field: "title" }),
    ruleOf({ field: "title", title: {} }),
    ruleOf({ field: "title", title: { operator: "is" } }),
    ruleOf({ field: "title", title: { operator: "isTrue" } }),
    ruleOf({ field: "title", title: { operator: "is", value: "" } }),
    ruleOf({ field: "host", host: { operator: "isOneOf", value: [] } }),
    ruleOf({ field: "topic", topic: { operator: "isOneOf", value: [""] } }),
    ruleOf({ field: "duration", duration: { operator: "atMost", value: -1 } }),
    ruleOf({ field: "duration", duration: { operator: "atLeast" } }),
    ruleOf({ field: "account", account: { operator: "contains", value: [] } }),
    ruleOf({ field: "account", account: { value: ["x"] } }),
    ruleOf({ field: "account", account: { operator: "is" } }),
    ruleOf({ field: "mood", mood: { operator: "is" } }),
    ruleOf({ title: { operator: "is", value: "x" } }),
  ])("cannot be saved when it could not be read: %j", async (rule) => {
    expect(isSaved(rule)).toBe(false);
    await expect(branchOf(rule)).rejects.toThrow(/^Automation Rules, at rule /);
  });
});
