import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Bench } from "./support/bench";
import { fill, outcome, run, shownError } from "./support/form";

const markup = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;

/** What Gong's data and a person's input hold is text, wherever the page shows it. */
export function testHostileData(bench: Bench): void {
  const { workbench } = bench.workbench;

  describe("markup in a call's title", () => {
    it("is text in result, picker, time line, company table and error", async () => {
      const { sandbox } = workbench.gong;
      const startedAt = sandbox.clock.now() - 3600_000;
      sandbox.createCall({ title: markup, startedAt, visibleAt: startedAt });
      const { page, show, close, errors } = await bench.open();
      const isText = async () => {
        assert.equal(await page.title(), "Gong workbench");
        assert.equal(await page.locator("img").count(), 0);
      };

      await show("dataSource/calls");
      await run(page);
      await page.getByText(markup).first().waitFor();
      await isText();

      await show("action/listCallsUsingGet");
      await fill(page, "fromDateTime", new Date(startedAt - 1000).toISOString());
      await fill(page, "toDateTime", new Date(startedAt + 1000).toISOString());
      await run(page);
      await outcome(page).getByText(markup, { exact: false }).first().waitFor();
      await isText();

      await show("trigger/pollChangesTrigger");
      await page.getByText(markup).first().waitFor({ state: "attached" });
      await isText();

      await show("gong");
      await page.getByRole("table", { name: "calls" }).getByText(markup).first().waitFor();
      await isText();

      await show("action/getUser");
      await fill(page, "userId", markup);
      await run(page);
      await shownError(page).waitFor();
      await isText();
      assert.deepEqual(errors, []);
      await close();
      await workbench.reset();
    });
  });
}
