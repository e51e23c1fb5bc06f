import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { root } from "../../scripts/support/component";
import type { Bench, WindowOptions } from "./support/bench";
import { fill, run, turn } from "./support/form";

const folder = path.join(root, "docs/pictures");

interface Picture extends WindowOptions {
  readonly name: string;
  readonly id: string;
  readonly prepare: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: "workbench",
    id: "action/listCallsUsingGet",
    async prepare(page) {
      await page.getByRole("button", { name: "Levers" }).click();
      await page.getByRole("textbox", { name: "Retry-After, seconds" }).fill("1");
      await page.getByRole("button", { name: "429 with Retry-After: pull" }).click();
      await page.keyboard.press("Escape");
      await fill(page, "fromDateTime", "2026-01-01T00:00:00Z");
      await fill(page, "toDateTime", "2027-01-01T00:00:00Z");
      await turn(page, "fetchAll", true);
      await run(page);
    },
  },
  {
    name: "time-line",
    id: "trigger/pollChangesTrigger",
    isDark: true,
    async prepare(page) {
      await page.getByRole("button", { name: "Fill with example" }).click();
      await page.getByRole("menuitem", { name: "Required inputs" }).click();
      await page.getByRole("button", { name: "Poll now" }).click();
      await page.getByRole("status").filter({ hasText: "1 poll," }).waitFor();
      await page.getByRole("button", { name: "A day of calls" }).click();
      await page.getByRole("button", { name: "+1 day" }).click();
      await page.getByRole("status").filter({ hasText: "25 polls" }).waitFor({ timeout: 90_000 });
    },
  },
  {
    name: "refused-event",
    id: "trigger/webhook",
    async prepare(page) {
      await page.getByRole("button", { name: "Fill in the local Gong's public key" }).click();
      await page.getByRole("button", { name: "Forged" }).click();
      await page.getByText("Refused", { exact: true }).waitFor();
    },
  },
];

/** Takes the pictures of the documents into `docs/pictures`, when asked to by `--pictures`. */
export function takePictures(bench: Bench): void {
  if (!process.argv.includes("--pictures")) return;
  mkdirSync(folder, { recursive: true });
  describe("pictures of the documents", () => {
    for (const { name, id, prepare, ...options } of pictures) {
      it(name, async () => {
        await bench.workbench.workbench.reset();
        const { page, show, close } = await bench.open({ width: 1280, height: 800, ...options });
        await show(id);
        await prepare(page);
        await page.mouse.move(0, 0);
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: path.join(folder, `${name}.png`) });
        await close();
      });
    }
  });
}
