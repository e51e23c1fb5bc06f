const { existsSync } = require("node:fs");
const path = require("node:path");

const description = path.resolve(__dirname, "../../../../shared/gong/openapi.json");

/** Says at the end what was tested, what was not and why, and the figures in one plain line. */
module.exports = class {
  onRunComplete(_, results) {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = results;
    const lines = [
      "Tested: the component, its scripts, and the local Gong, without network or account.",
      ...(existsSync(description)
        ? []
        : [
            "Skipped: comparisons with Gong's own description of its API, which is not part of this project.",
          ]),
      `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ];
    // Jest's own summary comes after all reporters.
    process.once("exit", () => process.stderr.write(`\n${lines.join("\n")}\n`));
  }
};
