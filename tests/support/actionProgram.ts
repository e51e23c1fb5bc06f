import { createActionProgram, messageOf, type Run } from "../../scripts/support/actionProgram";
import { loadComponent } from "../../scripts/support/component";

/** The built component. */
export const component = loadComponent();
const now = Date.parse("2027-01-20T15:00:00Z");
/** For words that must be refused before anything runs. */
export const neverRun: Run = async () => {
  throw new Error("Nothing was to be run.");
};

/** What the command line prints for these words, and how it ends. */
export async function print(words: readonly string[], run: Run = neverRun, at = now) {
  const printed = { output: "", errors: "", message: "" };
  const program = createActionProgram(component, run, at);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => {
        printed.output += text;
      },
      writeErr: (text) => {
        printed.errors += text;
      },
      getOutHelpWidth: () => 80,
    });
  }
  await program.parseAsync(words, { from: "user" }).catch((error: unknown) => {
    printed.message = messageOf(error);
  });
  return printed;
}
