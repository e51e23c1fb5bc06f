import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext } from "../../../tests/support/context";
import { ruleFields } from "../../automationRules/fields";
import component from "../../index";
import { EventRefusedError, type RefusalCode, refusals } from "./refusal";

const page = readFileSync(
  path.join(__dirname, "../../../docs/triggers/process-automation.md"),
  "utf8",
);
const codes = Object.keys(refusals) as RefusalCode[];

describe("docs/triggers/process-automation.md", () => {
  it.each(codes)("explains the refusal %s in its own words", (code) => {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${code}\` `)) ?? "";
    const cells = row.split("|").map((cell) => cell.trim());
    const { found, cause, remedy } = refusals[code];
    expect(cells.slice(2, 5)).toEqual([found, cause, remedy]);
    expect(new EventRefusedError(code).message).toBe(
      `The event was refused: ${found}. ${cause} ${remedy}`,
    );
  });

  it("names every field with every operator", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    for (const [field, { operators }] of Object.entries(ruleFields)) {
      const row = rows.find((line) => line.split("|")[1]?.includes(`\`${field}\``));
      const named = (row?.split("|")[2]?.match(/`\w+`/g) ?? []).map((name) => name.slice(1, -1));
      expect([field, named.sort()]).toEqual([field, Object.keys(operators).sort()]);
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
    expect(await matched({}, competitors)).toEqual(["Somebody names a competitor"]);
  });
});
