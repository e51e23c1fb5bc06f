import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { type BuiltComponent, loadComponent, root } from "./support/component";
import { tolerateClosedPipes } from "./support/ending";
import { generateManifest } from "./support/manifest/generate";
import { packManifest } from "./support/manifest/pack";
import { Advice } from "./support/publishing/Advice";
import { normalizeModes } from "./support/publishing/package";
import { demandSignIn, runPrism, takeTokens } from "./support/publishing/prism";
import { makeTemporaryFolder } from "./support/temporaryFolder";

/** Where the generator puts its packages. */
const scope = "@component-manifests";

const moreHelp = `
The folder is emptied first. It becomes an npm package with everything that a code-native
integration sees of the component, and is packed into one file for "npm install".

The manifest carries the signature of this build, by which the platform finds the version that the
integration was written against. No account is needed; with --published the platform is asked
whether it has this build, with the sign-in that "npm run publish:component -- --help" describes.

Examples:
  npm run manifest
  npm run manifest -- --published`;

interface Options {
  readonly folder: string;
  readonly published?: true;
}

async function main(): Promise<void> {
  const program = new Command("npm run manifest --")
    .usage("[options]")
    .description("Make the typed manifest of the component, for code-native integrations.")
    .option("--folder <folder>", "where it goes", "manifest")
    .option("--published", "only when this build is what is published")
    .helpOption("-h, --help", "show this")
    .addHelpText("after", moreHelp)
    .showSuggestionAfterError()
    .exitOverride()
    .action(makeManifest);
  await program.parseAsync();
}

async function makeManifest(options: Options): Promise<void> {
  const folder = path.resolve(process.env.INIT_CWD ?? root, options.folder);
  refuseStrangers(folder, options.folder);
  // Neither the bundle nor a program that builds or packs has any use for them.
  const env = takeTokens(process.env);
  const component = loadComponent();
  // The signature covers the rights of the files; they are to be those of a publishing.
  normalizeModes(path.join(root, "dist"));
  if (options.published) demandPublished(env);

  process.chdir(root);
  process.env.PATH = `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`;
  const { environment, remove } = makeTemporaryFolder();
  Object.assign(process.env, environment, { PRISM_SKIP_NEW_VERSION_CHECK: "true" });
  try {
    await generateManifest(component, folder, `${scope}/${component.key}`);
    const file = packManifest(folder);
    console.log(`It has ${summary(component)}.`);
    console.log(`In a code-native project: npm install ${file}`);
  } finally {
    remove();
  }
}

/** The folder is emptied, so it must be a manifest's. */
function refuseStrangers(folder: string, shown: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const about = path.join(folder, "package.json");
  if (existsSync(about) && readFileSync(about, "utf8").includes(`"name": "${scope}/`)) return;
  throw new Advice(`${shown} holds something else and would be emptied: name another folder.`);
}

function demandPublished(env: NodeJS.ProcessEnv): void {
  demandSignIn(env);
  if (runPrism(["components:signature"], root, env).trim()) return;
  throw new Advice('The platform does not have this build: run "npm run publish:component" first.');
}

function summary({ actions, triggers, dataSources, connections }: BuiltComponent): string {
  const count = (parts: object | undefined) => Object.keys(parts ?? {}).length;
  return `${count(actions)} actions, ${count(triggers)} triggers, ${count(dataSources)} data sources and ${count(connections)} connections`;
}

tolerateClosedPipes();
main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
