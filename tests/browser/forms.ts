import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type InputDefinition, idOf } from "../../workbench/shared/catalog";
import { type Bench, type BenchPage, shareWindow } from "./support/bench";

/** Every form opens without an error, and shows every input of its definition. */
export function testForms(bench: Bench): void {
  describe("every form", () => {
    const shared = shareWindow(bench);
    for (const item of bench.catalog.items) {
      it(`${item.kind} ${item.key} shows its ${item.inputs.length} inputs`, async () => {
        const window = shared();
        const { page, errors, show } = window;
        await show(idOf(item));
        await page.getByRole("heading", { level: 1, name: item.label, exact: true }).waitFor();
        const shown = item.inputs.filter((input) => input.shown !== false);
        for (const input of shown) await showsInput(window, input);
        assert.equal(await page.locator("section > div > [data-input]").count(), shown.length);
        assert.deepEqual(errors, []);
      });
    }
  });

  describe("search", () => {
    it("finds by label, key and scope", async () => {
      const { page, close } = await bench.open();
      const search = page.getByRole("searchbox");
      const links = page.locator("nav section a");
      for (const item of bench.catalog.items.filter(({ scopes }) => scopes.length > 0)) {
        const mark = page.locator(`nav a[href="#/${idOf(item)}"]`);
        for (const words of [
          item.label,
          item.key.toLowerCase(),
          ...item.scopes,
          ...item.operations,
        ]) {
          await search.fill(words);
          await mark.waitFor();
        }
      }
      await search.fill("nothing has this name");
      await links.first().waitFor({ state: "detached" });
      await page.getByText("No matches").waitFor();
      await close();
    });
  });
}

async function showsInput(
  { page }: BenchPage,
  { key, label, comments, required }: InputDefinition,
) {
  const place = page.locator(`[data-input="${key}"]`).first();
  await place.waitFor();
  const text = (await place.textContent()) ?? "";
  assert.ok(text.includes(`${label}${required ? " *" : ""}`), `${key} shows its label`);
  assert.ok(text.includes((comments ?? "").trim().slice(0, 60)), `${key} shows its comment`);
  // What takes the value is there too, once what it needs has been loaded.
  await place
    .locator("input, textarea, [role=combobox], [role=textbox], button")
    .locator("visible=true")
    .first()
    .waitFor();
}
