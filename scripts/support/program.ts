import { Command, CommanderError } from "commander";
import { tolerateClosedPipes } from "./ending";

/** A command line with the manners that all of this project's share; errors are thrown. */
export function createProgram(name: string, description: string, moreHelp = ""): Command {
  return new Command(`npm run ${name} --`)
    .usage("[options]")
    .description(description)
    .helpOption("-h, --help", "show this")
    .addHelpText("after", moreHelp)
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride();
}

/**
 * Runs a program on this process's arguments. An error becomes one message and status 1.
 *
 * @param onClosedPipe what to do when the reader of the output has gone; by default the program goes on
 */
export function runProgram(program: Command, onClosedPipe?: () => void): void {
  tolerateClosedPipes(onClosedPipe);
  program.parseAsync().catch((error: unknown) => {
    // Commander has printed its own; asking for help is no failure.
    if (error instanceof CommanderError) process.exit(error.exitCode);
    console.error(error instanceof Error ? error.message : String(error));
    // Requests under way would keep the process alive until they give up.
    process.exit(1);
  });
}
