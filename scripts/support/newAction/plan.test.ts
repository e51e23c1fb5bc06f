import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "@swc/core";
import { answers } from "../../../src/schemas/overlay";
import { makeFolder } from "../../../tests/support/processes";
import { type Description, readDescription } from "./operation";
import { planAction } from "./plan";

/** A project with a single row, so that any other operation is new. */
const project = {
  "src/operations/users.ts":
    'import { operation } from "./operation";\n\nexport const getUser = operation("GET /v2/users/{id}", {});\n',
  "src/operations/index.ts":
    'import type { Operation } from "./operation";\nimport * as users from "./users";\n\nexport const operations: readonly Operation[] = [\n  users,\n].flatMap((area): Operation[] => Object.values(area));\n',
  "src/actions/index.ts":
    '// Every action.\nexport { getMeeting } from "./meetings/getMeeting";\nexport { getUser } from "./users/getUser";\n',
  "tests/support/requestRows.ts": "export const requestRows = {\n  getUser: {},\n};\n",
};
const root = makeFolder("new-action");
for (const [file, text] of Object.entries(project)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** A description of one operation, in the form of Gong's. */
const description: Description = {
  paths: {
    "/v2/permission-profile": {
      post: {
        summary: "Create permission profile (/v2/permission-profile)",
        description: "Makes one. It requires the scope 'api:permission-profile:write'.",
        operationId: "createPermissionProfile",
        parameters: [
          {
            name: "workspaceId",
            in: "query",
            required: true,
            description: "Workspace of the profile. It cannot be changed later",
            schema: { type: "string" },
          },
        ],
        requestBody: { content: { "application/json": { schema: { $ref: "#/x/Profile" } } } },
      },
    },
  },
  components: {
    schemas: {
      Profile: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", description: "(Optional) name of the profile" },
          callsAccess: { $ref: "#/x/Access" },
          importCalls: { type: "boolean" },
        },
      },
      Access: { type: "object", description: "Which calls." },
    },
  },
};

const plan = (route: string, from?: Description) => planAction(route, root, from);
const inOneLine = (text = "") => text.replace(/\s+/g, " ");

describe("A new action", () => {
  const { files, left, key } = plan("POST /v2/permission-profile", description);
  const table = "tests/support/requestRows.ts";

  it("gets a row, a declaration, an export and a row of requests", () => {
    expect(key).toBe("createPermissionProfile");
    const row = inOneLine(files["src/operations/permissionProfile.ts"]);
    expect(row).toMatch(/operation\("POST \/v2\/permission-profile", \{ "name": "[^"]+", /);
    expect(row).toContain('"scope": "api:permission-profile:write" }');
    expect(files["src/operations/index.ts"]).toContain(
      'import * as permissionProfile from "./permissionProfile";',
    );
    expect(files["src/actions/index.ts"]?.split("\n")).toEqual([
      "// Every action.",
      'export { getMeeting } from "./meetings/getMeeting";',
      'export { createPermissionProfile } from "./permissionProfile/createPermissionProfile";',
      'export { getUser } from "./users/getUser";',
      "",
    ]);
    expect(inOneLine(files[table])).toContain(
      '"least":{"workspaceId":"623457276584334","name":"Name"}',
    );
    expect(inOneLine(files[table])).toContain(
      '"body":{"name":"Name","callsAccess":{},"importCalls":true}',
    );
  });

  it("has an input for each value, with what Gong's description says of it", () => {
    const text = files["src/actions/permissionProfile/createPermissionProfile.ts"];
    expect(text).toContain(
      '{"label":"Workspace Id","required":true,"comments":"Workspace of the profile.","example":"623457276584334","dataSource":"workspaces"}',
    );
    expect(text).toContain(
      'textInput({"label":"Name","required":true,"comments":"Name of the profile."',
    );
    expect(text).toContain(",part: objectOf({})})");
    expect(text).toContain(
      "({ query: { workspaceId }, body: { name, callsAccess, importCalls } })",
    );
  });

  it("leaves words, repetition, the local Gong and documents to people", () => {
    expect(left.join(" ")).toMatch(
      /own words.*idempotent.*shape of callsAccess,.*local Gong.*realInputs.*npm run docs/,
    );
  });

  it.each(Object.keys(answers).filter((route) => route !== "GET /v2/users/{id}"))(
    "%s is code that can be read, with and without a description",
    (route) => {
      for (const from of [undefined, readDescription()]) {
        const { files: texts } = plan(route, from);
        for (const [file, text] of Object.entries(texts)) {
          const parser = { syntax: "typescript" } as const;
          expect(() => transformSync(text, { filename: file, jsc: { parser } })).not.toThrow();
        }
        expect(Object.values(texts).join()).toContain(`operation("${route}", {`);
      }
    },
  );

  it.each([
    ["flows", 'Gong has no flows. Did you mean "GET /v2/flows"? docs/COVERAGE.md lists'],
    ["PATCH v2/meetings", 'Did you mean "POST /v2/meetings"?'],
    ["GET /v2/nonsense", "Gong has no GET /v2/nonsense. docs/COVERAGE.md lists its operations."],
    ["GET /v2/users/{id}", "GET /v2/users/{id} already has a row, in src/operations/users.ts."],
  ])("is refused for %s", (route, words) => {
    expect(() => plan(route)).toThrow(words);
  });
});
