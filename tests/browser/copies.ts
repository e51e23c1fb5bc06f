import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { createActionProgram } from "../../scripts/support/actionProgram";
import { loadComponent } from "../../scripts/support/component";
import type { Item, Values } from "../../workbench/shared/catalog";
import { asCommand, asYaml } from "../../workbench/web/form/copyAs";
import { exampleValues } from "../../workbench/web/form/fill";
import { problemsOfInputs } from "../support/integration/checkInputs";
import type { ConfigVar, Step } from "../support/integration/definition";
import type { Bench } from "./support/bench";

/** What is copied from a form with every example in it works where it is pasted. */
export function testCopies({ catalog }: Bench): void {
  const component = loadComponent();
  const parts = catalog.items.filter(({ kind }) => kind !== "connection");

  describe("a copied line of npm run action", () => {
    for (const item of parts) {
      it(`gives ${item.key} what the form holds`, async () => {
        const values = exampleValues(item, "all");
        let given: Values = {};
        const program = createActionProgram(component, async (_, inputs) => {
          given = inputs;
        });
        await program.parseAsync(wordsOf(asCommand(item, values)), { from: "user" });
        for (const { key } of item.inputs) {
          // A field of a structured value that is left blank is none in JSON.
          const held = JSON.parse(JSON.stringify(values[key] ?? ""));
          assert.deepEqual(asHeld(given[key] ?? "", values[key]), held, key);
        }
      });
    }
  });

  describe("a copied step", () => {
    const connection: ConfigVar = {
      key: "Gong Connection",
      dataType: "connection",
      connection: { key: "gongApiKey", component: { key: "gong", isPublic: false } },
      inputs: {},
    };
    const scope = { configVars: new Map([[connection.key, connection]]), steps: new Map() };
    for (const item of parts.filter(({ kind }) => kind !== "dataSource")) {
      it(`of ${item.key} has inputs that the platform takes`, () => {
        const [step] = parse(asYaml(item, exampleValues(item, "all"))) as [Step];
        assert.equal(step.action.key, item.key);
        assert.deepEqual(problemsOfInputs(step.inputs, inputsOf(item), scope), []);
      });
    }
  });

  /** Inputs of the built component, without those whose values are never text. */
  function inputsOf({ kind, key }: Item) {
    const all = kind === "action" ? component.actions : component.triggers;
    return (all[key]?.inputs ?? []).filter(({ type }) => type !== "data" && type !== "jsonForm");
  }
}

/** A value of the command line, which hands structured ones on as JSON, in the form's own terms. */
function asHeld(given: unknown, held: unknown): unknown {
  const [first] = [held].flat();
  const texts = [given].flat();
  const isStructured = typeof first === "object" && first !== null;
  const isJson = texts.every((text) => typeof text === "string" && /^[[{]/.test(text));
  if (!isStructured || !isJson) return given;
  const values = texts.flatMap((text) => JSON.parse(String(text)));
  return Array.isArray(held) ? values : values[0];
}

/** The words of a line as a shell takes them, without `npm run action --`. */
function wordsOf(line: string): string[] {
  const [, words = ""] = /^npm run action -- (.*)$/s.exec(line) ?? [];
  const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${words}`], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}
