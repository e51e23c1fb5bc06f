import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext } from "../../../tests/support/context";
import { ruleFields } from "../../automationRules/fields";
import component from "../../index";
import { refusals } from "./refusal";

const page = readFileSync(
  path.join(__dirname, "../../../docs/triggers/process-automation.md"),
  "utf8",
);
const rows = page.split("\n").filter((line) => line.startsWith("| `"));
const cellsOf = (row = "") => row.split("|").map((cell) => cell.trim());

describe("docs/triggers/process-automation.md", () => {
  it("explains every refusal in its own words", () => {
    for (const [code, words] of Object.entries(refusals)) {
      const row = rows.find((line) => line.startsWith(`| \`${code}\` `));
      expect([code, cellsOf(row).slice(2, 4).join(". ")]).toEqual([code, words]);
    }
  });

  it("names every field with every operator", () => {
    for (const [field, { operators }] of Object.entries(ruleFields)) {
      const row = rows.find((line) => cellsOf(line)[1]?.includes(`\`${field}\``));
      const named = (cellsOf(row)[2]?.match(/`\w+`/g) ?? []).map((name) => name.slice(1, -1));
      expect([field, named]).toEqual([field, [...operators]]);
    }
  });

  it("shows rules that can be read, and match what they say", async () => {
    const [, rules] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const matched = async (metaData: object, content?: object) => {
      const event = { callData: { metaData: { id: "7", ...metaData }, content } };
      const action = component.actions.evaluateAutomationRules;
      const answer = await action?.perform(createContext() as never, { event, rules });
      return (answer as { data: { matchedRules: string[] } }).data.matchedRules;
    };
    const competitors = { trackers: [{ id: "1", name: "Competitors", count: 1 }] };
    expect(await matched({ title: "Renewal 2026", duration: 1800 })).toEqual(["Large renewals"]);
    expect(await matched({ title: "Renewal 2026", duration: 1799 })).toEqual([]);
    expect(await matched({}, competitors)).toEqual(["A competitor comes up"]);
  });
});
