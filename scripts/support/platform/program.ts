import type { Command } from "commander";
import { explain, portNumber } from "../../../sandbox/command-line";
import { createProgram } from "../program";
import { type Platform, startPlatform } from ".";

const moreHelp = `
It accepts what prism sends to publish a component and to import or validate an integration, and
logs each request. It accepts only the token that it generates at startup.

It checks that an integration is YAML with a name and flows, and that the actions, triggers,
connections, and data sources in it have been published here. It does not check inputs, references,
or public components, and runs no flow. For the examples, "npm test" does both.

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
    "Run a mock of the platform on this machine, to publish and import without an account.",
    moreHelp,
  )
    .option("--port <number>", "port on 127.0.0.1; 0 picks a free one", portNumber, 8585)
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
  return `A mock of the platform is running at ${url}. Its token is made up and opens nothing
else. In another terminal, in this folder:

export ${settings.join(" ")}
npm run publish:component
npm run manifest -- --published
npx prism integrations:validate-yaml examples/nightly-export.yml
npx prism integrations:import --path examples/nightly-export.yml

It checks that everything an integration uses has been published. It does not check inputs,
references, or public components, and runs no flow. Press Ctrl-C to stop it; nothing is kept.
`;
}
