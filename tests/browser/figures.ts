import { describe, it } from "node:test";
import { idOf } from "../../workbench/shared/catalog";
import { type Bench, shareWindow } from "./support/bench";

/** Opens an item and waits until it is painted. @returns milliseconds, in the page */
const timeSwitch = (id: string, label: string) => `(async () => {
  const begun = performance.now();
  location.hash = ${JSON.stringify(`/${id}`)};
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (document.querySelector("h1")?.textContent !== ${JSON.stringify(label)}) await frame();
  await frame();
  return performance.now() - begun;
})()`;

/** Says how fast the page is. Nothing is asserted: other programs share the machine. */
export function measure(bench: Bench): void {
  describe("speed", () => {
    const shared = shareWindow(bench);

    it("until the first paint", async (context) => {
      const { page } = shared();
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        await page.reload();
        await page.locator("nav a").first().waitFor();
        const paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime";
        times.push((await page.evaluate(paint)) as number);
      }
      context.diagnostic(`first paint: ${describeTimes(times)}`);
    });

    it("of switching between two actions", async (context) => {
      const { page } = shared();
      const actions = bench.catalog.items.filter(({ kind }) => kind === "action");
      const times: number[] = [];
      for (const item of [...actions, ...actions]) {
        times.push((await page.evaluate(timeSwitch(idOf(item), item.label))) as number);
      }
      context.diagnostic(`switch: ${describeTimes(times.slice(actions.length))}`);
    });
  });
}

function describeTimes(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => `${sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0)} ms`;
  return `median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)} of ${sorted.length}`;
}
