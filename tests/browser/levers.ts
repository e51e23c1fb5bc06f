import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { credentialNames, faultLevers } from "../../workbench/web/gong/names";
import { type Bench, shareWindow } from "./support/bench";
import { requests, run, shownError } from "./support/form";

/** What each lever must lead to, pulled for one request. */
const expected: Readonly<
  Record<string, { readonly rows: readonly string[]; readonly wait?: RegExp }>
> = {
  throttled: { rows: ["429", "200"], wait: /waits .*\(Retry-After\)/ },
  usedUpDay: { rows: ["429"] },
  unavailable: { rows: ["503", "200"], wait: /waits .*\(Back-off\)/ },
  html: { rows: ["200", "200"], wait: /\(Back-off\)/ },
  cutBefore: { rows: ["cut", "200"], wait: /\(Back-off\)/ },
  cutDuring: { rows: ["200", "200"], wait: /\(Back-off\)/ },
  truncatedJson: { rows: ["200", "200"], wait: /\(Back-off\)/ },
  slow: { rows: ["200"] },
};

/** Every lever of the local Gong, pulled in the browser and seen in the waterfall. */
export function testLevers(bench: Bench): void {
  const { gong } = bench.workbench.workbench;

  describe("levers", () => {
    const shared = shareWindow(bench);
    afterEach(() => {
      gong.clearFaults();
      gong.credential = "key";
    });

    for (const { kind, name, seconds } of faultLevers) {
      it(`${name} shows in the waterfall`, async () => {
        const { page, show } = shared();
        await show("action/listWorkspaces");
        await page.getByRole("button", { name: "Levers" }).click();
        if (seconds) await page.getByRole("textbox", { name: `${seconds}, seconds` }).fill("1");
        await page.getByRole("button", { name: `${name}: pull` }).click();
        await page.getByRole("button", { name: `${name}: on` }).waitFor();
        await page.keyboard.press("Escape");
        await run(page);
        const { rows = [], wait } = expected[kind] ?? {};
        const found = await requests(page).getByRole("cell").allInnerTexts();
        assert.deepEqual(
          found.filter((_, index) => index % 4 === 1),
          rows,
        );
        if (wait) assert.equal(await page.getByRole("img", { name: wait }).count(), 1);
        assert.equal(await shownError(page).count(), rows.at(-1) === "200" ? 0 : 1);
      });
    }

    const refused = ["wrongKey", "missingScope", "expiredToken"] as const;
    for (const kind of refused) {
      it(`${credentialNames[kind]} is refused, and the connection is marked`, async () => {
        const { page, show } = shared();
        await show("action/listUsers");
        await page.getByRole("button", { name: "Levers" }).click();
        await page.getByRole("radio", { name: credentialNames[kind] }).click();
        await page.keyboard.press("Escape");
        await page.getByRole("banner").getByText(credentialNames[kind]).waitFor();
        await run(page);
        assert.equal(gong.sandbox.requests.at(-1)?.status, 401);
        await shownError(page).waitFor();
      });
    }

    it("an OAuth token with every scope is taken", async () => {
      const { page, show } = shared();
      await show("action/listUsers");
      await page.getByRole("button", { name: "Levers" }).click();
      await page.getByRole("radio", { name: credentialNames.token }).click();
      await page.keyboard.press("Escape");
      await run(page);
      assert.match(gong.sandbox.requests.at(-1)?.headers.authorization ?? "", /^Bearer /);
      assert.equal(await shownError(page).count(), 0);
    });

    it("a reset makes the company anew", async () => {
      const { page, show } = shared();
      gong.sandbox.createCall({ title: "To be forgotten" });
      await show("gong");
      await page.getByText("To be forgotten").waitFor();
      await page.getByRole("button", { name: "Reset", exact: true }).click();
      await page.getByText("To be forgotten").waitFor({ state: "detached" });
    });
  });
}
