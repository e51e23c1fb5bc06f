import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Bench, shareWindow } from "./support/bench";
import { ended, fill, outcome, shownError } from "./support/form";

/** What each event leads to once the public key is filled in. */
const verdicts = [
  ["Signed", undefined],
  ["Unsigned", /signature|signed|token/i],
  ["Forged", /signature/i],
  ["Expired", /expired/i],
  ["Tampered", /body|changed|signature/i],
  ["Wrong URL", /URL/],
  ["alg none", /signature|algorithm|RS256|token/i],
  ["HS256", /signature|algorithm|RS256|token/i],
] as const;

/** Webhooks with their verdicts, and scheduled triggers on a clock that is moved. */
export function testTriggers(bench: Bench): void {
  const { workbench } = bench.workbench;

  describe("the webhook's verdicts", () => {
    const shared = shareWindow(bench);
    for (const [name, reason] of verdicts) {
      it(`${name} is ${reason ? "refused" : "accepted"}`, async () => {
        const { page, show, errors } = shared();
        await show("trigger/webhook");
        await page.getByRole("button", { name: "Fill in the local Gong's public key" }).click();
        await page.getByRole("button", { name, exact: true }).click();
        await ended(page);
        if (reason) {
          await shownError(page).getByText("Refused", { exact: true }).waitFor();
          assert.match((await shownError(page).textContent()) ?? "", reason);
        } else {
          await outcome(page).getByText("Accepted.").waitFor();
          await outcome(page).getByText("callData").waitFor();
        }
        assert.deepEqual(errors, []);
      });
    }
  });

  describe("the time line", () => {
    it("New Records delivers a late call with the first poll after it became visible", async () => {
      await workbench.reset();
      const { page, show, close } = await bench.open();
      await show("trigger/pollChangesTrigger");
      await page.getByRole("button", { name: "Fill with example" }).click();
      await page.getByRole("menuitem", { name: "Required inputs" }).click();
      await page.getByRole("button", { name: "Poll now" }).click();
      await counts(page, /^1 poll, /);
      await page.getByRole("button", { name: "A late call" }).click();
      await page.getByRole("button", { name: "+6 h" }).click();
      await counts(page, /^7 polls, .* 1 call delivered$/);

      const { calls, polls } = workbench.timeline("pollChangesTrigger").view();
      const late = calls.find(({ deliveredAt }) => deliveredAt !== null);
      assert.ok(late?.visibleAt && late.deliveredAt);
      assert.ok(late.deliveredAt >= late.visibleAt);
      const before = polls.filter(({ at }) => at < (late.deliveredAt ?? 0));
      assert.ok(before.every(({ at }) => at < (late.visibleAt ?? 0)));
      await page
        .locator(`[data-call="${late.id}"]`, { hasText: /delivered \w+/ })
        .waitFor({ state: "attached" });
      await page.getByRole("banner").getByText("+6 h").waitFor();
      await close();
    });

    it("a poll on a used-up day fails and keeps what it knew", async () => {
      await workbench.reset();
      const { page, show, close } = await bench.open();
      await show("trigger/pollChangesTrigger");
      await page.getByRole("button", { name: "Fill with example" }).click();
      await page.getByRole("menuitem", { name: "Required inputs" }).click();
      await page.getByRole("button", { name: "Poll now" }).click();
      await counts(page, /^1 poll, /);
      await page.getByRole("button", { name: "A call", exact: true }).click();
      await page.getByRole("button", { name: "Daily limit" }).click();
      await page.getByRole("button", { name: "+1 h" }).click();
      await counts(page, /^2 polls, .* 0 calls delivered$/);
      await shownError(page).waitFor();
      await page.getByRole("button", { name: "Clear faults" }).click();
      await page.getByRole("button", { name: "+1 h" }).click();
      await counts(page, /^3 polls, .* 1 call delivered$/);
      await close();
    });

    it("Sync Calls hands out what was there, and then what is new", async () => {
      await workbench.reset();
      const { page, show, close } = await bench.open();
      await show("trigger/syncCalls");
      const { sandbox } = workbench.gong;
      const day = new Date(sandbox.clock.now() - 3 * 24 * 3600_000).toISOString().slice(0, 10);
      await fill(page, "firstDay", day);
      await page.getByRole("button", { name: "Poll now" }).click();
      await counts(page, /^1 poll, /);
      await ended(page);
      const [first] = workbench.timeline("syncCalls").view().polls;
      const known = sandbox.company.calls.filter(
        ({ startedAt, visibleAt }) =>
          startedAt >= Date.parse(day) && visibleAt !== null && visibleAt <= (first?.at ?? 0),
      );
      assert.equal(first?.delivered.length, known.length);
      await close();
    });
  });
}

async function counts(page: Page, words: RegExp): Promise<void> {
  await page
    .getByRole("region", { name: "Time line" })
    .getByRole("status")
    .filter({ hasText: words })
    .waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Poll now", disabled: false }).waitFor();
}
