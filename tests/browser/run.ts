import { after } from "node:test";
import { buildComponent } from "../../scripts/support/component";
import { buildPage } from "../../workbench/build";
import { testAccessibility } from "./accessibility";
import { testAccounts } from "./accounts";
import { testCommandLine } from "./commandLine";
import { testCopies } from "./copies";
import { measure } from "./figures";
import { testFlows } from "./flows";
import { testForms } from "./forms";
import { testHostileData } from "./hostileData";
import { testLevers } from "./levers";
import { testLists } from "./lists";
import { takePictures } from "./pictures";
import { testServer } from "./server";
import { startBench } from "./support/bench";
import { findChromium } from "./support/chromium";
import { testTriggers } from "./triggers";

/** Tests of the workbench in a real browser. Without one it says so, and ends well. */
async function main(): Promise<void> {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      "No Chromium was found: the workbench was not tested. Debian has it: apt-get install chromium",
    );
    return;
  }
  // The local Gongs of the tests are on this machine.
  process.env.GONG_ALLOW_LOCAL = "true";
  buildComponent();
  await buildPage();
  const bench = await startBench(chromium);
  after(() => bench.stop());
  testCommandLine(bench);
  testServer(bench);
  testHostileData(bench);
  testForms(bench);
  testCopies(bench);
  testFlows(bench);
  testLevers(bench);
  testTriggers(bench);
  testAccounts(bench);
  testLists(bench);
  testAccessibility(bench);
  measure(bench);
  takePictures(bench);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
