import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { makeRecording } from "../../scripts/support/recording";
import { makeTemporaryFolder } from "../../scripts/support/temporaryFolder";
import { type Bench, type BenchPage, itemOf, shareWindow } from "./support/bench";
import {
  choose,
  field,
  fill,
  outcome,
  pick,
  requests,
  run,
  shownError,
  turn,
} from "./support/form";

type Flow = (page: Page, window: BenchPage) => Promise<void>;

/** From the form to the result, as a flow builder goes. */
export function testFlows(bench: Bench): void {
  const gong = () => bench.workbench.workbench.gong.sandbox;
  const flows = (shared: () => BenchPage) => (name: string, id: string, go: Flow) =>
    it(name, async () => {
      const window = shared();
      await window.show(id);
      gong().clearRequests();
      await go(window.page, window);
      assert.deepEqual(window.errors, []);
    });
  const sent = () => gong().requests.map(({ method, path: route }) => `${method} ${route}`);

  describe("from form to result", () => {
    const flow = flows(shareWindow(bench));
    flow("lists users, and copies a reference", "action/listUsers", async (page) => {
      await run(page);
      const listed = gong().company.users.filter(({ avatar }) => !avatar);
      await outcome(page).getByText(`[ ${listed.length} ]`).waitFor();
      await page
        .getByRole("treeitem", { name: /^emailAddress: / })
        .first()
        .hover();
      await page
        .getByRole("button", { name: "Copy reference listUsers.results.users[0].emailAddress" })
        .click();
      const copied = await page.evaluate("navigator.clipboard.readText()");
      assert.equal(copied, "listUsers.results.users[0].emailAddress");
      assert.deepEqual(sent(), ["GET /v2/users"]);
    });

    flow("gets a user that a picker offers", "action/getUser", async (page) => {
      const user = gong().company.users.find(({ active, avatar }) => active && !avatar);
      const id = await pick(page, "userId", new RegExp(`${user?.firstName} ${user?.lastName}`));
      assert.equal(id, user?.id);
      await run(page);
      await outcome(page).getByText(`"${user?.emailAddress}"`).first().waitFor();
      assert.equal(sent().at(-1), `GET /v2/users/${user?.id}`);
    });

    flow("lists all calls at the account's pace", "action/listCallsUsingGet", async (page) => {
      await fill(page, "fromDateTime", "2020-01-01T00:00:00Z");
      await fill(page, "toDateTime", "2099-01-01T00:00:00Z");
      await turn(page, "fetchAll", true);
      await run(page);
      const count = sent().length;
      assert.ok(count > 1, "several pages");
      assert.equal(await requests(page).count(), count);
      const waits = page.getByRole("img", { name: /waits .* \(Pace\)/ });
      assert.equal(await waits.count(), count - 1);
      await outcome(page).getByText(`[ ${gong().company.calls.length} ]`).waitFor();
      const drawn = await outcome(page).getByRole("treeitem").count();
      assert.ok(
        drawn > 10 && drawn < 100,
        `${drawn} rows are drawn of a list that fills many screens`,
      );
    });

    flow("gets a call by its id", "action/getCallUsingGet", async (page) => {
      const call = gong().company.calls.find(({ visibleAt }) => visibleAt !== null);
      await fill(page, "callId", call?.id ?? "");
      await run(page);
      await outcome(page).getByText(`"${call?.title}"`).first().waitFor();
      assert.deepEqual(sent(), [`GET /v2/calls/${call?.id}`]);
    });

    flow("gets transcripts of a list of calls", "action/getCallTranscript", async (page) => {
      const call = gong().company.calls.find(({ topic, visibleAt }) => topic && visibleAt !== null);
      await fill(page, "callIds", call?.id ?? "");
      await run(page);
      await outcome(page).getByText("callTranscripts").waitFor();
      await outcome(page).getByText(`"${call?.id}"`).first().waitFor();
      assert.deepEqual(sent(), ["POST /v2/calls/transcript"]);
    });

    flow(
      "creates a call, and uploads a recording that is dropped",
      "action/createNewCall",
      async (page, { show }) => {
        const host = gong().company.users.find(({ active, avatar }) => active && !avatar);
        const parties = [{ userId: host?.id, partyId: "1", mediaChannelId: 0 }];
        await fill(page, "clientUniqueId", "workbench-1");
        await fill(page, "primaryUser", host?.id ?? "");
        await page.keyboard.press("Escape");
        await fill(page, "parties", JSON.stringify(parties));
        await choose(page, "direction", /^Outbound/);
        await fill(page, "actualStart", "2026-03-01T09:00:00Z");
        await run(page);
        const shown = await outcome(page)
          .getByText(/^"\d+"$/)
          .first()
          .textContent();
        const id = (shown ?? "").replaceAll('"', "");
        assert.deepEqual(sent(), ["POST /v2/calls"]);

        await show("action/addMedia");
        const folder = makeTemporaryFolder();
        const file = path.join(folder.environment.TMPDIR, "call.wav");
        writeFileSync(file, makeRecording(75, 7));
        await page.locator("input[type=file]").setInputFiles(file);
        await page.getByText("call.wav, 600.0 KB").waitFor();
        folder.remove();
        await fill(page, "fileName", "call.wav");
        await fill(page, "callId", id);
        await page.keyboard.press("Escape");
        await run(page);
        assert.deepEqual(await shownError(page).allTextContents(), []);
        assert.equal(sent().at(-1), `PUT /v2/calls/${id}/media`);
      },
    );

    flow("sends a raw request with names and values", "action/rawRequest", async (page) => {
      await fill(page, "url", "/v2/users");
      await choose(page, "method", /^GET/);
      await field(page, "queryParams").getByRole("button", { name: /^Add/ }).click();
      await fill(page, "queryParams", "includeAvatars");
      await page.locator("#input-queryParams-0-value").fill("true");
      await run(page);
      await outcome(page).getByText("users").first().waitFor();
      assert.deepEqual(gong().requests.at(-1)?.query, { includeAvatars: "true" });
    });

    flow(
      "routes an event by rules made in the form of JSON Forms",
      "action/evaluateAutomationRules",
      async (page) => {
        const event = {
          callData: { metaData: { id: "1", title: "Renewal", duration: 60 } },
          isTest: false,
        };
        await fill(page, "event", JSON.stringify(event));
        const rules = field(page, "rules");
        await rules.getByRole("button", { name: "Add rule" }).click();
        await rules.getByLabel(/^Name/).fill("Renewals");
        await rules.getByRole("button", { name: "Add condition" }).click();
        await rules.getByRole("combobox", { name: /^Field/ }).click();
        await page.getByRole("option", { name: /title/i }).first().click();
        await rules.getByRole("combobox", { name: /^Operator/ }).click();
        await page
          .getByRole("option", { name: /contains/i })
          .first()
          .click();
        await rules.locator("input[type=text]").last().fill("renewal");
        await run(page);
        await outcome(page).getByText("Renewals").first().waitFor();
      },
    );

    flow("runs a picker", "dataSource/users", async (page) => {
      await run(page);
      const rows = page.getByRole("list", { name: "Choices" }).getByRole("listitem");
      await rows.first().waitFor();
      assert.deepEqual(sent(), ["GET /v2/users"]);
    });

    flow("copies the form as a command and as a step", "action/getUser", async (page) => {
      await fill(page, "userId", "234599484848423");
      await page.keyboard.press("Escape");
      const copied = async (name: string) => {
        await page.getByRole("button", { name: "Copy", exact: true }).click();
        await page.getByRole("menuitem", { name }).click();
        await page.getByText(/^Copied as/).waitFor();
        return page.evaluate("navigator.clipboard.readText()") as Promise<string>;
      };
      assert.equal(
        await copied("As npm run action line"),
        "npm run action -- getUser --userId 234599484848423",
      );
      assert.match(
        await copied("As YAML step"),
        /key: getUser[\s\S]*userId:\s+type: value\s+value: "234599484848423"/,
      );
    });
  });

  describe("bad input", () => {
    const flow = flows(shareWindow(bench));
    flow("is refused at its field, before anything is sent", "action/getUser", async (page) => {
      const { label } = itemOf(bench, "action", "getUser").inputs[0] ?? {};
      await fill(page, "userId", "1");
      await fill(page, "userId", "");
      await field(page, "userId").getByText(`${label} is required, for example `).waitFor();
      await page.getByText("1 input would be refused before anything is sent to Gong").waitFor();
      await page.getByRole("button", { name: label, exact: true }).click();
      assert.equal(await page.locator("#input-userId:focus").count(), 1);
      await run(page);
      await shownError(page).getByText("InputError").waitFor();
      await page.getByText("Nothing was sent to Gong.").waitFor();
      assert.deepEqual(sent(), []);
    });

    flow("of JSON is marked at its place", "action/createNewCall", async (page) => {
      await fill(page, "parties", '[{"userId": }, {}]');
      await field(page, "parties").locator(".cm-lint-marker-error").waitFor();
      const marked = await field(page, "parties").locator(".cm-lintRange-error").textContent();
      assert.equal(marked, "}");
      await field(page, "parties")
        .getByText(/^Parties/)
        .nth(1)
        .waitFor();
    });

    flow("is cleared with the form", "action/getUser", async (page) => {
      await page.getByRole("button", { name: "Fill with example" }).click();
      await page.getByRole("menuitem", { name: "Required inputs" }).click();
      const { example } = itemOf(bench, "action", "getUser").inputs[0] ?? {};
      assert.equal(await page.locator("#input-userId").inputValue(), example);
      await page.getByRole("button", { name: "Clear" }).click();
      assert.equal(await page.locator("#input-userId").inputValue(), "");
    });
  });
}
