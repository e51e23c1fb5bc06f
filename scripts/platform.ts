import { Command, CommanderError } from "commander";
import { explain, portNumber } from "../sandbox/command-line";
import { onStop, tolerateClosedPipes } from "./support/ending";
import { startPlatform } from "./support/platform";

const moreHelp = `
It takes what prism sends when it publishes a component, imports an integration or validates one,
and shows a line for each. It knows who is signed in by a token that it makes up at the start; no
other token is right, and it gives none for a refresh token.

What it can tell of an integration: whether it is YAML with a name and flows, and whether the
actions, triggers, connections and data sources that it names have been published here. What it
cannot: whether inputs and references are right, whether public components have what is named of
them, and how a flow runs. For the examples "npm test" checks inputs and references and runs the
steps.

Examples:
  npm run platform
  npm run platform -- --port 0`;

async function main(): Promise<void> {
  const program = new Command("npm run platform --")
    .usage("[options]")
    .description(
      "Run a stand-in of the platform on this machine, to publish and import without an account.",
    )
    .option("--port <number>", "port on 127.0.0.1; 0 takes a free one", portNumber, 8585)
    .helpOption("-h, --help", "show this")
    .addHelpText("after", moreHelp)
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride()
    .action(serve);
  await program.parseAsync();
}

async function serve({ port }: { port: number }): Promise<void> {
  const platform = await startPlatform({ port, report: (line) => console.log(line) });
  const settings = Object.entries(platform.environment).map(([name, value]) => `${name}=${value}`);
  console.log(`A stand-in of the platform is running at ${platform.url}. Its token is made up and opens
nothing else. In another terminal, in this folder:

export ${settings.join(" ")}
npm run publish:component
npm run manifest -- --published
npx prism integrations:validate-yaml examples/nightly-export.yml
npx prism integrations:import --path examples/nightly-export.yml

It tells whether what an integration names has been published; inputs, references and public
components are not checked, and no flow runs. Ctrl-C stops it, and nothing is kept.
`);
  // Servers that are closed leave nothing to wait for: the process ends by itself, with status 0.
  onStop(() => {
    console.log("\nStopped; nothing is kept.");
    void platform.stop();
  });
}

tolerateClosedPipes(() => process.exit(0));
main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(explain(error));
  process.exit(1);
});
