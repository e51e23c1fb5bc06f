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
const privacy = "privacy-request.yml";
const nightly = "nightly-export.yml";

describe("A mistake in an example is found", () => {
  it.each([
    [
      "an action that there is not",
      event,
      "key: getReadableTranscript",
      "key: getTranscript",
      "Send Transcripts > Evaluate Rules > Matched > Get Transcript > there is no action getTranscript in the component private gong",
    ],
    [
      "the public component of the same key",
      privacy,
      "key: listReferencesToAnEmailAddress\n          component: { key: gong, isPublic: false",
      "key: listReferencesToAnEmailAddress\n          component: { key: gong, isPublic: true",
      "Handle Privacy Request > List References > there is no action listReferencesToAnEmailAddress in the component public gong",
    ],
    [
      "a trigger that there is not",
      event,
      "key: webhook\n",
      "key: hook\n",
      "Send Transcripts > Gong Event > there is no trigger hook in the component private gong",
    ],
    [
      "a data source that there is not",
      event,
      "key: automationRules\n",
      "key: rules\n",
      "Automation Rules > there is no data source rules in gong",
    ],
    [
      "a connection that there is not",
      upload,
      "key: gongApiKey",
      "key: apiKey",
      "Gong Connection > there is no connection apiKey in gong",
    ],
    [
      "a field that the connection does not have",
      nightly,
      "clientSecret:",
      "secret:",
      "Gong Connection > there is no input secret",
    ],
    [
      "a field that the connection needs",
      nightly,
      "clientSecret:",
      "secret:",
      "Gong Connection > the input clientSecret is missing",
    ],
    [
      "an input that there is not",
      nightly,
      "fetchAll:",
      "all:",
      "Export Calls > List Calls > there is no input all; there are connection, fromDateTime, toDateTime, workspaceId, fetchAll, cursor",
    ],
    [
      "a required input that is missing",
      upload,
      "fileName: {",
      "fileInput: {",
      "Upload Recordings > For Each Recording > Is There a Call > There Is > Add Recording > the input fileName is required",
    ],
    [
      "a choice that there is not",
      event,
      "testEvents: { type: value, value: pass }",
      "testEvents: { type: value, value: keep }",
      'Send Transcripts > Gong Event > testEvents > "keep" is none of pass, refuse',
    ],
    [
      "a switch that is neither on nor off",
      nightly,
      'fetchAll: { type: value, value: "true" }',
      'fetchAll: { type: value, value: "all" }',
      'Export Calls > List Calls > fetchAll > "all" is none of true, false',
    ],
    [
      "a connection that is no config variable of a connection",
      upload,
      "connection: { type: configVar, value: Gong Connection }\n\n      - name: List Recordings",
      "connection: { type: configVar, value: List URL }\n\n      - name: List Recordings",
      "Upload Recordings > Check Connection > connection > must be a config variable of a connection",
    ],
    [
      "one value for an input that takes a list",
      event,
      "callIds:\n                    type: complex\n                    value:\n                      - { type: reference, value: evaluateRules.results.callId }",
      "callIds: { type: value, value: '1' }",
      "Send Transcripts > Evaluate Rules > Matched > Get Transcript > callIds > must be of the type complex",
    ],
    [
      "a reference to a step that there is not",
      nightly,
      "value: yesterday.results.from }",
      "value: theDayBefore.results.from }",
      "Export Calls > List Calls > fromDateTime > there is no step theDayBefore before this one",
    ],
    [
      "a reference in a template to a step that comes later",
      nightly,
      "{{#yesterday.results.date}}",
      "{{#makeBatches.results.date}}",
      "Export Calls > Were There Calls > Quiet Day > Report Quiet Day > data > there is no step makeBatches before this one",
    ],
    [
      "a reference to an item outside of its loop",
      nightly,
      "value: makeBatches.results }",
      "value: forEachBatch.currentItem }",
      "Export Calls > Were There Calls > Else > For Each Batch > items > there is no step forEachBatch before this one",
    ],
    [
      "a field that an action's output does not have",
      nightly,
      "value: listCalls.results.calls }",
      "value: listCalls.results.records.calls }",
      "Export Calls > Were There Calls > conditions > listCalls has no field records.calls in its results",
    ],
    [
      "a field that the trigger's payload does not have",
      event,
      "event: { type: reference, value: gongEvent.results.body.data }",
      "event: { type: reference, value: gongEvent.results.body.json }",
      "Send Transcripts > Evaluate Rules > event > gongEvent has no field body.json in its results",
    ],
    [
      "a field that only code reads",
      event,
      "stepResults.evaluateRules.results.matchedRules",
      "stepResults.evaluateRules.results.rules",
      "Send Transcripts > Evaluate Rules > Matched > Build Message > code > evaluateRules has no field rules in its results",
    ],
    [
      "a loop over something that is no list",
      nightly,
      "value: makeBatches.results }",
      "value: listCalls.results.requestId }",
      "Export Calls > Were There Calls > Else > For Each Batch > items > is no list",
    ],
    [
      "a config variable that there is not",
      privacy,
      "url: { type: configVar, value: Privacy Desk URL }\n                  data: { type: reference, value: countReferences.results.outcome }",
      "url: { type: configVar, value: Desk URL }\n                  data: { type: reference, value: countReferences.results.outcome }",
      'Handle Privacy Request > Is It Approved > Approved > Report Erasure > url > there is no config variable "Desk URL"',
    ],
    [
      "a config variable that nobody is asked for",
      event,
      "      - { type: configVar, value: Webhook Public Key }\n",
      "",
      "Webhook Public Key > is on no config page",
    ],
    [
      "a config variable that nothing uses",
      event,
      "          webhookPublicKey: { type: configVar, value: Webhook Public Key }\n",
      "",
      "Webhook Public Key > is never used",
    ],
    [
      "a branch that the action does not have",
      event,
      "name: Not Matched",
      "name: Other",
      "Send Transcripts > Evaluate Rules > there is no branch Other",
    ],
    [
      "a branch that is left out",
      upload,
      "              - name: Else\n                steps: []\n",
      "",
      "Upload Recordings > For Each Recording > Is There a Call > the branch Else is missing",
    ],
    [
      "an operator that there is not",
      privacy,
      "value: exactlyMatches }",
      "value: matches }",
      "Handle Privacy Request > Is It Approved > conditions[0][1]: there is no operator matches",
    ],
    [
      "two steps that references cannot tell apart",
      privacy,
      "name: Ask for Approval",
      "name: Report Erasure",
      "Handle Privacy Request > two steps are called reportErasure",
    ],
    [
      "a schedule trigger without a schedule",
      nightly,
      '        schedule:\n          type: value\n          value: "0 6 * * *"\n          meta: { scheduleType: custom, timeZone: "" }\n',
      "",
      "Export Calls > Every Night > a schedule belongs to the schedule trigger, and to no other",
    ],
  ])("%s", (_, file, place, other, problem) => {
    const broken = readDefinition(changedExample(file, place, other));
    expect(problemsOf(broken, component)).toContain(problem);
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
