import type { Command } from "commander";
import { explain, portNumber } from "../../../sandbox/command-line";
import { createProgram } from "../program";
import { type Platform, startPlatform } from ".";

const moreHelp = `
It takes what prism sends when it publishes a component, and imports or validates an integration,
and shows a line for each. It accepts only the token that it makes up at the start.

It can tell whether an integration is YAML with a name and flows, and whether the actions, triggers,
connections, and data sources that it names have been published here. It cannot tell whether inputs
and references are right, or whether public components have what is named of them, and it runs no
flow. For the examples, "npm test" checks inputs and references and runs the steps.

Examples:
  npm run platform
  npm run platform -- --port 0`;

/**
 * The command line of `npm run platform`.
 *
 * @param print takes each line of the output
 * @param started is given the platform once it listens
 */
export function createPlatformProgram(
  print: (line: string) => void,
  started: (platform: Platform) => void,
): Command {
  return createProgram(
    "platform",
    "Run a stand-in of the platform on this machine, to publish and import without an account.",
    moreHelp,
  )
    .option("--port <number>", "port on 127.0.0.1; 0 takes a free one", portNumber, 8585)
    .action(async ({ port }: { port: number }) => {
      const platform = await startPlatform({ port, report: print }).catch((error: unknown) => {
        throw new Error(explain(error));
      });
      print(introduction(platform));
      started(platform);
    });
}

function introduction({ url, environment }: Platform): string {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return `A stand-in of the platform is running at ${url}. Its token is made up and opens
nothing else. In another terminal, in this folder:

export ${settings.join(" ")}
npm run publish:component
npm run manifest -- --published
npx prism integrations:validate-yaml examples/nightly-export.yml
npx prism integrations:import --path examples/nightly-export.yml

It tells you whether what an integration names has been published. It does not check inputs,
references, or public components, and it runs no flow. Press Ctrl-C to stop it; nothing is kept.
`;
}
