import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Bench, type BenchPage, shareWindow } from "./support/bench";
import { run } from "./support/form";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/** Screens that show every kind of control, with what brings them about. */
const screens: readonly [string, string, (page: Page) => Promise<void>][] = [
  ["an action before its run", "action/createNewCall", async () => {}],
  ["a result", "action/listUsers", run],
  [
    "refused input",
    "action/getUser",
    async (page) => {
      await run(page);
    },
  ],
  [
    "rows of names and values",
    "action/rawRequest",
    async (page) => {
      await page.getByRole("button", { name: "Fill with example" }).click();
      await page.getByRole("menuitem", { name: "All inputs" }).click();
    },
  ],
  [
    "the form of rules",
    "dataSource/automationRules",
    async (page) => {
      await run(page);
      await page.getByRole("button", { name: "Add rule" }).click();
      await page.getByRole("button", { name: "Add condition" }).click();
    },
  ],
  [
    "the webhook",
    "trigger/webhook",
    async (page) => {
      await page.getByRole("button", { name: "Signed", exact: true }).click();
      await page.getByText("Accepted.").waitFor();
    },
  ],
  [
    "the time line",
    "trigger/pollChangesTrigger",
    async (page) => {
      await page.getByRole("button", { name: "A day of calls" }).click();
    },
  ],
  ["a connection", "connection/gongApiKey", async () => {}],
  ["the local Gong", "gong", async () => {}],
  [
    "the levers",
    "action/listUsers",
    async (page) => {
      await page.getByRole("button", { name: "Levers" }).click();
      await page.getByRole("dialog").waitFor();
    },
  ],
];

/** axe-core finds nothing serious, in light and dark, and nothing is cut off at 1,000 px. */
export function testAccessibility(bench: Bench): void {
  for (const isDark of [false, true]) {
    describe(`axe-core in ${isDark ? "dark" : "light"} colors`, () => {
      const shared = shareWindow(bench, { isDark });
      for (const [name, id, prepare] of screens) {
        it(`finds nothing serious in ${name}`, async () => {
          const window = shared();
          await window.show(id);
          await window.page.waitForLoadState("networkidle");
          await prepare(window.page);
          assert.deepEqual(await seriousIn(window), []);
        });
      }
    });
  }

  describe("a window of 1,000 px", () => {
    const shared = shareWindow(bench, { width: 1000, height: 700 });
    for (const [name, id, prepare] of screens) {
      it(`shows ${name} without scrolling sideways`, async () => {
        const { page, show } = shared();
        await show(id);
        await prepare(page);
        const wide = await page.evaluate(
          "document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('section')].some((each) => each.scrollWidth > each.clientWidth + 1)",
        );
        assert.equal(wide, false);
      });
    }
  });

  describe("the keyboard", () => {
    it("searches, opens, fills and runs without a mouse", async () => {
      const { page, close } = await bench.open();
      await page.keyboard.press("Control+K");
      await page.keyboard.type("get user");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Get User" }).waitFor();
      await page.keyboard.press("ArrowDown");
      const user = bench.workbench.workbench.gong.sandbox.company.users[0];
      await page.locator("#input-userId").focus();
      await page.keyboard.type(user?.id ?? "");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("tree").waitFor();
      await page.getByRole("treeitem").first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("c");
      const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
      assert.match(copied, /^getUser\.results\.user/);
      await close();
    });
  });
}

async function seriousIn({ page }: BenchPage): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as { violations: Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`),
    );
}
