import { onStop } from "./support/ending";
import { createPlatformProgram } from "./support/platform/program";
import { runProgram } from "./support/program";

const program = createPlatformProgram(console.log, ({ stop }) =>
  // Servers that are closed leave nothing to wait for: the process ends by itself, with status 0.
  onStop(() => {
    console.log("\nStopped; nothing is kept.");
    void stop();
  }),
);

runProgram(program, () => process.exit(0));
