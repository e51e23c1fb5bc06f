import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Sandbox, startSandbox } from "../../sandbox";
import { bundle } from "../../scripts/support/component";
import { apiKeyConnection } from "../../scripts/support/connection";
import { type RunningWorkbench, startWorkbench } from "../../workbench/server/start";
import type { Bench } from "./support/bench";
import { choose, fill, outcome, run, shownError } from "./support/form";

/** A real account: reading goes by itself, changes ask first, secrets stay where they are. */
export function testAccounts(bench: Bench): void {
  describe("a real account", () => {
    let account: Sandbox;
    let workbench: RunningWorkbench;
    before(async () => {
      // Another company than the local Gong's, with another key.
      account = await startSandbox({ seed: 2 });
      const { url, accessKey, accessKeySecret } = account;
      workbench = await startWorkbench({
        bundle,
        port: 0,
        account: {
          connection: apiKeyConnection(url, accessKey, accessKeySecret),
          description: `the account at ${url}`,
          origin: url,
        },
      });
    });
    after(async () => {
      await workbench.stop();
      await account.stop();
    });
    const open = async (id: string) => {
      const window = await bench.open({ workbench });
      await window.page.getByRole("combobox", { name: "Connection" }).click();
      await window.page.getByRole("option", { name: /The account at/ }).click();
      await window.show(id);
      account.clearRequests();
      return window;
    };

    it("is read at once", async () => {
      const { page, close } = await open("action/listUsers");
      await run(page);
      await outcome(page).getByText("users").first().waitFor();
      assert.deepEqual(
        account.requests.map(({ path }) => path),
        ["/v2/users"],
      );
      await close();
    });

    it("is changed only after a person agreed", async () => {
      const { page, close } = await open("action/rawRequest");
      await fill(page, "url", "/v2/workspaces");
      await choose(page, "method", /^GET/);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("/v2/workspaces").waitFor();
      await dialog.getByText(account.url).waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      assert.deepEqual(account.requests, []);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await dialog.getByRole("button", { name: "Run Raw Request" }).click();
      await outcome(page).getByRole("tree").waitFor();
      assert.equal(account.requests.length, 1);
      await close();
    });

    it("is not changed by a request without consent, as account or by its fields", async () => {
      const { key, fields } = apiKeyConnection(account.url, "key", "secret");
      const authorization = `Bearer ${workbench.token}`;
      for (const connection of [{ kind: "account" }, { kind: "custom", key, fields }]) {
        const response = await fetch(`${workbench.origin}/api/run`, {
          method: "POST",
          headers: { authorization, "content-type": "application/json" },
          body: JSON.stringify({ kind: "action", key: "rawRequest", inputs: {}, connection }),
        });
        assert.equal(response.status, 409);
      }
    });

    it("keeps its secret from the page", async () => {
      const { page, close } = await bench.open({ workbench });
      const seen: string[] = [];
      page.on(
        "response",
        (response) =>
          void response.text().then(
            (text) => seen.push(text),
            () => {},
          ),
      );
      await page.reload();
      await page.locator("nav a").first().waitFor();
      assert.ok(seen.length > 0);
      const { accessKey, accessKeySecret } = account;
      const secrets = [accessKey, accessKeySecret, workbench.token];
      assert.deepEqual(
        seen.filter((text) => secrets.some((secret) => text.includes(secret))),
        [],
      );
      await close();
    });

    it("that does not answer is one clear line", async () => {
      const { page, close } = await open("action/listUsers");
      await account.stop();
      await run(page);
      await shownError(page).getByText(`Nothing runs at ${account.url}`).waitFor();
      await close();
    });
  });
}
