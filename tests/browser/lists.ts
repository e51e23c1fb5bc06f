import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Bench } from "./support/bench";

/** Enough rows drawn to fill the highest screen, and far fewer than there are. */
const mostDrawn = 120;

/** Long lists draw what is on the screen, and nothing else. */
export function testLists(bench: Bench): void {
  describe("10,000 calls", () => {
    it("are looked at in the company's table, from the first to the last", async () => {
      await bench.workbench.workbench.reset(10_000);
      const { page, show, close } = await bench.open();
      await show("gong");
      const table = page.getByRole("table", { name: "calls" });
      await page.getByRole("tab", { name: "calls 10,000" }).waitFor();
      await page.locator("[role=table][aria-rowcount='10001']").waitFor();
      assert.ok((await table.getByRole("row").count()) < mostDrawn);
      await table.press("End");
      await table.locator("[aria-rowindex='10001']").waitFor();
      assert.ok((await table.getByRole("row").count()) < mostDrawn);
      await close();
      await bench.workbench.workbench.reset();
    });
  });
}
