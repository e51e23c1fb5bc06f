import { after, before } from "node:test";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { bundle } from "../../../scripts/support/component";
import { type RunningWorkbench, startWorkbench } from "../../../workbench/server/start";
import type { Catalog, Item } from "../../../workbench/shared/catalog";
import { chromiumArguments } from "./chromium";

/** A workbench with a browser in front of it, for all suites. */
export interface Bench {
  readonly workbench: RunningWorkbench;
  readonly catalog: Catalog;
  readonly browser: Browser;
  /** Opens the workbench in a window of its own. */
  open(options?: WindowOptions): Promise<BenchPage>;
  stop(): Promise<void>;
}

/** How the window looks. */
export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  /** A workbench other than the shared one. */
  readonly workbench?: RunningWorkbench;
}

/** A page, and what went wrong in it. */
export interface BenchPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that the page threw or wrote to its console. */
  readonly errors: string[];
  /** Opens an item, or the local Gong's page, and waits for it. */
  show(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts both. @param executablePath the browser's program */
export async function startBench(executablePath: string): Promise<Bench> {
  const workbench = await startWorkbench({ bundle, port: 0 });
  const catalog = await workbench.workbench.catalog();
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  return {
    workbench,
    catalog,
    browser,
    open: (options) => openPage(browser, workbench, options),
    async stop() {
      await browser.close();
      await workbench.stop();
    },
  };
}

async function openPage(
  browser: Browser,
  shared: RunningWorkbench,
  { width = 1440, height = 900, isDark = false, workbench = shared }: WindowOptions = {},
): Promise<BenchPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? "dark" : "light",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(workbench.address);
  await page.locator("nav a").first().waitFor();
  return {
    page,
    context,
    errors,
    async show(id) {
      await page.evaluate(`location.hash = ${JSON.stringify(`/${id}`)}`);
      await page.locator(`nav a[aria-current=page][href="#/${id}"]`).waitFor();
    },
    close: () => context.close(),
  };
}

/** A window for all tests of a suite, opened before the first and closed after the last. */
export function shareWindow(bench: Bench, options?: WindowOptions): () => BenchPage {
  let shared: BenchPage | undefined;
  before(async () => {
    shared = await bench.open(options);
  });
  after(() => shared?.close());
  return () => {
    if (!shared) throw new Error("The window is open while the suite runs only.");
    return shared;
  };
}

/** An item of the catalog. */
export function itemOf({ catalog }: Pick<Bench, "catalog">, kind: string, key: string): Item {
  const item = catalog.items.find((each) => each.kind === kind && each.key === key);
  if (!item) throw new Error(`The component has no ${kind} ${key}.`);
  return item;
}
