import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { loadComponent } from "../scripts/support/component";
import {
  allSteps,
  changedExample,
  exampleFiles,
  examplesFolder,
  exampleText,
  type Integration,
  problemsOf,
  readDefinition,
} from "./support/integration";

const component = loadComponent();
const readExample = (file: string) => readDefinition(exampleText(file));
const readme = readFileSync(path.join(examplesFolder, "README.md"), "utf8");

/** The scopes that the component itself names for what an example uses. */
function scopesOf({ flows, requiredConfigVars }: Integration): string[] {
  const used = allSteps(flows.flatMap(({ steps }) => steps)).map(({ action }) => action.key);
  const sources = requiredConfigVars.map((one) => "dataSource" in one && one.dataSource.key);
  const texts = [
    ...used.map((key) => component.actions[key]?.display.description),
    ...sources.map((key) => key && component.dataSources[key]?.display.description),
  ];
  return Array.from(new Set(texts.join(" ").match(/\bapi:[a-z:-]*[a-z]/g))).sort();
}

function connectionOf({ requiredConfigVars }: Integration) {
  const connection = requiredConfigVars.find((one) => one.dataType === "connection");
  if (connection?.dataType !== "connection") throw new Error("It has no connection.");
  return connection;
}

describe("The examples", () => {
  it.each(exampleFiles)("%s names nothing that the component does not have", (file) => {
    expect(problemsOf(readExample(file), component)).toEqual([]);
  });

  it.each(exampleFiles)("%s means the same to readers of YAML 1.1, where yes is true", (file) => {
    const text = exampleText(file);
    expect(parse(text, { version: "1.1" })).toEqual(parse(text));
  });

  it("show both kinds of connection", () => {
    const kinds = exampleFiles.map((file) => connectionOf(readExample(file)).connection.key);
    expect(new Set(kinds)).toEqual(new Set(["gongApiKey", "oauth2"]));
  });

  it.each(exampleFiles)("%s stands in the README with the scopes that it needs", (file) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${file}\` |`));
    const [, , , connection, scopes = ""] = row?.split("|").map((cell) => cell.trim()) ?? [];
    const integration = readExample(file);
    expect(scopes.match(/api:[a-z:-]+/g)?.sort()).toEqual(scopesOf(integration));
    expect(connection).toBe(
      connectionOf(integration).connection.key === "oauth2" ? "OAuth 2.0" : "API Key",
    );
  });

  it.each(exampleFiles.filter((file) => "scopes" in connectionOf(readExample(file)).inputs))(
    "%s asks for these scopes and no others",
    (file) => {
      const integration = readExample(file);
      const { scopes } = connectionOf(integration).inputs;
      expect(String(scopes?.value).split(" ").sort()).toEqual(scopesOf(integration));
    },
  );
});

const event = "signed-event-to-own-system.yml";
const upload = "upload-recordings.yml";
const crm = "nightly-crm-upload.yml";
const privacy = "privacy-request.yml";
const nightly = "nightly-export.yml";

describe("A mistake in an example is found", () => {
  const references = "AnEmailAddress\n          component: { key: gong, isPublic: ";
  const unused = "          webhookPublicKey: { type: configVar, value: Webhook Public Key }\n";
  const schedule =
    '        schedule:\n          type: value\n          value: "0 6 * * *"\n          meta: { scheduleType: custom, timeZone: "" }\n';
  const recordings = "}\n\n      - name: List Recordings";
  const desk =
    "Desk URL }\n                  data: { type: reference, value: countReferences.results.";

  it.each([
    [event, "key: getReadableTranscript", "key: getTranscript", "there is no action getTranscript"],
    [privacy, `${references}false`, `${references}true`, "in the component public gong"],
    [event, "key: webhook\n", "key: hook\n", "there is no trigger hook in the component private"],
    [event, "key: automationRules\n", "key: rules\n", "there is no data source rules in gong"],
    [upload, "key: gongApiKey", "key: apiKey", "there is no connection apiKey in gong"],
    [crm, "key: smtpConnection", "key: smtp", "there is no connection smtp in smtp"],
    [nightly, "clientSecret:", "secret:", "there is no input secret"],
    [nightly, "clientSecret:", "secret:", "the input clientSecret is missing"],
    [nightly, "fetchAll:", "all:", "there is no input all; there are connection, fromDateTime, "],
    [upload, "fileName: {", "fileInput: {", "Upload Recording > the input fileName is required"],
    [event, "value: pass", "value: keep", '"keep" is none of pass, refuse'],
    [nightly, 'value: "true"', 'value: "all"', '"all" is none of true, false'],
    [
      upload,
      `Gong Connection ${recordings}`,
      `List URL ${recordings}`,
      "connection > must be a config",
    ],
    [
      nightly,
      "yesterday.results.from",
      "before.results.from",
      "there is no step before before this",
    ],
    [
      nightly,
      "yesterday.results.date",
      "makeBatches.results.date",
      "no step makeBatches before this",
    ],
    [
      nightly,
      "listCalls.results.calls }",
      "listCalls.results.a.b }",
      "listCalls has no field a.b in",
    ],
    [event, "results.matchedRules", "results.rules", "code > evaluateRules has no field rules in"],
    [nightly, "makeBatches.results }", "listCalls.results.requestId }", "items > is no list"],
    [
      privacy,
      `${desk}outcome`,
      `${desk.replace(" URL", "")}outcome`,
      "there is no config variable",
    ],
    [event, "      - { type: configVar, value: Webhook Public Key }\n", "", "is on no config page"],
    [event, unused, "", "is never used"],
    [event, "name: Not Matched", "name: Other", "there is no branch Other"],
    [crm, "          - name: Else\n            steps: []\n", "", "the branch Else is missing"],
    [privacy, "value: exactlyMatches }", "value: matches }", "there is no operator matches"],
    [
      privacy,
      "name: Ask for Approval",
      "name: Report Erasure",
      "two steps are called reportErasure",
    ],
    [nightly, schedule, "", "a schedule belongs to the schedule trigger, and to no other"],
  ])("%s without %j and with %j: %s", (file, place, other, problem) => {
    const broken = readDefinition(changedExample(file, place, other));
    expect(problemsOf(broken, component).join("\n")).toContain(problem);
  });

  it.each([
    ["another version", nightly, "definitionVersion: 7", "definitionVersion: 6", /^\/definition/],
    ["a misspelt field", nightly, "isSynchronous:", "synchronous:", /^\/flows\/0 /],
    ["a kind of input", nightly, "type: template", "type: text", /^\/flows\/0\/steps\/3/],
    ["a schedule", nightly, "0 6 * * *", "nightly", /^\/flows\/0\/steps\/0\/schedule\/value /],
    ["YAML", nightly, "labels:\n", "labels: [\n", /flow|sequence|line/i],
  ])("%s of the wrong shape", (_, file, place, other, words) => {
    const text = changedExample(file, place, other);
    expect(() => readDefinition(text)).toThrow(words);
  });
});
