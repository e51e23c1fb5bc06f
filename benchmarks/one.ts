import path from "node:path";
import type { Figure } from "./support/measure";

/** Runs one benchmark in a process of its own, and sends its figures to the parent. */
async function main(): Promise<void> {
  const { default: benchmark } = (await import(path.join(__dirname, process.argv[2] ?? ""))) as {
    default: (() => Promise<Figure[]>) | { default: () => Promise<Figure[]> };
  };
  const run = typeof benchmark === "function" ? benchmark : benchmark.default;
  process.send?.(await run());
  process.disconnect?.();
}

void main();
