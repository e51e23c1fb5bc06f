import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type BuiltComponent, loadComponent, root } from "./support/component";
import { generateManifest } from "./support/manifest/generate";
import { packManifest } from "./support/manifest/pack";
import { createProgram, runProgram } from "./support/program";
import { normalizeModes } from "./support/publishing/package";
import { demandSignIn, runPrism, takeTokens } from "./support/publishing/prism";
import { makeTemporaryFolder } from "./support/temporaryFolder";

/** Where the generator puts its packages. */
const scope = "@component-manifests";

const moreHelp = `
The folder is emptied first. It becomes an npm package with everything that a code-native
integration needs from the component, packed into one file for "npm install".

The manifest contains the signature of this build, which the platform uses to find the version that
your integration was written for. You need no account, except with --published, which asks the platform
whether it has this build. "npm run publish:component -- --help" shows how to sign in.

Examples:
  npm run manifest
  npm run manifest -- --published`;

interface Options {
  readonly folder: string;
  readonly published?: true;
}

async function makeManifest(options: Options): Promise<void> {
  const folder = path.resolve(process.env.INIT_CWD ?? root, options.folder);
  refuseStrangers(folder, options.folder);
  // Neither the bundle nor a program that builds or packs has any use for tokens.
  const env = takeTokens(process.env);
  const component = loadComponent();
  // The signature covers the rights of the files; they are to be those of a publishing.
  normalizeModes(path.join(root, "dist"));
  if (options.published) {
    demandSignIn(env);
    if (!runPrism(["components:signature"], root, env).trim())
      throw new Error(
        'The platform does not have this build: run "npm run publish:component" first.',
      );
  }

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
  throw new Error(`${shown} contains something else and would be emptied: name another folder.`);
}

function summary({ actions, triggers, dataSources, connections }: BuiltComponent): string {
  const count = (parts: object | undefined) => Object.keys(parts ?? {}).length;
  return `${count(actions)} actions, ${count(triggers)} triggers, ${count(dataSources)} data sources, and ${count(connections)} connections`;
}

runProgram(
  createProgram(
    "manifest",
    "Make the typed manifest of the component, for code-native integrations.",
    moreHelp,
  )
    .option("--folder <folder>", "where to write it", "manifest")
    .option("--published", "make it only if this build is published")
    .action(makeManifest),
);
