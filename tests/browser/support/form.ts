import type { Page } from "playwright-core";

/** The field of an input. */
export const field = (page: Page, key: string) => page.locator(`[data-input="${key}"]`);

/** Fills a text, a picker or a code editor by typing. */
export async function fill(page: Page, key: string, text: string): Promise<void> {
  const control = page.locator(`#input-${key}`);
  await control.waitFor();
  await control.fill(text);
}

/** Chooses from a drop-down by its label. */
export async function choose(page: Page, key: string, label: string | RegExp): Promise<void> {
  await page.locator(`#input-${key}`).click();
  await page.getByRole("option", { name: label }).click();
}

/** Sets a switch. */
export async function turn(page: Page, key: string, isOn: boolean): Promise<void> {
  await page.locator(`#input-${key}`).setChecked(isOn);
}

/** Opens a picker and takes the value that holds these words. @returns the value's id */
export async function pick(page: Page, key: string, words: string | RegExp): Promise<string> {
  const control = page.locator(`#input-${key}`);
  await control.click();
  await page.getByRole("option", { name: words }).first().click();
  return control.inputValue();
}

/** Runs the form, and waits for the end of the run. */
export async function run(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Run", exact: true });
  await button.click();
  await ended(page);
}

/** Waits until what was started is over. */
export async function ended(page: Page): Promise<void> {
  await page.locator("[data-run=ended]").waitFor({ timeout: 60_000 });
}

/** The whole text of the result, or of the error. */
export const outcome = (page: Page) =>
  page.getByRole("region", { name: "Result of the run" }).getByRole("tabpanel");

/** The rows of the waterfall. */
export const requests = (page: Page) =>
  page.getByRole("table", { name: "Requests" }).getByRole("row");

/** The error that a builder sees. */
export const shownError = (page: Page) => outcome(page).getByRole("alert");
