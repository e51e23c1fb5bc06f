import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { loadComponent } from "../../scripts/support/component";
import { shapesOf } from "../../scripts/support/shapes";
import { descriptionFile, hasDescription } from "../../tests/support/openapi";
import { exampleOf } from "./examples";
import * as gong from "./gong";
import { type Schema, schemaFrom, schemaOf } from "./index";
import { answers, shapes, words } from "./overlay";

const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }));
const routes = Object.keys(answers);

/** What is wrong with an answer, a line each. */
function problemsOf(schema: Schema, data: unknown): string[] {
  const validate = ajv.compile(schema);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every schema of a tree, the leaves among them. */
function partsOf(schema: Schema): Schema[] {
  const inner = [...Object.values(schema.properties ?? {}), schema.items];
  return [schema, ...inner.flatMap((part) => (part ? partsOf(part) : []))];
}

/** Answers as they were recorded, as far as they differ from Gong's description. */
const recorded: [fact: string, route: string, answer: object][] = [
  ["G47", "GET /v2/users", { users: [{ id: "1", conferencingProviders: null, title: null }] }],
  ["G47", "GET /v2/call-outcomes", { outcomes: [{ callOutcome: "a", automation: null }] }],
  [
    "G47",
    "POST /v2/users/extensive",
    {
      users: [
        { id: "1", title: null, phoneNumber: null, extension: null, managerId: null },
        { id: 2, trustedEmailAddress: null, meetingConsentPageUrl: null },
      ],
    },
  ],
  [
    "G47",
    "GET /v2/permission-profile",
    { profile: { coachingAccess: { teamLeadIds: null }, libraryFolderAccess: null } },
  ],
  [
    "G49",
    "GET /v2/settings/trackers",
    {
      keywordTrackers: [
        { trackerId: "1", languageKeywords: [{ keywords: ["a"] }], saidAt: "Anytime" },
        { saidAtInterval: null, saidAtUnit: null, creatorUserId: null, updaterUserId: null },
        {
          affiliation: "x",
          partOfQuestion: true,
          saidInTopics: [],
          filterQuery: "{}",
          created: "",
        },
      ],
    },
  ],
  [
    "G48",
    "GET /v2/settings/scorecards",
    {
      scorecards: [
        { updaterUserId: "-1", questions: [{ questionId: "1", minRange: "1", maxRange: 5 }] },
        { questions: [{ minRange: null, answerGuide: "<p>", answerOptions: [], created: "" }] },
      ],
    },
  ],
  [
    "G50",
    "GET /v2/logs",
    {
      logEntries: [
        { logRecord: { auditId: "1", tableChanges: [{ table: "user" }], customData: [] } },
        { logRecord: { remoteCallsAuditData: [], action: null, workspaceId: null } },
      ],
    },
  ],
  [
    "G51",
    "POST /v2/calls/extensive",
    { calls: [{ content: { highlights: [], scorecardsAnswers: [{ score: 3 }] } }] },
  ],
  ["G22", "POST /v2/calls/extensive", { calls: [{ metaData: { duration: 61.4 }, parties: null }] }],
  ["G17", "GET /v2/crm/integrations", { integrations: [{ integrationId: "6843152929075440037" }] }],
  ["G17", "POST /v2/stats/activity/scorecards", { answeredScorecards: [{ scorecardId: 42 }] }],
  ["G53", "POST /v2/stats/interaction", { peopleInteractionStats: [], timeZone: "UTC" }],
  [
    "G54",
    "POST /v2/stats/activity/scorecards",
    { answeredScorecards: ["1", "2"].map((id) => ({ answeredScorecardId: id, scorecardId: 3 })) },
  ],
  ["G31", "GET /v2/flows/folders", { flowsFolders: [{ id: "1", name: "Mine" }] }],
  ["G20", "GET /v2/calls", { calls: [{ started: "2023-10-17T21:21:31.816562+02:00" }] }],
  ["G11", "GET /v2/workspaces", { workspaces: [{ id: "1", brandNew: { of: ["any"] } }], more: 1 }],
];

describe("schemaOf", () => {
  it("knows all operations of Gong's description", () => {
    expect(routes).toHaveLength(67);
  });

  it.each(routes)(
    "%s is a valid JSON Schema of plain parts, each of which may be null",
    (route) => {
      const schema = schemaOf({ route });
      expect(ajv.validateSchema(schema)).toBe(true);
      const [root, ...parts] = partsOf(schema);
      expect(root?.type).toBe("object");
      expect(parts.filter(({ type }) => type && !type.includes("null"))).toEqual([]);
      expect(JSON.stringify(schema)).not.toMatch(/\$ref|"required"|"enum"/);
    },
  );

  it.each(routes)("%s has an example that fits, with every field", (route) => {
    const schema = schemaOf({ route });
    const example = exampleOf({ route });
    expect(problemsOf(schema, example)).toEqual([]);
    expect(Object.keys(example)).toEqual(Object.keys(schema.properties ?? {}));
    expect(JSON.stringify(example)).not.toContain("null");
  });

  it.each(recorded)("takes what was recorded (%s): %s", (_, route, answer) => {
    expect(problemsOf(schemaOf({ route }), { requestId: "4al018gz", ...answer })).toEqual([]);
  });

  it("tells the values that Gong is known to give, and takes others", () => {
    const { properties } = schemaFrom("call:CallBasicData");
    expect(properties?.call?.properties?.direction).toEqual({
      type: ["string", "null"],
      description: "Inbound, Outbound, Conference, or Unknown",
    });
  });

  it("refuses an unknown route and an unknown shape", () => {
    expect(() => schemaOf({ route: "GET /v2/nothing" })).toThrow("has no GET /v2/nothing");
    expect(() => schemaFrom("call:Nothing")).toThrow("no shape Nothing");
  });
});

describe("The overlay", () => {
  /** Names of all fields of a schema, and of those below. */
  const namesIn = (schema: Schema): string[] =>
    partsOf(schema).flatMap(({ properties = {} }) => Object.keys(properties));

  it("describes only fields of Gong's answers, or of an action's own", () => {
    const own = Object.values(loadComponent().actions).flatMap(({ outputSchema: output }) =>
      (output?.type === "branchingOutput" ? output.branchSchemas : [output]).flatMap((one) =>
        one ? namesIn(JSON.parse(one.schema)) : [],
      ),
    );
    const gongs = Object.entries({ ...shapes, ...answers, every: "requestId" }).flatMap(
      ([owner, text]) => text.split(" ").map((field) => `${owner}.${field.split(/[:=]/)[0]}`),
    );
    const known = new Set([
      ...own,
      ...own.map((name) => `.${name}`),
      ...gongs,
      ...gongs.map((name) => name.replace(/.*\./, "")),
    ]);
    expect(Object.keys(words).filter((name) => !known.has(name))).toEqual([]);
  });
});

const withDescription = hasDescription ? describe : describe.skip;

withDescription("Gong's description", () => {
  const text = hasDescription ? readFileSync(descriptionFile, "utf8") : "{}";

  it("is what src/schemas/gong.ts was made from", () => {
    expect({ ...gong }).toEqual(shapesOf(JSON.parse(text)));
  });

  it("shares no sentence with the overlay", () => {
    expect(Object.values(words).filter((own) => own.length > 30 && text.includes(own))).toEqual([]);
  });
});
