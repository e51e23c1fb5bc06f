import { onStop } from "./support/ending";
import { runProgram } from "./support/program";
import { createStartProgram } from "./support/startProgram";

// The local Gong is on this machine.
process.env.GONG_ALLOW_LOCAL ??= "true";
onStop((status) => {
  console.error("\nStopped before the end.");
  process.exit(status);
});
runProgram(createStartProgram(process.env, console.log), () => process.exit(0));
