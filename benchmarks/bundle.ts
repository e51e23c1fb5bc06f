import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../scripts/support/component";
import { bundleOfCore, sizeOfCore } from "./support/core";
import { type Figure, median } from "./support/measure";

const processes = 15;

/** How much code serves the core, and the time to load everything against that of axios alone. */
export default async function bundle(): Promise<Figure[]> {
  loadComponent();
  const file = path.join(root, "dist/index.js");
  const ours: number[] = [];
  const alone: number[] = [];
  for (let index = 0; index < processes; index += 1) {
    ours.push(loadTime(file));
    alone.push(loadTime("axios"));
  }
  const { files, lines } = sizeOfCore();
  const [ofOurs, ofAxios] = [median(ours), median(alone)];
  return [
    {
      name: "size of a bundle of the core alone: 23 actions, 3 triggers, and 5 data sources",
      value: (await bundleOfCore()) / 1000,
      target: 340,
      unit: " KB",
      detail: `minified, all in one file; the whole has ${(statSync(file).size / 1000).toFixed(0)} KB, and npm run size shows it by origin`,
    },
    {
      name: "lines of source of the core",
      value: lines,
      target: 8000,
      unit: "",
      detail: `${files} files, with what they share with other actions; without tests and generated schemas`,
    },
    {
      name: "loading the component, over loading axios alone",
      value: ofOurs / ofAxios,
      target: 0.9,
      unit: "×",
      detail: `${ofOurs.toFixed(1)} ms over ${ofAxios.toFixed(1)} ms, medians of ${processes} processes each`,
    },
  ];
}

/** Milliseconds that `require` takes in a fresh process. */
function loadTime(module: string): number {
  const script = `const at = performance.now(); require(${JSON.stringify(module)}); console.log(performance.now() - at);`;
  return Number(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
}
